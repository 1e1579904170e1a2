package vigil.pump.wire;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One protocol as the tests of damage and the fuzzing see it: its vectors, its framer and decoder, and the slow parser that
 * judges them. Not thread-safe.
 *
 * @param <F> what its framer gives out
 */
public final class UnderTest<F> {
    private final String name;
    private final List<byte[]> vectors;
    private final Heard<F> heard;
    private final Predicate<F> isFrame;
    private final Function<byte[], ? extends List<? extends F>> slow;
    private final Consumer<F> decode;
    private final List<byte[]> blocks;
    private final List<byte[]> streams;

    /**
     * Puts a protocol together.
     *
     * @param name for people to read
     * @param vectors whole frames as they stand on the page, in wire bytes
     * @param heard collects what the framer says, keeping what it gives out
     * @param isFrame what of that the slow parser knows as well
     * @param slow the same bytes, read slowly
     * @param decode reads what a frame means; must never throw
     */
    public UnderTest(
            String name,
            List<byte[]> vectors,
            Heard<F> heard,
            Predicate<F> isFrame,
            Function<byte[], ? extends List<? extends F>> slow,
            Consumer<F> decode) {
        this(name, vectors, heard, isFrame, slow, decode, List.of(), List.of());
    }

    private UnderTest(
            String name,
            List<byte[]> vectors,
            Heard<F> heard,
            Predicate<F> isFrame,
            Function<byte[], ? extends List<? extends F>> slow,
            Consumer<F> decode,
            List<byte[]> blocks,
            List<byte[]> streams) {
        this.name = name;
        this.vectors = vectors;
        this.heard = heard;
        this.isFrame = isFrame;
        this.slow = slow;
        this.decode = decode;
        this.blocks = blocks;
        this.streams = streams;
    }

    /** The same protocol with what no page prints: whole answers of a device, and streams of many of them. */
    public UnderTest<F> with(List<byte[]> wholeBlocks, List<byte[]> wholeStreams) {
        return new UnderTest<>(name, vectors, heard, isFrame, slow, decode, wholeBlocks, wholeStreams);
    }

    public List<byte[]> vectors() {
        return vectors;
    }

    /** Whole answers as a device of this protocol says them; empty where none were given. */
    public List<byte[]> blocks() {
        return blocks;
    }

    /** Answers one after the other, such as those of a full rack; empty where none were given. */
    public List<byte[]> streams() {
        return streams;
    }

    /** The frames in the bytes as framer and decoder take them, cut into two reads and given up at the end. */
    public List<Object> accepted(byte[] bytes, int cut) {
        heard.frames.clear();
        heard.rejected.clear();
        heard.feed(bytes, 0, cut).feed(bytes, cut, bytes.length).giveUp();
        List<F> frames = heard.frames.stream().filter(isFrame).toList();
        frames.forEach(decode);
        return List.copyOf(frames);
    }

    /** The frames in the bytes as the slow parser finds them. */
    public List<Object> valid(byte[] bytes) {
        return List.copyOf(slow.apply(bytes));
    }

    /** What was given up of the bytes last heard. */
    public List<Framed.Rejected<F>> rejected() {
        return heard.rejected;
    }

    /** Feeds bytes of which nothing is kept. */
    public void feed(byte[] bytes) {
        heard.frames.clear();
        heard.rejected.clear();
        heard.feed(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
