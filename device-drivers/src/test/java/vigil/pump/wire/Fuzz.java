package vigil.pump.wire;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Mutated inputs for one protocol. Each is made of its own seed, so that one number brings back the input that failed. An
 * input is right when nothing throws and the framer accepts exactly the frames that the slow parser finds valid.
 */
public final class Fuzz implements Runnable {
    private static final int PAIRS = 8;
    /** One input in so many is a whole answer of a device; one in so many a stream of answers, which takes long to judge. */
    private static final int BLOCKS = 8;

    private static final int STREAMS = 256;

    private final UnderTest<?> protocol;
    private final long first;
    private final long count;
    private volatile long done;

    /** {@code count} inputs of the seeds from {@code first} on. */
    public Fuzz(UnderTest<?> protocol, long first, long count) {
        this.protocol = protocol;
        this.first = first;
        this.count = count;
    }

    /** Inputs that were right so far; stands still when one of them hangs. */
    public long done() {
        return done;
    }

    public long count() {
        return count;
    }

    @Override
    public void run() {
        for (long i = 0; i < count; i++) {
            verify(first + i);
            done = i + 1;
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever is thrown is a finding, and is told with the input that caused it
    private void verify(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] input = input(protocol, random);
        try {
            List<?> accepted = protocol.accepted(input, random.nextInt(input.length + 1));
            if (!accepted.equals(protocol.valid(input))) {
                throw new AssertionError("accepted %s, valid %s".formatted(accepted, protocol.valid(input)));
            }
        } catch (RuntimeException | AssertionError finding) {
            throw new AssertionError(
                    "%s, seed %d, input %s: %s"
                            .formatted(protocol, seed, HexFormat.of().formatHex(input), finding.getMessage()),
                    finding);
        }
    }

    /** A vector, an answer or a stream, or now and then two of them, with one to three of the changes that a line makes. */
    public static byte[] input(UnderTest<?> protocol, SplittableRandom random) {
        byte[] wire = whole(protocol, random);
        if (random.nextInt(PAIRS) == 0) {
            wire = Damage.glued(wire, any(protocol.vectors(), random));
        }
        return Damage.mutated(wire, random);
    }

    private static byte[] whole(UnderTest<?> protocol, SplittableRandom random) {
        if (!protocol.streams().isEmpty() && random.nextInt(STREAMS) == 0) {
            return any(protocol.streams(), random);
        }
        boolean isBlock = !protocol.blocks().isEmpty() && random.nextInt(BLOCKS) == 0;
        return any(isBlock ? protocol.blocks() : protocol.vectors(), random);
    }

    private static byte[] any(List<byte[]> wires, SplittableRandom random) {
        return wires.get(random.nextInt(wires.size()));
    }

    @Override
    public String toString() {
        return "%s, seeds from %d, %d of %d inputs".formatted(protocol, first, done, count);
    }
}
