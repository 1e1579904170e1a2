package vigil.pump.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Seeded damage to a stream: of 5,000 bytes one is dropped and one has a bit flipped, and in each 20,000 stand a burst of
 * 64 random bytes and a gap of 300. Knows which bytes came through.
 */
public final class Damage {
    private static final int RARE = 5_000;
    private static final int VERY_RARE = 20_000;
    private static final int BURST = 64;
    private static final int GAP = 300;

    private final byte[] stream;
    private final boolean[] lost;
    private final boolean[] changed;

    public Damage(byte[] whole, long seed) {
        stream = whole.clone();
        lost = new boolean[whole.length];
        changed = new boolean[whole.length];
        Random random = new Random(seed);
        for (int i = 0; i < stream.length; i++) {
            damage(i, random);
        }
    }

    private void damage(int at, RandomGenerator random) {
        lost[at] |= random.nextInt(RARE) == 0;
        if (random.nextInt(RARE) == 0) {
            change(at, stream[at] ^ (1 << random.nextInt(8)));
        }
        if (random.nextInt(VERY_RARE) == 0) {
            for (int i = at; i < Math.min(at + BURST, stream.length); i++) {
                change(i, random.nextInt(256));
            }
        }
        if (random.nextInt(VERY_RARE) == 0) {
            Arrays.fill(lost, at, Math.min(at + GAP, stream.length), true);
        }
    }

    private void change(int at, int value) {
        stream[at] = (byte) value;
        changed[at] = true;
    }

    /** What arrives. */
    public byte[] bytes() {
        ByteArrayOutputStream through = new ByteArrayOutputStream(stream.length);
        for (int i = 0; i < stream.length; i++) {
            if (!lost[i]) {
                through.write(stream[i]);
            }
        }
        return through.toByteArray();
    }

    /** True when all bytes from {@code from} to {@code to} of the whole stream arrive as they were. */
    public boolean spares(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lost[i] || changed[i]) {
                return false;
            }
        }
        return true;
    }

    /** All pieces one after the other. */
    public static byte[] glued(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Two pieces one after the other. */
    public static byte[] glued(byte[] first, byte[] second) {
        return glued(List.of(first, second));
    }

    /** A mutation of the kinds a line makes, one to three of them: flip, drop, insert, cut, double. */
    public static byte[] mutated(byte[] wire, RandomGenerator random) {
        byte[] bytes = wire;
        for (int times = random.nextInt(1, 4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(bytes, at, random.nextInt(8));
                case 1 -> glued(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case 2 -> inserted(bytes, at, (byte) random.nextInt(256));
                case 3 -> Arrays.copyOf(bytes, at);
                default -> glued(Arrays.copyOf(bytes, at), bytes);
            };
        }
        return bytes;
    }

    /** The same with one bit changed. */
    public static byte[] flipped(byte[] wire, int at, int bit) {
        byte[] damaged = wire.clone();
        damaged[at] ^= (byte) (1 << bit);
        return damaged;
    }

    private static byte[] inserted(byte[] bytes, int at, byte value) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = value;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }
}
