package vigil.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vigil.session.Event;

/**
 * The record of truth: an append-only file of framed, checksummed, hash-chained entries ({@link Frame}).
 *
 * <p>{@link #append} puts an event in its place, in memory; {@link #force} returns when it and all before it are on the
 * disk. What must be forced at once and what may wait a second says {@link Durability}; the caller keeps to it, and
 * acknowledges nothing before. A process that is killed loses at most what was not forced.
 *
 * <p>Failures. An {@code append} that throws has recorded nothing. If the disk is full or refuses a write, entries wait in
 * memory, up to 1 MiB, and each later {@code force} tries again: nothing is lost when space is made. If the disk refuses
 * to <em>force</em>, what it holds is unknown; from then on the journal is not trusted, every call fails with the same
 * line, and only closing and opening anew, which reads back what the disk really has, makes a journal again.
 *
 * <p>Not thread-safe: one thread owns it. That thread must never be interrupted, because an interrupt closes the file
 * under it.
 */
public final class Journal implements AutoCloseable {
    static final String FILE_NAME = "journal-000001.vj";
    private static final int MOST_WAITING = 1 << 20;

    private final Path path;
    private final JournalFile file;
    private final Recovery recovery;
    private final ByteBuffer waiting = ByteBuffer.allocateDirect(MOST_WAITING);
    private long writtenTo;
    private long sequence;
    private long forcedSequence;
    private byte[] hash;
    private @Nullable JournalException distrust;

    private Journal(JournalFile file, Path path, Walk end, Recovery recovery) {
        this.path = path;
        this.file = file;
        this.recovery = recovery;
        this.writtenTo = end.offset();
        this.sequence = end.sequence();
        this.forcedSequence = end.sequence();
        this.hash = end.hash();
    }

    /**
     * Opens the journal of a data directory, making it if there is none. Every entry is checked. The rest of a write that
     * was cut short is moved aside ({@link #recovery}).
     *
     * @throws JournalException if an entry in the middle is damaged (names its sequence; the file is left as it is), if
     *     the file is no journal or of another version, or if it cannot be read or written
     */
    public static Journal open(DataDirectory directory) throws JournalException {
        return open(directory, JournalFile::on);
    }

    /** Opens the file to write on; replaced where a disk is made to fail. */
    interface Opener {
        JournalFile open(Path path) throws IOException;
    }

