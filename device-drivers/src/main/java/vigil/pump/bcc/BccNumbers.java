package vigil.pump.bcc;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Strict, locale-free readers of the numbers in a message: digits with at most one point, no sign, no exponent, no
 * grouping. Whatever else stands there is no number.
 */
final class BccNumbers {
    private static final int MOST_DIGITS = 15;
    private static final int HEX_DIGITS = 8;

    private BccNumbers() {}

    /** A decimal; null when the text is not one. */
    static @Nullable BigDecimal decimal(String text, int from, int to) {
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '.' && point < 0) {
                point = i;
            } else if (character >= '0' && character <= '9' && count < MOST_DIGITS) {
                digits = digits * 10 + (character - '0');
                count++;
            } else {
                return null;
            }
        }
        boolean whole = point < 0;
        boolean pointInside = point > from && point < to - 1;
        return count > 0 && (whole || pointInside) ? stripped(digits, whole ? 0 : to - point - 1) : null;
    }

    /** Without trailing zeros, which saves the value types the work. */
    private static BigDecimal stripped(long digits, int scale) {
        long number = digits;
        int places = scale;
        while (places > 0 && number % 10 == 0) {
            number /= 10;
            places--;
        }
        return BigDecimal.valueOf(number, places);
    }

    /** A whole number of at most nine digits, or -1. */
    static int whole(String text, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A bit field of up to eight hexadecimal digits, with or without {@code 0x} before and {@code h} after it. */
    static OptionalInt bits(String text, int from, int to) {
        int start = text.startsWith("0x", from) || text.startsWith("0X", from) ? from + 2 : from;
        boolean marked = to > start && (text.charAt(to - 1) == 'h' || text.charAt(to - 1) == 'H');
        int end = marked ? to - 1 : to;
        if (start >= end || end - start > HEX_DIGITS) {
            return OptionalInt.empty();
        }
        int bits = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return OptionalInt.empty();
            }
            bits = (bits << 4) | digit;
        }
        return OptionalInt.of(bits);
    }
}
