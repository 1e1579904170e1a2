package vigil.pump.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at once, held in a {@code long} with the first byte lowest. Most bytes of a long answer mean nothing
 * to the one who looks for a separator or a control character; a step for each would cost more than all the rest of
 * decoding does.
 *
 * <p>A <em>mark</em> is the top bit of a byte; only the first one counts.
 */
public final class EightBytes {
    /** Bytes in one step. */
    public static final int COUNT = Long.BYTES;

    /** Four sums of 16 bits, to each of which every eight bytes add up to 510. */
    public static final int MOST_PAIRS = 128;

    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long TOP = 0x8080_8080_8080_8080L;
    private static final long EVERY_SECOND = 0x00FF_00FF_00FF_00FFL;
    private static final long EVERY_FOURTH = 0x0000_FFFF_0000_FFFFL;

    private EightBytes() {}

    /** The eight bytes from {@code at} on; all must be within the array. */
    public static long from(byte[] bytes, int at) {
        return (long) VIEW.get(bytes, at);
    }

    /** The bytes from {@code at} to before {@code to}, at most eight, and zeros after them. */
    public static long before(int to, byte[] bytes, int at) {
        if (at + COUNT <= to) {
            return from(bytes, at);
        }
        long eight = 0;
        for (int i = to - 1; i >= at; i--) {
            eight = eight << 8 | (bytes[i] & 0xFF);
        }
        return eight;
    }

    /** Writes eight bytes from {@code at} on; all must be within the array. */
    public static void put(byte[] bytes, int at, long eight) {
        VIEW.set(bytes, at, eight);
    }

    /** Eight times the same byte. */
    public static long each(int value) {
        return EACH * (value & 0xFF);
    }

    /** Marks the first byte that is zero, and perhaps bytes after it; nothing when none is. */
    public static long zeros(long eight) {
        // The subtraction borrows from the byte above only where a byte is zero
        return (eight - EACH) & ~eight & TOP;
    }

    /** How many bytes stand before the first mark; eight when there is none. */
    public static int beforeFirst(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The first {@code count} bytes, 0 to 8; the others become zero. */
    public static long first(int count, long eight) {
        return count == COUNT ? eight : eight & ~(-1L << (count << 3));
    }

    /** The bytes, each 0 to 255, added two and two; up to {@value #MOST_PAIRS} of these can be added before {@link #sum}. */
    public static long pairs(long eight) {
        return (eight & EVERY_SECOND) + ((eight >>> 8) & EVERY_SECOND);
    }

    /** The sum of the bytes in {@code pairs}. */
    public static int sum(long pairs) {
        long fours = (pairs & EVERY_FOURTH) + ((pairs >>> 16) & EVERY_FOURTH);
        return (int) (fours + (fours >>> 32));
    }
}
