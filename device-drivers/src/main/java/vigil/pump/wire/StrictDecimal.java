package vigil.pump.wire;

import java.math.BigDecimal;

/**
 * Strict, locale-free reader of decimals in a frame: digits with at most one point inside, no sign, no exponent, no
 * grouping (faults A14, A15). Whatever else stands there is no number.
 *
 * <p>A decimal that was read is held in a {@code long}, its digits times 16 plus its places, without trailing zeros: so
 * equal numbers are equal, and nothing is allocated for a number that is only looked at.
 */
public final class StrictDecimal {
    /** What is read where there is no number. */
    public static final long NONE = -1;

    private static final int MOST_DIGITS = 15;
    private static final int PLACES = 0xF;
    private static final int PLACES_BITS = 4;
    private static final long[] POWERS = powers();

    private StrictDecimal() {}

    private static long[] powers() {
        long[] powers = new long[PLACES + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** The decimal from {@code from} to before {@code to}; {@link #NONE} when the text is not one. */
    public static long read(Octets text, int from, int to) {
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            char character = text.at(i);
            if (character == '.' && point < 0) {
                point = i;
            } else if (character >= '0' && character <= '9' && count < MOST_DIGITS) {
                digits = digits * 10 + (character - '0');
                count++;
            } else {
                return NONE;
            }
        }
        boolean whole = point < 0;
        boolean pointInside = point > from && point < to - 1;
        return count > 0 && (whole || pointInside) ? of(digits, whole ? 0 : to - point - 1) : NONE;
    }

    /**
     * The decimal of these digits.
     *
     * @param digits 0 to 10^17
     * @param places how many of them stand after the point, 0 to 15
     */
    public static long of(long digits, int places) {
        long number = digits;
        int after = places;
        while (after > 0 && number % 10 == 0) {
            number /= 10;
            after--;
        }
        return number << PLACES_BITS | after;
    }

    /** The decimal times {@code factor}, its point moved {@code places} to the left; at most 15 digits and places. */
    public static long times(long decimal, long factor, int places) {
        return of((decimal >>> PLACES_BITS) * factor, places(decimal) + places);
    }

    /** True when it is greater than the whole number {@code most}. */
    public static boolean isAbove(long decimal, long most) {
        long whole = whole(decimal);
        return whole > most || (whole == most && places(decimal) > 0);
    }

    /** What stands before the point. */
    public static long whole(long decimal) {
        return (decimal >>> PLACES_BITS) / POWERS[places(decimal)];
    }

    /** The number cut after its first decimal place, times ten. */
    public static long tenths(long decimal) {
        return (decimal >>> PLACES_BITS) * 10 / POWERS[places(decimal)];
    }

    private static int places(long decimal) {
        return (int) decimal & PLACES;
    }

    /** The number itself. */
    public static BigDecimal value(long decimal) {
        return BigDecimal.valueOf(decimal >>> PLACES_BITS, places(decimal));
    }
}
