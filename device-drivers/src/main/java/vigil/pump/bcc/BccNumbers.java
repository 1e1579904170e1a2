package vigil.pump.bcc;

import vigil.pump.wire.Octets;

/** Strict readers of the whole numbers and the bit fields in a message. Whatever else stands there is no number. */
final class BccNumbers {
    /** What is read where there is no bit field; no bit field of 32 bits is negative as a {@code long}. */
    static final long NO_BITS = -1;

    private static final int HEX_DIGITS = 8;

    private BccNumbers() {}

    /** A whole number of at most nine digits, or -1. */
    static int whole(Octets text, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A bit field of up to eight hexadecimal digits, with or without {@code 0x} before and {@code h} after it. */
    static long bits(Octets text, int from, int to) {
        boolean prefixed = to - from > 2 && (text.has("0x", from) || text.has("0X", from));
        int start = prefixed ? from + 2 : from;
        boolean marked = to > start && (text.at(to - 1) == 'h' || text.at(to - 1) == 'H');
        int end = marked ? to - 1 : to;
        if (start >= end || end - start > HEX_DIGITS) {
            return NO_BITS;
        }
        long bits = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.at(i), 16);
            if (digit < 0) {
                return NO_BITS;
            }
            bits = (bits << 4) | digit;
        }
        return bits;
    }
}
