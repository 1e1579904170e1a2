package vigil.pump.sim;

import java.math.BigDecimal;

/**
 * Volume from rate and time in whole numbers: nanolitres, and the part of one that is not yet whole. Rate times time
 * therefore is exact however the time is cut. Not thread-safe.
 */
final class Flow {
    /** Nanolitres of one millilitre. */
    static final long NL_PER_ML = 1_000_000L;

    private static final long US_PER_H = 3_600_000_000L;
    /** At 9,999 mL/h a longer step would overflow. */
    private static final long MOST_STEP_US = 600_000_000L;

    private long restNlUsPerH;

    /** The nanolitres that {@code rateNlPerH} gives in {@code us} microseconds more. */
    long over(long rateNlPerH, long us) {
        long nl = 0;
        long left = us;
        while (left > 0) {
            long step = Math.min(left, MOST_STEP_US);
            long product = rateNlPerH * step + restNlUsPerH;
            nl += product / US_PER_H;
            restNlUsPerH = product % US_PER_H;
            left -= step;
        }
        return nl;
    }

    /** @throws ArithmeticException if there is more than six decimals, which no pump shows */
    static long nl(BigDecimal ml) {
        return ml.movePointRight(6).longValueExact();
    }
}
