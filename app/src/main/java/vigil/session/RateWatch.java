package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * The rate test of over- and under-infusion: for how long without a break the reported rate has been off (alarm page,
 * sections 6.1 and 6.2). Immutable.
 *
 * @param since elapsed time of the first sample that failed
 * @param until elapsed time of the newest sample that failed
 * @param estimated part of the time is a gap in the data between two samples that both fail
 */
record RateWatch(Optional<FlowDirection> direction, Duration since, Duration until, boolean estimated) {
    static final RateWatch WITHIN = new RateWatch(Optional.empty(), Duration.ZERO, Duration.ZERO, false);

    /** {@code found} at a new sample; {@code gap} if samples are missing before it. */
    RateWatch after(Optional<FlowDirection> found, Duration now, boolean gap) {
        if (found.isEmpty()) {
            return WITHIN;
        }
        return found.equals(direction)
                ? new RateWatch(direction, since, now, estimated || gap)
                : new RateWatch(found, now, now, false);
    }

    /** The direction, once it has lasted longer than {@code window}. */
    Optional<FlowDirection> raised(Duration window) {
        return until.minus(since).compareTo(window) > 0 ? direction : Optional.empty();
    }
}
