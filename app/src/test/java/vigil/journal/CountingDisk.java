package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** A real directory on which nothing is forced; counts what was given to it, in bytes and as pages that a force writes. */
final class CountingDisk implements Disk {
    private static final int PAGE = 4_096;

    private final Disk real;
    private long bytes;
    private long pages;
    private long forces;

    CountingDisk(Disk real) {
        this.real = real;
    }

    long bytes() {
        return bytes;
    }

    /** What reaches the disk if every force writes each changed page once. */
    long bytesInPages() {
        return pages * PAGE;
    }

    long forces() {
        return forces;
    }

    @Override
    public List<String> names() throws IOException {
        return real.names();
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
        return new Counted(real.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new Counted(real.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        real.delete(name);
    }

    @Override
    public void forceNames() {
        forces++;
    }

    @Override
    public String place(String name) {
        return real.place(name);
    }

    private final class Counted implements DiskFile {
        private final DiskFile file;

        Counted(DiskFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer written, long position) throws IOException {
            bytes += written.remaining();
            pages += (position + written.remaining() - 1) / PAGE - position / PAGE + 1;
            file.write(written, position);
        }

        @Override
        public void force() {
            forces++;
        }

        @Override
        public void truncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
