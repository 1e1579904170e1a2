package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A real directory on which nothing is forced; counts what was given to it, in bytes and as pages that a force writes. */
final class CountingDisk implements Disk {
    private static final int PAGE = 4_096;

    private final Disk real;
    private long bytes;
    private long pages;
    private int largest;
    private long forces;

    CountingDisk(Disk real) {
        this.real = real;
    }

    long bytes() {
        return bytes;
    }

    /** What reaches the disk if every force writes each page that has changed since the one before, once. */
    long bytesInPages() {
        return pages * PAGE;
    }

    /** The most that was written to a segment in one piece. */
    int largestWrite() {
        return largest;
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
        return new Counted(real.create(name), name);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new Counted(real.open(name), name);
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
        private final boolean isSegment;
        private final Set<Long> changed = new HashSet<>();

        Counted(DiskFile file, String name) {
            this.file = file;
            this.isSegment = name.startsWith("journal-");
        }

        @Override
        public void write(ByteBuffer written, long position) throws IOException {
            bytes += written.remaining();
            largest = Math.max(largest, isSegment ? written.remaining() : 0);
            for (long page = position / PAGE; page <= (position + written.remaining() - 1) / PAGE; page++) {
                changed.add(page);
            }
            file.write(written, position);
        }

        @Override
        public void force() {
            forces++;
            pages += changed.size();
            changed.clear();
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