    static Journal open(DataDirectory directory, Opener opener) throws JournalException {
        Path path = directory.path().resolve(FILE_NAME);
        try {
            refuseLaterFiles(directory.path());
            if (!Files.exists(path)) {
                create(path);
            }
            return recovered(path, opener);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "journal file %s cannot be opened: %s; check its permissions and the disk"
                            .formatted(path, DataDirectory.cause(e)),
                    e);
        }
    }

    private static void refuseLaterFiles(Path directory) throws JournalException {
        if (Files.exists(directory.resolve("journal-000002.vj"))) {
            throw new JournalException(
                    "data directory %s holds more than one journal file: a newer Vigil wrote it; open it with that version"
                            .formatted(directory));
        }
    }

    /** Under another name first, so that a journal file with half a header never exists. */
    private static void create(Path path) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(FileHeader.ofFirstFile()));
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(path);
    }

    /** Makes the file's name durable. Windows cannot open a directory and needs no such step. */
    private static void forceDirectory(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory)) {
                channel.force(true);
            }
        }
    }

    private static Journal recovered(Path path, Opener opener) throws IOException {
        try (Walk walk = Walk.over(path)) {
            Recovery recovery = recover(path, walk);
            return new Journal(opener.open(path), path, walk, recovery);
        }
    }

    private static Recovery recover(Path path, Walk walk) throws IOException {
        Walk.Found found = walk.next();
        while (found instanceof Walk.Whole) {
            found = walk.next();
        }
        return switch (found) {
            case Walk.Whole _ -> throw new IllegalStateException("the walk has not ended");
            case Walk.End _ -> new Recovery.Clean();
            case Walk.Foreign(var reason) -> throw damaged(path, walk, reason);
            case Walk.Broken(var reason) -> recoverTail(path, walk, reason);
        };
    }

    private static Recovery recoverTail(Path path, Walk walk, String reason) throws IOException {
        TornTail tail = new TornTail(path, walk.offset(), walk.sequence() + 1);
        if (tail.proofOfDamage().isPresent()) {
            throw damaged(path, walk, reason);
        }
        return tail.moveAside();
    }

    private static JournalException damaged(Path path, Walk walk, String reason) {
        return new JournalException(
                "journal file %s is damaged at entry %d: %s; nothing was changed; restore it from a backup, or move it away to begin a new record"
                        .formatted(path, walk.sequence() + 1, reason));
    }

    /** What {@link #open} found. */
    public Recovery recovery() {
        return recovery;
    }

    /** The last appended entry, forced or not. */
    public Head head() {
        return new Head(sequence, HexFormat.of().formatHex(hash));
    }

    /** Sequence of the last entry known to be on the disk. */
    public long forcedSequence() {
        return forcedSequence;
    }

    /**
     * Adds an event after all others.
     *
     * @return the head with it
     * @throws JournalException if it could not be taken in; then nothing was recorded
     */
    public Head append(Event event) throws JournalException {
        refuseIfDistrusted();
        byte[] payload = EventCodec.encode(event);
        if (payload.length > Frame.MOST_PAYLOAD) {
            throw new JournalException("an entry of %d bytes is longer than the journal takes (%d); shorten the text"
                    .formatted(payload.length, Frame.MOST_PAYLOAD));
        }
        makeRoom(Frame.OVERHEAD + payload.length);
        int unforced = (int) Math.min(Integer.MAX_VALUE, sequence - forcedSequence);
        byte[] entry = Frame.encode(
                new Frame.Heading(
                        sequence + 1, unforced, event.at(), EventType.of(event).code()),
                payload,
                hash);
        waiting.put(entry);
        sequence++;
        hash = Frame.storedHash(entry);
        return head();
    }

    /**
     * Returns when every appended entry is on the disk.
     *
     * @throws JournalException if that is not certain; see the class comment for what follows
     */
    public void force() throws JournalException {
        refuseIfDistrusted();
        writeOut();
        if (forcedSequence < sequence) {
            forceFile();
        }
    }

    private void forceFile() throws JournalException {
        try {
            file.force();
            forcedSequence = sequence;
        } catch (IOException e) {
            distrust = new JournalException(
                    "journal file %s: the disk could not confirm a write (%s); what it holds is not certain; check the disk and start again"
                            .formatted(path, DataDirectory.cause(e)),
                    e);
            throw distrust;
        }
    }

    private void makeRoom(int length) throws JournalException {
        if (waiting.remaining() < length) {
            writeOut();
        }
    }

    private void writeOut() throws JournalException {
        waiting.flip();
        try {
            file.write(waiting.slice(), writtenTo);
            writtenTo += waiting.limit();
            waiting.clear();
        } catch (IOException e) {
            waiting.position(waiting.limit()).limit(waiting.capacity());
            throw new JournalException(
                    "journal file %s cannot be written: %s; make room on the disk or mend it; entries wait in memory"
                            .formatted(path, DataDirectory.cause(e)),
                    e);
        }
    }

    private void refuseIfDistrusted() throws JournalException {
        if (distrust != null) {
            throw new JournalException(distrust.getMessage(), distrust);
        }
    }

    /** Takes the entries of a replay, one at a time. */
    public interface EntryReader<X extends Exception> {
        void read(JournalEntry entry) throws X;
    }

    /**
     * Gives every entry in order to {@code reader}, holding one at a time.
     *
     * @throws JournalException if an entry cannot be read or is of a type this version does not know; names it
     * @throws X what the reader throws ends the replay
     */
    public <X extends Exception> void replay(EntryReader<X> reader) throws JournalException, X {
        refuseIfDistrusted();
        writeOut();
        try (Walk walk = Walk.over(path)) {
            while (walk.sequence() < sequence) {
                step(walk);
                reader.read(walk.entry());
            }
        }
    }

    /** Whether the entry {@code sequence} has this chain hash, as {@link Head} writes it. */
    public boolean holds(long sequence, String chainHash) throws JournalException {
        refuseIfDistrusted();
        writeOut();
        if (sequence > this.sequence) {
            return false;
        }
        try (Walk walk = Walk.over(path)) {
            while (walk.sequence() < sequence) {
                step(walk);
            }
            return sequence > 0 && walk.head().chainHash().equals(chainHash);
        }
    }

    private void step(Walk walk) throws JournalException {
        switch (walk.next()) {
            case Walk.Whole _ -> {}
            case Walk.End _ -> throw damaged(path, walk, "it is no longer there");
            case Walk.Broken(var reason) -> throw damaged(path, walk, reason);
            case Walk.Foreign(var reason) -> throw damaged(path, walk, reason);
        }
    }

    /** Forces what waits and closes the file. After a failed force nothing more is written. */
    @Override
    public void close() throws JournalException {
        try (file) {
            if (distrust == null) {
                force();
            }
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException("journal file %s could not be closed".formatted(path), e);
        }
    }
}
