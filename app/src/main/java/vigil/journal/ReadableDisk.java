package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data directory that can be read, if it is there at all, and not written: every change fails with the same cause. */
final class ReadableDisk implements Disk {
    private final Path folder;
    private final Disk real;
    private final String cause;

    ReadableDisk(Path folder, String cause) {
        this.folder = folder;
        this.real = new FolderDisk(folder);
        this.cause = cause;
    }

    @Override
    public List<String> names() throws IOException {
        return Files.isDirectory(folder) && Files.isReadable(folder) ? real.names() : List.of();
    }

    @Override
    public long size(String name) throws IOException {
        return real.size(name);
    }

    @Override
    public InputStream read(String name) throws IOException {
        return real.read(name);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        throw new IOException(cause);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        throw new IOException(cause);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        throw new IOException(cause);
    }

    @Override
    public void delete(String name) throws IOException {
        throw new IOException(cause);
    }

    @Override
    public void forceNames() throws IOException {
        throw new IOException(cause);
    }

    @Override
    public String place(String name) {
        return real.place(name);
    }
}
