package vigil.pump;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the three clocks, taken together by the only reader of clocks and passed on as an argument.
 *
 * @param utc wall clock, for storing and showing; it may step in either direction
 * @param monotonicNanos never steps back; stands still while the machine is suspended (on Linux)
 * @param bootNanos like monotonic, but goes on counting through a suspend; comparable within one boot of the machine
 */
public record Moment(Instant utc, long monotonicNanos, long bootNanos) {

    /** Elapsed time since an earlier moment of the same boot, suspends included. Negative only if the order is wrong. */
    public Duration since(Moment earlier) {
        return Duration.ofNanos(bootNanos - earlier.bootNanos);
    }

    public Moment plus(Duration elapsed) {
        long nanos = elapsed.toNanos();
        return new Moment(utc.plus(elapsed), monotonicNanos + nanos, bootNanos + nanos);
    }
}
