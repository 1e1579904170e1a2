package vigil.journal;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vigil.pump.Moment;

/** The counterpart of {@link EntryPacker}; takes the blocks of a segment in their order. Used by one thread. */
final class EntryUnpacker implements AutoCloseable {
    private static final int CHUNK = 8_192;
    private static final byte[] FLUSH_END = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Inflater inflater = new Inflater(true);
    private final byte[] chunk = new byte[CHUNK];
    private Moment previous = EntryPacker.NO_MOMENT;

    private record Heading(int type, Moment at) {}

    /**
     * The entries of a block, the first of which has sequence {@code first}.
     *
     * @throws IllegalArgumentException if the content is not what a packer writes
     */
    List<Entry> unpack(byte[] content, long first) {
        ByteBuffer in = ByteBuffer.wrap(content);
        try {
            Varint.read(in);
            List<Heading> headings = headings(in);
            byte[] payloads = inflate(content, in.position());
            return entries(headings, payloads, first);
        } catch (BufferUnderflowException | DataFormatException | DateTimeException e) {
            throw new IllegalArgumentException("its content cannot be unpacked", e);
        }
    }

    /** How many blocks before this one had not been forced when it was made. */
    static long unforcedBlocks(byte[] content) {
        return Varint.read(ByteBuffer.wrap(content));
    }

    private List<Heading> headings(ByteBuffer in) {
        long count = Varint.read(in);
        List<Heading> headings = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            int type = (int) Varint.read(in);
            headings.add(new Heading(type, moment(in)));
        }
        return headings;
    }

    private Moment moment(ByteBuffer in) {
        long second = previous.utc().getEpochSecond() + Varint.readSigned(in);
        Instant utc = Instant.ofEpochSecond(second, in.getInt());
        long passed = EntryPacker.nanos(utc) - EntryPacker.nanos(previous.utc());
        long monotonic = passed + Varint.readSigned(in);
        long boot = monotonic + Varint.readSigned(in);
        previous = new Moment(utc, previous.monotonicNanos() + monotonic, previous.bootNanos() + boot);
        return previous;
    }

    private byte[] inflate(byte[] content, int from) throws DataFormatException {
        byte[] deflated = Arrays.copyOf(content, content.length + FLUSH_END.length);
        System.arraycopy(FLUSH_END, 0, deflated, content.length, FLUSH_END.length);
        inflater.setInput(deflated, from, deflated.length - from);
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        int length;
        do {
            length = inflater.inflate(chunk);
            out.write(chunk, 0, length);
        } while (length > 0);
        return out.toByteArray();
    }

    private static List<Entry> entries(List<Heading> headings, byte[] payloads, long first) {
        List<Entry> entries = new ArrayList<>(headings.size());
        int at = 0;
        for (Heading heading : headings) {
            int end = lineEnd(payloads, at);
            byte[] payload = Arrays.copyOfRange(payloads, at, end);
            entries.add(new Entry(first + entries.size(), heading.at(), heading.type(), payload));
            at = end + 1;
        }
        if (at != payloads.length) {
            throw new IllegalArgumentException("it holds more payloads than entries");
        }
        return entries;
    }

    private static int lineEnd(byte[] payloads, int from) {
        for (int i = from; i < payloads.length; i++) {
            if (payloads[i] == EntryPacker.LINE_FEED) {
                return i;
            }
        }
        throw new IllegalArgumentException("it holds fewer payloads than entries");
    }

    void beginAnew() {
        inflater.reset();
        previous = EntryPacker.NO_MOMENT;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
