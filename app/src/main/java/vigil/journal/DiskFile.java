package vigil.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One file that is written. Used by one thread, which is never interrupted: an interrupt would close the file. */
interface DiskFile extends AutoCloseable {
    /** Writes all of {@code bytes} at {@code position}; after a failure any part of them may have been written. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Returns when everything written, and the length, is on the disk. */
    void force() throws IOException;

    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;
}
