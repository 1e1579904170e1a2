package vigil.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import vigil.pump.Moment;

/** Time as it really passes, and the clocks of a computer that show it more or less. Not thread-safe. */
final class World {
    private static final Duration SLEW = Duration.ofNanos(14_500_000);

    private final Random random;
    private final Moment beginning;
    private Duration passed = Duration.ZERO;
    private Moment clocks;
    private int boots;

    World(Instant start, Random random) {
        this.random = random;
        beginning = new Moment(start, 1_000_000_000L, 5_000_000_000L);
        clocks = beginning;
    }

    /** What the clocks show now. */
    Moment now() {
        return clocks;
    }

    /** What has really passed since the beginning. */
    Duration passed() {
        return passed;
    }

    /** The time of whatever is no part of the computer, such as a pump: it goes on when the computer begins anew. */
    Moment trueTime() {
        return beginning.plus(passed);
    }

    String bootId() {
        return "boot-" + boots;
    }

    void passes(Duration time) {
        passed = passed.plus(time);
        clocks = clocks.plus(time);
    }

    /** Somebody, or a time server, sets the wall clock. */
    void setsClock() {
        long millis = random.nextInt(14_400_000) - 7_200_000L;
        clocks = new Moment(clocks.utc().plusMillis(millis), clocks.monotonicNanos(), clocks.bootNanos());
    }

    /** A time server slews the wall clock by what half a millisecond a second makes in half a minute. */
    void slews() {
        Duration by = random.nextBoolean() ? SLEW : SLEW.negated();
        clocks = new Moment(clocks.utc().plus(by), clocks.monotonicNanos(), clocks.bootNanos());
    }

    /** The machine sleeps: the monotonic clock stands still. */
    void sleeps(Duration time) {
        passed = passed.plus(time);
        clocks = new Moment(clocks.utc().plus(time), clocks.monotonicNanos(), clocks.bootNanos() + time.toNanos());
    }

    /** The machine was without power and starts; its clocks but that on the wall begin anew. */
    void boots(Duration away) {
        passed = passed.plus(away);
        boots++;
        clocks = new Moment(clocks.utc().plus(away), 3_000L, 4_000L);
    }
}
