package vigil.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.zip.Deflater;
import vigil.pump.Moment;

/**
 * Entries as the content of a block, small because each entry is told by what it has in common with the ones before:
 *
 * <pre>
 * number  blocks before this one that had not been forced to disk
 * number  entries in this block; for each entry:
 *   number  type
 *   signed  UTC seconds less those of the entry before     u32  UTC nanoseconds
 *   signed  monotonic clock: how much more it went on than UTC did, ns
 *   signed  boot-time clock: how much more it went on than the monotonic clock, ns
 * then the payloads, a line feed after each, deflated (RFC 1951) with what went before as its dictionary; the last four
 * bytes of the flush, 00 00 FF FF, are left out
 * </pre>
 *
 * What went before begins anew with each segment and after each checkpoint. Numbers as {@link Varint} writes them.
 * {@link EntryUnpacker} is the counterpart. Used by one thread.
 */
final class EntryPacker implements AutoCloseable {
    static final int FLUSH_END = 4;
    static final byte LINE_FEED = '\n';
    static final Moment NO_MOMENT = new Moment(Instant.EPOCH, 0, 0);
    private static final int CHUNK = 4_096;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private Moment previous = NO_MOMENT;

    byte[] pack(int unforcedBlocks, List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        ByteArrayOutputStream payloads = new ByteArrayOutputStream(CHUNK);
        Varint.write(unforcedBlocks, out);
        Varint.write(entries.size(), out);
        for (Entry entry : entries) {
            Varint.write(entry.type(), out);
            writeMoment(entry.at(), out);
            payloads.writeBytes(entry.payload());
            payloads.write(LINE_FEED);
        }
        byte[] deflated = deflate(payloads.toByteArray());
        out.write(deflated, 0, deflated.length - FLUSH_END);
        return out.toByteArray();
    }

    private void writeMoment(Moment at, ByteArrayOutputStream out) {
        long utc = nanos(at.utc()) - nanos(previous.utc());
        long monotonic = at.monotonicNanos() - previous.monotonicNanos();
        long boot = at.bootNanos() - previous.bootNanos();
        Instant now = at.utc();
        Varint.writeSigned(now.getEpochSecond() - previous.utc().getEpochSecond(), out);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(now.getNano()).array());
        Varint.writeSigned(monotonic - utc, out);
        Varint.writeSigned(boot - monotonic, out);
        previous = at;
    }

    /** Beyond the year 2262 this wraps round, and back when it is read. */
    static long nanos(Instant utc) {
        return utc.getEpochSecond() * 1_000_000_000L + utc.getNano();
    }

    private byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        deflater.setInput(plain);
        int length;
        do {
            length = deflater.deflate(chunk, 0, CHUNK, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, length);
        } while (length == CHUNK);
        return out.toByteArray();
    }

    /** Forgets what went before. */
    void beginAnew() {
        deflater.reset();
        previous = NO_MOMENT;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
