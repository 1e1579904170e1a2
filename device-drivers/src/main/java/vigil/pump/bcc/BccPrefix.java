package vigil.pump.bcc;

import vigil.pump.wire.EightBytes;
import vigil.pump.wire.Octets;

/**
 * The time and the address with which all quadruples of a pump in one message begin, with their commas: its bytes, the
 * first eight and the last. Two words are enough until a ComDevice has been on for three years; a longer one is none. Not
 * thread-safe.
 */
final class BccPrefix {
    private static final int LEAST = EightBytes.COUNT;
    private static final int MOST = 2 * EightBytes.COUNT;

    private int length;
    private long start;
    private long end;

    /** There is none. */
    void forget() {
        length = 0;
    }

    /** It is the {@code size} bytes from {@code from} on. */
    void is(Octets text, int from, int size) {
        length = size >= LEAST && size <= MOST ? size : 0;
        start = text.eight(from);
        end = length == 0 ? 0 : text.eight(from + size - EightBytes.COUNT);
    }

    /** In bytes; 0 when there is none. */
    int length() {
        return length;
    }

    /** True when a quadruple begins with it. */
    boolean isAt(Octets text, int from) {
        return length > 0 && text.eight(from) == start && text.eight(from + length - EightBytes.COUNT) == end;
    }

    /** True when it stands there; eight bytes are to be within the array. */
    boolean isAt(byte[] bytes, int from) {
        return EightBytes.from(bytes, from) == start && EightBytes.from(bytes, from + length - EightBytes.COUNT) == end;
    }

    /** Writes it over as many bytes. */
    void put(byte[] bytes, int at) {
        EightBytes.put(bytes, at, start);
        EightBytes.put(bytes, at + length - EightBytes.COUNT, end);
    }
}
