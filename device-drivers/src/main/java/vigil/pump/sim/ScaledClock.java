package vigil.pump.sim;

import java.util.function.Supplier;
import vigil.pump.Moment;

/** A clock that runs some times as fast as another one, from the moment it was made. Thread-safe if the other one is. */
public final class ScaledClock implements Supplier<Moment> {
    private final Supplier<Moment> clock;
    private final Moment start;
    private final int speed;

    /** Runs {@code speed} times as fast as {@code clock}, 1 to 10,000. */
    public ScaledClock(Supplier<Moment> clock, int speed) {
        if (speed < 1 || speed > 10_000) {
            throw new IllegalArgumentException("speed %d is outside 1 to 10000".formatted(speed));
        }
        this.clock = clock;
        this.start = clock.get();
        this.speed = speed;
    }

    @Override
    public Moment get() {
        return start.plus(clock.get().since(start).multipliedBy(speed));
    }
}
