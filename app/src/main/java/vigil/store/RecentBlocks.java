package vigil.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that remembers the blocks of 4 KiB read last. H2's pages are a tenth of a block, and it reads them one by one:
 * without this the same block is fetched and checked ten times in a row. A write goes straight to the file. Safe for use by
 * many threads.
 */
final class RecentBlocks extends FileBaseDefault {
    static final int BLOCK = SummedFile.BLOCK;
    /** Enough for several readers, each with the leaf and the inner pages of a few tables. */
    private static final int REMEMBERED = 64;
    /** Longer reads are of what is read once, as when the file is compacted. */
    private static final int LONGEST = 4 * BLOCK;

    private final FileChannel base;
    private final Map<Long, byte[]> recent = new LinkedHashMap<>(2 * REMEMBERED, 0.75f, true);

    RecentBlocks(FileChannel base) {
        this.base = base;
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
        if (to.remaining() > LONGEST) {
            return base.read(to, position);
        }
        int wanted = to.remaining();
        long at = position;
        while (to.hasRemaining()) {
            byte[] block = block(at / BLOCK);
            int from = (int) (at % BLOCK);
            int length = Math.min(to.remaining(), block.length - from);
            if (length <= 0) {
                break;
            }
            to.put(block, from, length);
            at += length;
        }
        return wanted > 0 && at == position ? -1 : (int) (at - position);
    }

    private byte[] block(long number) throws IOException {
        byte[] known = recent.get(number);
        return known != null ? known : remembered(number, fetched(number));
    }

    /** Shorter than a block at the end of the file. */
    private byte[] fetched(long number) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(BLOCK);
        int read = 0;
        while (content.hasRemaining() && read >= 0) {
            read = base.read(content, number * BLOCK + content.position());
        }
        byte[] fetched = new byte[content.position()];
        content.get(0, fetched);
        return fetched;
    }

    /** What ends within a block changes when the file grows: only whole ones stay. */
    private byte[] remembered(long number, byte[] content) {
        if (content.length == BLOCK) {
            recent.put(number, content);
            if (recent.size() > REMEMBERED) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return content;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        long first = position / BLOCK;
        long last = (position + from.remaining()) / BLOCK;
        recent.keySet().removeIf(block -> block >= first && block <= last);
        return base.write(from, position);
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        recent.clear();
        base.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
