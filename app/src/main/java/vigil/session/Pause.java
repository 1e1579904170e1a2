package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * A pause for a side effect that the pump was seen to make (R15). Immutable.
 *
 * @param from last delivering sample: the hour counts from here, elapsed time (A6)
 * @param seen when the pump was seen to stand still with the pause recorded
 * @param assessed the answer at the end of the hour
 * @param ended when the pump was seen to deliver again, or the infusion ceased
 */
public record Pause(Stamp from, Stamp seen, Optional<Assessed> assessed, Optional<Ended> ended) {
    /** Never shorter than this (fixed). */
    public static final Duration LENGTH = Duration.ofMinutes(60);

    public record Assessed(Stamp at, boolean eased, Staff by) {}

    /** {@code resumed}: by delivery rather than by cessation. */
    public record Ended(Stamp at, boolean resumed) {}

    static Pause began(Stamp from, Stamp seen) {
        return new Pause(from, seen, Optional.empty(), Optional.empty());
    }

    Pause with(Assessed answer) {
        return new Pause(from, seen, Optional.of(answer), ended);
    }

    Pause endedAt(Stamp at, boolean resumed) {
        return new Pause(from, seen, assessed, Optional.of(new Ended(at, resumed)));
    }

    public boolean isRunning() {
        return ended.isEmpty();
    }

    public boolean hasResumed() {
        return ended.map(Ended::resumed).orElse(false);
    }

    /** Time without drug until {@code now}, or until it ended. */
    public Duration length(Duration now) {
        return ended.map(it -> it.at().elapsed()).orElse(now).minus(from.elapsed());
    }

    /** True once the hour is over; exactly 60:00 is. */
    public boolean isOver(Duration now) {
        return length(now).compareTo(LENGTH) >= 0;
    }

    /** True when the pump delivered again before the hour was over. */
    public boolean isResumedEarly() {
        return ended.filter(it -> it.resumed() && !isOver(it.at().elapsed())).isPresent();
    }
}
