package vigil.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.journal.SegmentHeader.Beginning;
import vigil.keys.DeviceKey;

/** The segment that is being written. After any failure it is closed and never written again. Used by one thread. */
final class SegmentWriter implements AutoCloseable {
    private static final int MOST_IN_A_BLOCK = 64 * 1024;
    private static final int PAGE = 4_096;

    private final DiskFile file;
    private final SegmentCipher cipher;
    private final EntryPacker packer = new EntryPacker();
    private long position = SegmentHeader.LENGTH;
    private int blocks;
    private int forcedBlocks;
    private Optional<Instant> firstAt = Optional.empty();

    private SegmentWriter(DiskFile file, SegmentCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    /**
     * A new segment on the disk, its space taken: zeros, so that writing in it changes no more than the bytes written.
     * Under another name first, so that no segment ever has half a header.
     */
    static SegmentWriter create(Disk disk, DeviceKey key, int number, Beginning beginning, Head before, int bytes)
            throws IOException {
        String name = Shelf.name(number);
        SegmentHeader header = SegmentHeader.fresh(number, beginning, before, key);
        DiskFile file = disk.create(name + ".new");
        try {
            takeSpace(file, ByteBuffer.allocate(bytes).put(header.bytes()).rewind());
            file.force();
            disk.rename(name + ".new", name);
            disk.forceNames();
            return new SegmentWriter(file, header.cipher(key));
        } catch (IOException e) {
            discard(disk, file, name + ".new", e);
            throw e;
        }
    }

    /**
     * Page by page: what is written at once a newer Linux keeps in its memory as one piece, and counts all of it as written
     * anew with each force of a few bytes.
     */
    private static void takeSpace(DiskFile file, ByteBuffer space) throws IOException {
        for (int at = 0; at < space.capacity(); at += PAGE) {
            file.write(space.slice(at, Math.min(PAGE, space.capacity() - at)), at);
        }
    }

    private static void discard(Disk disk, DiskFile file, String name, IOException cause) {
        try (file) {
            disk.delete(name);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void add(List<Entry> entries) throws IOException {
        if (firstAt.isEmpty()) {
            firstAt = Optional.of(entries.getFirst().at().utc());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        while (from < entries.size()) {
            int to = blockEnd(entries, from);
            out.writeBytes(seal(Block.ENTRIES, packer.pack(unforced(), entries.subList(from, to))));
            from = to;
        }
        write(out.toByteArray());
    }

    private static int blockEnd(List<Entry> entries, int from) {
        int bytes = 0;
        int to = from;
        while (to < entries.size() && bytes < MOST_IN_A_BLOCK) {
            bytes += entries.get(to).payload().length;
            to++;
        }
        return to;
    }

    void add(Checkpoint checkpoint) throws IOException {
        write(seal(Block.CHECKPOINT, checkpoint.content(unforced())));
        packer.beginAnew();
    }

    private int unforced() {
        return blocks - forcedBlocks;
    }

    private byte[] seal(byte kind, byte[] content) {
        blocks++;
        return Block.seal(cipher, kind, blocks, content);
    }

    private void write(byte[] bytes) throws IOException {
        file.write(ByteBuffer.wrap(bytes), position);
        position += bytes.length;
    }

    void force() throws IOException {
        file.force();
        forcedBlocks = blocks;
    }

    /** Whether the next segment is due: this one is nearly full, or its first entry is as old as that. */
    boolean isDone(Limits limits, Instant now) {
        boolean old = firstAt.filter(first -> Duration.between(first, now).abs().compareTo(limits.segmentAge()) >= 0)
                .isPresent();
        return old || position > limits.segmentBytes() - limits.segmentBytes() / 8;
    }

    /** Gives back the space that was not needed. Everything was forced before. */
    void finish() throws IOException {
        file.truncate(position);
        file.force();
    }

    @Override
    public void close() throws IOException {
        packer.close();
        file.close();
    }
}
