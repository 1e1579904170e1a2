package vigil.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vigil.store.StoreException;

/**
 * Puts one export where it belongs, whole or not at all: written beside its place under a temporary name, forced to the
 * disk, then moved. No reader ever sees half a file. Thread-safe.
 */
public final class ExportFile {
    private ExportFile() {}

    /** What to do when the file is already there. */
    public enum IfPresent {
        REFUSE,
        REPLACE
    }

    /** Writes the content to a stream that it must not close. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code target}.
     *
     * @throws ExportException naming the file and what to do; then nothing of it is left behind
     */
    public static void write(Path target, IfPresent ifPresent, Content content) throws ExportException {
        Path file = target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportException(
                    "cannot write " + target + ": its folder does not exist; make it or choose another");
        }
        if (Files.isDirectory(file)) {
            throw new ExportException("cannot write " + target + ": it is a folder; give a file name");
        }
        if (ifPresent == IfPresent.REFUSE && Files.exists(file)) {
            throw alreadyThere(target);
        }
        try {
            writeBeside(file, folder, ifPresent, content);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(target);
        } catch (StoreException e) {
            // Space and permission of the folder have nothing to do with it.
            throw new ExportException("%s was not written: %s".formatted(target, e.getMessage()), e);
        } catch (IOException e) {
            throw new ExportException(
                    "cannot write " + target + ": " + reason(e) + "; check space and permission of the folder", e);
        }
    }

    private static void writeBeside(Path file, Path folder, IfPresent ifPresent, Content content) throws IOException {
        Path temporary = Files.createTempFile(folder, ".vigil-", ".part");
        try {
            fill(temporary, content);
            move(temporary, file, ifPresent);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** A hard link fails when the name is taken, which a rename does not; where there are none, a plain move must do. */
    private static void move(Path temporary, Path file, IfPresent ifPresent) throws IOException {
        switch (ifPresent) {
            case REPLACE ->
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            case REFUSE -> {
                try {
                    Files.createLink(file, temporary);
                } catch (UnsupportedOperationException e) {
                    Files.move(temporary, file);
                }
            }
        }
    }

    /** The new name itself must survive a power cut; Windows has no way and no need to open a folder for that. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static ExportException alreadyThere(Path target) {
        return new ExportException(
                "cannot write " + target + ": the file exists; choose another name or say overwrite");
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
