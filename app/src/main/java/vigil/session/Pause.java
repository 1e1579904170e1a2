package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * A pause for a side effect that the pump was seen to make (R15). Immutable.
 *
 * @param from last delivering sample: the hour counts from here, elapsed time (A6)
 * @param seen when the pump was seen to stand still with the pause recorded
 * @param wanted how long it is to last: an hour, or longer where the site has chosen so when it began
 * @param assessed the answer at the end of the hour
 * @param ended when the pump was seen to deliver again, or the infusion ceased
 */
public record Pause(Stamp from, Stamp seen, Duration wanted, Optional<Assessed> assessed, Optional<Ended> ended) {
    public record Assessed(Stamp at, boolean eased, Staff by) {}

    /** {@code resumed}: by delivery rather than by cessation. */
    public record Ended(Stamp at, boolean resumed) {}

    static Pause began(Stamp from, Stamp seen, Duration wanted) {
        return new Pause(from, seen, wanted, Optional.empty(), Optional.empty());
    }

    Pause with(Assessed answer) {
        return new Pause(from, seen, wanted, Optional.of(answer), ended);
    }

    Pause endedAt(Stamp at, boolean resumed) {
        return new Pause(from, seen, wanted, assessed, Optional.of(new Ended(at, resumed)));
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

    /** True once it has lasted as long as wanted; exactly 60:00 is an hour. */
    public boolean isOver(Duration now) {
        return length(now).compareTo(wanted) >= 0;
    }

    /** True when the pump delivered again before it had lasted as long as wanted. */
    public boolean isResumedEarly() {
        return ended.filter(it -> it.resumed() && !isOver(it.at().elapsed())).isPresent();
    }
}
