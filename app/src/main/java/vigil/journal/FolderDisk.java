package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A directory of the operating system. */
final class FolderDisk implements Disk {
    private final Path folder;
    private final boolean posix;

    FolderDisk(Path folder) {
        this.folder = folder;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public DiskFile create(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        return new OpenFile(FileChannel.open(
                folder.resolve(name), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly()));
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public DiskFile open(String name) throws IOException {
        Set<OpenOption> writing = Set.of(StandardOpenOption.WRITE);
        return new OpenFile(FileChannel.open(folder.resolve(name), writing));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    /** Windows cannot open a directory and needs no such step. */
    @Override
    public void forceNames() throws IOException {
        if (posix) {
            try (FileChannel names = FileChannel.open(folder)) {
                names.force(true);
            }
        }
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    private record OpenFile(FileChannel channel) implements DiskFile {
        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            for (long at = position; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
        }

        /** Without the file's times: the length of a segment changes only where it is cut. */
        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
