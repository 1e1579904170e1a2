package vigil.people;

import java.time.Duration;

/**
 * How long somebody has to wait after wrong PINs: five tries in a row are free, then 30 s, doubling with each further one up
 * to 15 min (reliability page, section 4). Counted in the record, so that a restart of the program forgives nothing.
 * Immutable.
 *
 * @param failures wrong PINs in a row
 * @param last elapsed time of the console at the last of them
 */
public record Throttle(int failures, Duration last) {
    public static final Throttle NONE = new Throttle(0, Duration.ZERO);

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 5;

    public Throttle failed(Duration now) {
        return new Throttle(failures + 1, now);
    }

    /** What is left to wait at {@code now}, elapsed time of the console; zero when a PIN may be tried. */
    public Duration left(Duration now) {
        Duration left = last.plus(delay()).minus(now);
        return failures < FREE || left.isNegative() ? Duration.ZERO : left;
    }

    private Duration delay() {
        int doublings = Math.clamp((long) failures - FREE, 0, MOST_DOUBLINGS);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(MOST) > 0 ? MOST : delay;
    }
}
