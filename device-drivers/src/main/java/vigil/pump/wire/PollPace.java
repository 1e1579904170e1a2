package vigil.pump.wire;

import java.time.Duration;

/**
 * When the polls of one line begin, and from what one takes, when a reading is stale: after three polls, never below 10 s.
 * So the limit grows with the pumps on the line and with its slowness. Times are nanoseconds of the boot clock. Not
 * thread-safe.
 */
public final class PollPace {
    private static final Duration LEAST_STALE = Duration.ofSeconds(10);
    private static final int STALE_POLLS = 3;

    private final long period;
    private final long between;
    private long startedAt;
    private long took;

    /** Polls start {@code period} apart, and at least {@code between} after the end of the one before. */
    public PollPace(long period, long between) {
        this.period = period;
        this.between = between;
    }

    /** A poll begins, or is begun again. */
    public void begins(long now) {
        startedAt = now;
    }

    /** A part of the poll has come: a first poll that takes long must not make its own readings stale. */
    public void goesOn(long now) {
        took = Math.max(took, now - startedAt);
    }

    /** The poll is over; says when the next one begins. */
    public long ends(long now) {
        took = now - startedAt;
        return Math.max(startedAt + period, now + between);
    }

    /** Begins not before this after the start of the poll under way or just over. */
    public long soonest(long after) {
        return startedAt + after;
    }

    /** A reading older than this is stale. */
    public Duration staleAfter() {
        Duration polls = Duration.ofNanos(Math.max(period, took)).multipliedBy(STALE_POLLS);
        return polls.compareTo(LEAST_STALE) > 0 ? polls : LEAST_STALE;
    }
}
