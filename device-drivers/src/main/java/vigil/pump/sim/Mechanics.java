package vigil.pump.sim;

import java.time.Duration;

/**
 * How the drive of a syringe pump follows its set rate. Slack is taken up after a start, during which nothing flows; then
 * the flow rises in a straight line; and what flows differs from what is set by the drive's accuracy. The pump counts what
 * its drive moves. Immutable.
 *
 * @param startDelay from the start until the first flow, at most 10 min
 * @param ramp from the first flow to the full one, at most 10 min
 * @param accuracyPermille what flows above (or below) the set rate, -100 to 100
 */
public record Mechanics(Duration startDelay, Duration ramp, int accuracyPermille) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_PERMILLE = 100;
    private static final int WHOLE = 1_000;
    private static final long NANOS_PER_US = 1_000L;

    /** Flows at the set rate from the first moment. */
    public static final Mechanics IDEAL = new Mechanics(Duration.ZERO, Duration.ZERO, 0);

    public Mechanics {
        check("start delay", startDelay);
        check("ramp", ramp);
        if (Math.abs(accuracyPermille) > MOST_PERMILLE) {
            throw new IllegalArgumentException(
                    "accuracy %s %% is outside -10 to 10".formatted(accuracyPermille / 10.0));
        }
    }

    private static void check(String what, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s %d s is outside 0 to 600".formatted(what, time.toSeconds()));
        }
    }

    /** The rate at which the drive really moves once it is up to speed. */
    long driven(long rateNlPerH) {
        return rateNlPerH * (WHOLE + accuracyPermille) / WHOLE;
    }

    /** How many microseconds of full flow the time between two moments after a start is worth. */
    long fullFlowUs(long fromUs, long toUs) {
        return fullFlowUs(toUs) - fullFlowUs(fromUs);
    }

    private long fullFlowUs(long sinceStartUs) {
        long flowing = Math.max(0, sinceStartUs - startDelay.toNanos() / NANOS_PER_US);
        long rampUs = ramp.toNanos() / NANOS_PER_US;
        return flowing < rampUs ? flowing * flowing / (2 * rampUs) : flowing - rampUs / 2;
    }
}
