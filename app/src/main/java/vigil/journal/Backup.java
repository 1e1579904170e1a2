package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;

/**
 * A copy of a journal in another folder, made while the journal is being written, and checked from the first byte to the
 * last before it counts as made:
 *
 * <pre>
 * journal-000001.vj, ...   the segments, encrypted as they are; of the newest one only whole blocks
 * vigil.properties         what the site has chosen, if there is such a file
 * backup.txt               when it was made and the head it reaches: "entry NUMBER:HASH"
 * </pre>
 *
 * <p>The key is not in it. A segment in the backup is replaced only by one that begins with the same bytes, so a damaged
 * journal never takes the place of a sound copy. Used by one thread at a time, which may be another than the journal's.
 */
public final class Backup {
    static final String NOTE = "backup.txt";
    static final String SETTINGS = "vigil.properties";

    private static final String FRESH = ".part";
    private static final Pattern NOTED =
            Pattern.compile("vigil backup 1\nat (\\S+)\nentry ([0-9]{1,18}):([0-9a-f]{64})\n");

    private final Path data;
    private final Path folder;

    /**
     * The backup of one record.
     *
     * @param data the data directory
     * @param folder where the copy lies; may be on a network file system, and is made if it is not there
     */
    public Backup(Path data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** What a finished backup says about itself: when it was made, and the last entry in it. */
    public record Note(Instant at, Head head) {
        String text() {
            return "vigil backup 1%nat %s%nentry %d:%s%n"
                    .formatted(at, head.sequence(), head.chainHash())
                    .replace(System.lineSeparator(), "\n");
        }
    }

    /**
     * Brings the copy up to date and checks it.
     *
     * @param at the time noted in it
     * @throws JournalException one line with the cause and what to do; then the copy before, if any, is still there
     */
    public Note make(Instant at) throws JournalException {
        try {
            DeviceKey key = KeyFile.read(data);
            Disk from = new FolderDisk(data);
            created(folder);
            FolderDisk to = new FolderDisk(folder);
            for (Shelf.Segment segment : Shelf.of(from, key).segments()) {
                copy(segment.name(), whole(from, segment, key), to);
            }
            settings();
            Note note = new Note(at, checked(to, key));
            write(to, NOTE, note.text().getBytes(StandardCharsets.US_ASCII));
            return note;
        } catch (JournalException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    "the backup in %s could not be made: a file of that name stands in the way; choose another backup.folder"
                            .formatted(folder),
                    e);
        } catch (IOException e) {
            throw new JournalException(
                    "the backup in %s could not be made: %s; check that folder, its space and its permissions"
                            .formatted(folder, DataDirectory.cause(e)),
                    e);
        }
    }

    static void created(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** The segment up to its last whole block; what stands behind is being written, or are zeros. */
    private static byte[] whole(Disk from, Shelf.Segment segment, DeviceKey key) throws IOException {
        byte[] bytes = bytes(from, segment.name());
        SegmentReader reader = new SegmentReader(bytes, segment.header().cipher(key));
        SegmentReader.Found found = reader.next();
        while (found instanceof SegmentReader.Whole) {
            found = reader.next();
        }
        return Arrays.copyOf(bytes, reader.offset());
    }

    static byte[] bytes(Disk disk, String name) throws IOException {
        try (InputStream in = disk.read(name)) {
            return in.readAllBytes();
        }
    }

    private void copy(String name, byte[] fresh, FolderDisk to) throws IOException {
        byte[] kept = to.names().contains(name) ? bytes(to, name) : new byte[0];
        if (Arrays.equals(kept, fresh)) {
            return;
        }
        if (kept.length > fresh.length || !Arrays.equals(kept, 0, kept.length, fresh, 0, kept.length)) {
            throw new JournalException(
                    "the backup in %s was not changed: its %s is not the beginning of the one in use; check both with 'vigil verify', or choose another backup.folder"
                            .formatted(folder, name));
        }
        write(to, name, fresh);
    }

    /** Under another name first: what stood there before is whole until the new one is. */
    static void write(Disk to, String name, byte[] bytes) throws IOException {
        try (DiskFile file = to.create(name + FRESH)) {
            file.write(ByteBuffer.wrap(bytes), 0);
            file.force();
        }
        to.rename(name + FRESH, name);
        to.forceNames();
    }

    private void settings() throws IOException {
        Path file = data.resolve(SETTINGS);
        if (Files.exists(file)) {
            write(new FolderDisk(folder), SETTINGS, Files.readAllBytes(file));
        }
    }

    private Head checked(Disk to, DeviceKey key) throws JournalException {
        return switch (Verify.journal(to, key, Optional.empty())) {
            case Verify.Verdict.Sound sound -> sound.head();
            case Verify.Verdict.Torn torn -> throw unsound(torn.head().sequence() + 1, torn.reason());
            case Verify.Verdict.Damaged(long sequence, var reason) -> throw unsound(sequence, reason);
            case Verify.Verdict.Contradicted it -> throw unsound(it.head().sequence(), "it contradicts itself");
            case Verify.Verdict.Unreadable(var reason) -> throw new JournalException(reason);
        };
    }

    private JournalException unsound(long sequence, String reason) {
        return new JournalException(
                "the backup in %s is not sound at entry %d: %s; check the record with 'vigil verify'"
                        .formatted(folder, sequence, reason));
    }

    /**
     * What the backup in a folder says about itself; empty if there is no such note.
     *
     * @throws JournalException one line that names the note, if it is not as it was written
     */
    public static Optional<Note> noted(Path folder) throws IOException {
        Path file = folder.resolve(NOTE);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Note read(Path file) throws IOException {
        try {
            return note(Files.readString(file, StandardCharsets.US_ASCII)).orElseThrow(() -> notAsWritten(file));
        } catch (DateTimeException | CharacterCodingException e) {
            throw (JournalException) notAsWritten(file).initCause(e);
        }
    }

    private static Optional<Note> note(String text) {
        Matcher note = NOTED.matcher(text);
        return note.matches()
                ? Optional.of(
                        new Note(Instant.parse(note.group(1)), new Head(Long.parseLong(note.group(2)), note.group(3))))
                : Optional.empty();
    }

    private static JournalException notAsWritten(Path file) {
        return new JournalException(
                "%s is not as it was written: how far the backup there reaches is not known".formatted(file));
    }

    /** Why it is not known how far the backup in a folder reaches, in one line; empty if it is, or if there is none. */
    public static Optional<String> doubt(Path folder) {
        try {
            boolean isUnnoted = Files.isDirectory(folder)
                    && noted(folder).isEmpty()
                    && !Shelf.numbers(new FolderDisk(folder)).isEmpty();
            return isUnnoted
                    ? Optional.of(
                            "%s is missing: the backup there was never finished, or how far it reaches is not known"
                                    .formatted(folder.resolve(NOTE)))
                    : Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            return Optional.of("the backup in %s cannot be read: %s".formatted(folder, DataDirectory.cause(e)));
        }
    }

    /** The names of the segments in a folder, newest first. */
    static List<String> newestFirst(Disk disk) throws IOException {
        return Shelf.numbers(disk).reversed().stream().map(Shelf::name).toList();
    }
}
