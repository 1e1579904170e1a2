package vigil.session;

import java.time.Duration;
import vigil.pump.Moment;

/**
 * When something happened: the clocks for storing and showing, and the session's elapsed time for every duration.
 * Elapsed times of one session can always be compared, across suspends, clock steps and restarts.
 */
public record Stamp(Moment at, Duration elapsed) {

    /** Time from an earlier stamp of the same session to this one. */
    public Duration since(Stamp earlier) {
        return elapsed.minus(earlier.elapsed);
    }

    public Stamp later(Stamp other) {
        return elapsed.compareTo(other.elapsed) >= 0 ? this : other;
    }
}
