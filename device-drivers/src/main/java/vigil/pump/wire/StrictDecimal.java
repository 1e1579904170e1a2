package vigil.pump.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Strict, locale-free reader of decimals in a frame: digits with at most one point inside, no sign, no exponent, no
 * grouping (faults A14, A15). Whatever else stands there is no number.
 */
public final class StrictDecimal {
    private static final int MOST_DIGITS = 15;

    private StrictDecimal() {}

    /** The decimal from {@code from} to {@code to}, without trailing zeros; null when the text is not one. */
    public static @Nullable BigDecimal of(String text, int from, int to) {
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
}
