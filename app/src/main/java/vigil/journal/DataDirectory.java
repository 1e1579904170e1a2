package vigil.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one console's record, held by one process at a time from {@link #open} to {@link #close}:
 *
 * <pre>
 * vigil.lock                      held while a console runs; its content means nothing
 * journal-000001.vj, ...          the record of truth, in segments
 * journal-000001.vj.torn-SEQ      what a power cut left of entry SEQ and later; kept for people to look at
 * device.key                      the keys; without them the record cannot be read
 * journal.reserve                 space held for the time when the disk is full
 * sessions.mv.db                  the session database; can be deleted, is made anew from the journal
 * resume-1.vc, ...                points from which a start goes on; can be deleted, the whole journal is replayed then
 * </pre>
 *
 * <p>A new directory is readable by its owner only. Safe for use by several threads.
 */
public final class DataDirectory implements AutoCloseable {
    private static final Set<String> SHARED =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "webdav");

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory if there is none, and takes hold of it at once or not at all.
     *
     * @throws NotWritableException one line that names the directory, the cause and what to do: it cannot be written
     * @throws JournalException the same: another console has it, it is no directory, or it lies on a network file system
     *     where locks cannot be relied upon
     */
    public static DataDirectory open(Path directory) throws JournalException {
        Path path = directory.toAbsolutePath().normalize();
        try {
            create(path);
            refuseNetwork(path);
            return new DataDirectory(path, lock(path));
        } catch (AccessDeniedException e) {
            throw new NotWritableException(
                    "data directory %s: no permission to read and write in it; give this user the right or choose another with --data"
                            .formatted(path),
                    e);
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    "data directory %s: a file of that name stands in the way; choose another with --data"
                            .formatted(path),
                    e);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new NotWritableException(
                    "data directory %s cannot be used: %s; choose another with --data".formatted(path, cause(e)), e);
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    /**
     * Refuses a directory on a network file system, where locks cannot be relied upon.
     *
     * @throws JournalException one line that names the directory and the file system
     */
    public static void refuseNetwork(Path path) throws IOException {
        refuseNetwork(path, Files.getFileStore(path).type());
    }

    /** @param type the kind of file system as the operating system names it */
    static void refuseNetwork(Path path, String type) throws JournalException {
        if (SHARED.contains(type.toLowerCase(Locale.ROOT))) {
            throw new JournalException(
                    "data directory %s lies on a network file system (%s), where two consoles could write at once; choose a local one with --data"
                            .formatted(path, type));
        }
    }

    /** Returns when every file made, renamed or deleted in a folder is on the disk under its present name. */
    public static void forceNames(Path folder) throws IOException {
        new FolderDisk(folder).forceNames();
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("vigil.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new JournalException(
                    "data directory %s is in use by another Vigil; use that one, or choose another directory with --data"
                            .formatted(path));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The operating system's words for a failure, or the kind of failure where it has none. */
    static String cause(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    public Path path() {
        return path;
    }

    /** Lets go of the directory; whatever writes in it is closed before. */
    @Override
    public void close() throws JournalException {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new JournalException("data directory %s: its lock could not be released".formatted(path), e);
        }
    }
}
