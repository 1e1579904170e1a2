package vigil.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import vigil.session.Event;

/**
 * Reads the entries of one journal file in order and checks each: length, checksum, sequence, chain. Holds one entry at a
 * time, whatever the length of the file. Used by one thread.
 */
final class Walk implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private long offset = FileHeader.LENGTH;
    private long sequence;
    private byte[] hash;
    private byte[] current = {};

    private Walk(Path file, InputStream in, byte[] hash) {
        this.file = file;
        this.in = in;
        this.hash = hash;
    }

    /** What stands at the present place of the file. */
    sealed interface Found {}

    /** An entry that passed every check; {@link #entry} gives it. */
    record Whole() implements Found {}

    /** The file ends after the last whole entry. */
    record End() implements Found {}

    /** No whole entry stands here although bytes do: a write was cut short, or the bytes changed later. */
    record Broken(String reason) implements Found {}

    /** The entry is whole but not the one that belongs here: something other than a cut write. */
    record Foreign(String reason) implements Found {}

    /** @throws JournalException if the header is not one of a journal this program reads, or nothing can be read */
    static Walk over(Path file) throws JournalException {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            byte[] header = in.readNBytes(FileHeader.LENGTH);
            Optional<String> fault = FileHeader.fault(header);
            if (fault.isPresent()) {
                in.close();
                throw new JournalException(
                        "journal file %s %s; it was left as it is; restore it from a backup or start with another data directory"
                                .formatted(file, fault.get()));
            }
            return new Walk(file, in, FileHeader.chainStart(header));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static JournalException unreadable(Path file, IOException e) {
        return e instanceof JournalException known
                ? known
                : new JournalException(
                        "journal file %s cannot be read: %s; check its permissions and the disk"
                                .formatted(file, DataDirectory.cause(e)),
                        e);
    }

    /** Moves over one entry if it is whole; otherwise stays where it is. Not to be called again after anything but Whole. */
    Found next() throws JournalException {
        try {
            return read();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Found read() throws IOException {
        byte[] prefix = in.readNBytes(Integer.BYTES);
        if (prefix.length == 0) {
            return new End();
        }
        if (prefix.length < Integer.BYTES) {
            return new Broken("its length is cut short");
        }
        int length = ByteBuffer.wrap(prefix).getInt();
        if (!Frame.isPlausibleLength(length)) {
            return new Broken("its length %d is impossible".formatted(length));
        }
        byte[] entry = Arrays.copyOf(prefix, length);
        int read = in.readNBytes(entry, prefix.length, length - prefix.length);
        return read < length - prefix.length ? new Broken("it is cut short") : checked(entry);
    }

    private Found checked(byte[] entry) {
        if (!Frame.hasGoodChecksum(entry)) {
            return new Broken("its checksum is wrong");
        }
        long found = Frame.heading(entry).sequence();
        if (found != sequence + 1) {
            return new Foreign("it has sequence %d".formatted(found));
        }
        byte[] expected = Frame.chainHash(hash, entry);
        if (!Arrays.equals(expected, Frame.storedHash(entry))) {
            return new Foreign("its chain hash does not follow from the entry before it");
        }
        offset += entry.length;
        sequence = found;
        hash = expected;
        current = entry;
        return new Whole();
    }

    /** Where the next entry begins, in bytes from the start of the file. */
    long offset() {
        return offset;
    }

    /** Sequence of the last whole entry; 0 before the first. */
    long sequence() {
        return sequence;
    }

    byte[] hash() {
        return hash;
    }

    Head head() {
        return new Head(sequence, HexFormat.of().formatHex(hash));
    }

    /** @throws JournalException if the entry just passed is of a type or content that this program does not know */
    JournalEntry entry() throws JournalException {
        Frame.Heading heading = Frame.heading(current);
        EventType type = EventType.ofCode(heading.type())
                .orElseThrow(() -> new JournalException(
                        "journal entry %d is of type %d, which this version does not know; open it with the newer version that wrote it"
                                .formatted(sequence, heading.type())));
        try {
            Event event = EventCodec.decode(type, heading.at(), Frame.payload(current));
            return new JournalEntry(sequence, head().chainHash(), event);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "journal entry %d (%s) cannot be understood: %s".formatted(sequence, type, e.getMessage()), e);
        }
    }

    @Override
    public void close() throws JournalException {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
