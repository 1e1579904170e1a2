package vigil.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file whose blocks of 4 KiB are checked with each read (goal R4): a bit that flipped on the disk is an error, never a
 * value. On the disk a page of sums stands before each 1,024 blocks, one CRC32C (big-endian) for each over its number and its
 * content, filled up with zeros. A block that was never written is zero, and so is its sum. Safe for use by many threads.
 *
 * <p>Sums are written after their blocks. A kill between the two leaves a block that is refused: then the database is made
 * anew, as after any damage.
 */
final class SummedFile extends FileBaseDefault {
    static final int BLOCK = 4_096;
    private static final int BLOCKS_OF_A_GROUP = BLOCK / Integer.BYTES;
    private static final long GROUP = (long) BLOCK * (BLOCKS_OF_A_GROUP + 1);
    private static final byte[] ZEROS = new byte[BLOCK];

    private final FileChannel base;
    /** The pages of sums read or written so far, by the number of their group. */
    private final Map<Long, ByteBuffer> sums = new HashMap<>();

    SummedFile(FileChannel base) {
        this.base = base;
    }

    /** How long the content of a file of this length on the disk is, in bytes. */
    static long sizeWithout(long onDisk) {
        return onDisk / GROUP * BLOCKS_OF_A_GROUP * BLOCK + Math.max(0, onDisk % GROUP - BLOCK);
    }

    /** The first block that does not fit its checksum; empty if all do. */
    Optional<Long> firstDamaged() throws IOException {
        long blocks = (size() + BLOCK - 1) / BLOCK;
        for (long block = 0; block < blocks; block++) {
            try {
                checked(block, block + 1);
            } catch (DamagedBlockException e) {
                return Optional.of(e.block());
            }
        }
        return Optional.empty();
    }

    /** Where a block begins on the disk. */
    private static long place(long block) {
        return (block + block / BLOCKS_OF_A_GROUP + 1) * BLOCK;
    }

    @Override
    public long size() throws IOException {
        return sizeWithout(base.size());
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
        long size = size();
        if (position >= size) {
            return -1;
        }
        int length = (int) Math.min(to.remaining(), size - position);
        ByteBuffer blocks = checked(position / BLOCK, (position + length + BLOCK - 1) / BLOCK);
        to.put(blocks.slice((int) (position % BLOCK), length));
        return length;
    }

    /** The blocks from {@code first} up to, not including, {@code end}; what is missing at the end of the file is zero. */
    private ByteBuffer checked(long first, long end) throws IOException {
        ByteBuffer blocks = ByteBuffer.allocate((int) (end - first) * BLOCK);
        for (long block = first; block < end; block = nextGroup(block)) {
            long until = Math.min(end, nextGroup(block));
            int from = (int) (block - first) * BLOCK;
            fill(blocks.slice(from, (int) (until - block) * BLOCK), place(block));
            for (long each = block; each < until; each++) {
                check(each, blocks.slice((int) (each - first) * BLOCK, BLOCK));
            }
        }
        return blocks;
    }

    private static long nextGroup(long block) {
        return (block / BLOCKS_OF_A_GROUP + 1) * BLOCKS_OF_A_GROUP;
    }

    private void fill(ByteBuffer target, long from) throws IOException {
        int read = 0;
        while (target.hasRemaining() && read >= 0) {
            read = base.read(target, from + target.position());
        }
    }

    private void check(long block, ByteBuffer content) throws IOException {
        int sum = sumsOf(block).getInt(slot(block));
        boolean neverWritten = sum == 0 && content.equals(ByteBuffer.wrap(ZEROS));
        if (sum != sum(block, content) && !neverWritten) {
            throw new DamagedBlockException(block);
        }
    }

    private static int slot(long block) {
        return (int) (block % BLOCKS_OF_A_GROUP) * Integer.BYTES;
    }

    private static int sum(long block, ByteBuffer content) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, block));
        crc.update(content.duplicate());
        return (int) crc.getValue();
    }

    private ByteBuffer sumsOf(long block) throws IOException {
        long group = block / BLOCKS_OF_A_GROUP;
        ByteBuffer known = sums.get(group);
        if (known == null) {
            known = ByteBuffer.allocate(BLOCK);
            fill(known.duplicate(), group * GROUP);
            sums.put(group, known);
        }
        return known;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        int length = from.remaining();
        long end = position + length;
        long size = Math.max(size(), end);
        long first = position / BLOCK;
        ByteBuffer blocks = around(position, end);
        blocks.slice((int) (position % BLOCK), length).put(from);
        put(first, blocks.limit((int) Math.min(blocks.capacity(), size - first * BLOCK)));
        return length;
    }

    /** Room for the blocks that a write changes, with what stays of the first and the last of them. */
    private ByteBuffer around(long position, long end) throws IOException {
        long first = position / BLOCK;
        long after = (end + BLOCK - 1) / BLOCK;
        ByteBuffer blocks = ByteBuffer.allocate((int) (after - first) * BLOCK);
        if (position % BLOCK != 0) {
            blocks.put(0, checked(first, first + 1), 0, BLOCK);
        }
        if (end % BLOCK != 0) {
            blocks.put(blocks.capacity() - BLOCK, checked(after - 1, after), 0, BLOCK);
        }
        return blocks;
    }

    /** Writes blocks up to the limit of {@code content}, whose capacity is whole blocks, and their sums. */
    private void put(long first, ByteBuffer content) throws IOException {
        long end = first + content.capacity() / BLOCK;
        for (long block = first; block < end; block = nextGroup(block)) {
            long until = Math.min(end, nextGroup(block));
            int from = (int) (block - first) * BLOCK;
            int length = Math.min(content.limit() - from, (int) (until - block) * BLOCK);
            drain(content.slice(from, length), place(block));
        }
        ByteBuffer whole = content.duplicate().clear();
        for (long block = first; block < end; block++) {
            int sum = sum(block, whole.slice((int) (block - first) * BLOCK, BLOCK));
            sumsOf(block).putInt(slot(block), sum);
        }
        putSums(first, end);
    }

    private void putSums(long first, long end) throws IOException {
        for (long block = first; block < end; block = nextGroup(block)) {
            int from = slot(block);
            int length = (int) (Math.min(end, nextGroup(block)) - block) * Integer.BYTES;
            drain(sumsOf(block).slice(from, length), block / BLOCKS_OF_A_GROUP * GROUP + from);
        }
    }

    private void drain(ByteBuffer source, long to) throws IOException {
        while (source.hasRemaining()) {
            base.write(source, to + source.position());
        }
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        if (size >= size()) {
            return;
        }
        long kept = size / BLOCK;
        long group = kept / BLOCKS_OF_A_GROUP;
        int rest = (int) (size % BLOCK);
        ByteBuffer last = rest == 0 ? ByteBuffer.allocate(0) : checked(kept, kept + 1);
        sums.keySet().removeIf(each -> each > group);
        if (rest == 0 && slot(kept) == 0) {
            base.truncate(group * GROUP);
            sums.remove(group);
            return;
        }
        base.truncate(place(kept) + rest);
        forget(kept);
        if (rest > 0) {
            put(kept, last.put(rest, ZEROS, 0, BLOCK - rest).limit(rest));
        }
    }

    /** What is written here later must not meet a sum of what was cut off. */
    private void forget(long first) throws IOException {
        int from = slot(first);
        sumsOf(first).put(from, ZEROS, 0, BLOCK - from);
        putSums(first, nextGroup(first));
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
