package vigil.pump.bcc;

import vigil.pump.wire.EightBytes;
import vigil.pump.wire.Octets;

/**
 * The bytes of one pump's quadruples in one poll, an RS after each, and where each ends. Of a poll that is longer than the
 * room, only its beginning. Not thread-safe.
 */
final class BccBytes {
    private static final int MOST_BYTES = 4_096;

    /** With room to write eight bytes at its end. */
    private final byte[] bytes = new byte[MOST_BYTES + EightBytes.COUNT];

    private final int[] ends;
    private int count;
    /** Bytes of time and address before each; 0 when they are not the same in all. */
    private int prefix;

    private boolean whole = true;

    /** Room for so many quadruples. */
    BccBytes(int most) {
        ends = new int[most];
    }

    /** Quadruples that are here. */
    int count() {
        return count;
    }

    void clear() {
        count = 0;
        prefix = 0;
        whole = true;
    }

    /**
     * How many of the quadruples from number {@code at} on stand from {@code from} on, each with {@code time} before it and not
     * with that of its own poll. The bytes here are given that time.
     */
    int same(Octets text, int from, int at, BccPrefix time) {
        if (at >= count || time.length() != prefix) {
            return 0;
        }
        give(time, at);
        int begin = end(at);
        int same = text.same(from, bytes, begin, end(count));
        // After the last quadruple of a message there is no RS
        boolean last = from + same == text.length() && bytes[begin + same] == BccFrame.RS;
        return wholeBefore(begin + same + (last ? 1 : 0), at) - at;
    }

    private void give(BccPrefix time, int at) {
        if (!time.isAt(bytes, end(at))) {
            for (int i = at; i < count; i++) {
                time.put(bytes, end(i));
            }
        }
    }

    private int wholeBefore(int limit, int at) {
        int whole = at;
        while (whole < count && ends[whole] <= limit) {
            whole++;
        }
        return whole;
    }

    /** Where the first {@code quadruples} end. */
    int end(int quadruples) {
        return quadruples == 0 ? 0 : ends[quadruples - 1];
    }

    /** Adds the quadruples of {@code other} from number {@code at} to before {@code until}. */
    void addAll(BccBytes other, int at, int until) {
        int from = other.end(at);
        int size = other.end(until) - from;
        if (fits(until - at, size, other.prefix)) {
            int shift = end(count) - from;
            System.arraycopy(other.bytes, from, bytes, from + shift, size);
            for (int i = at; i < until; i++) {
                ends[count++] = other.ends[i] + shift;
            }
        }
    }

    /** Adds a quadruple, which stands from {@code from} to before {@code to} and begins with {@code time}. */
    void add(Octets text, int from, int to, BccPrefix time) {
        if (fits(1, to - from + 1, time.length())) {
            int at = text.copyTo(from, to, bytes, end(count));
            bytes[at] = BccFrame.RS;
            ends[count++] = at + 1;
        }
    }

    private boolean fits(int quadruples, int size, int prefixOfThem) {
        prefix = count == 0 ? prefixOfThem : prefix;
        whole = whole
                && prefix > 0
                && prefix == prefixOfThem
                && count + quadruples <= ends.length
                && end(count) + size <= MOST_BYTES;
        return whole;
    }
}
