package vigil.pump.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import vigil.pump.Moment;

/**
 * Serves a simulated device at an outlet, on the thread it is given, until it is stopped. Simulated time is what
 * {@code clock} says; a {@link ScaledClock} makes it run faster.
 */
public final class SimulatorServer implements Runnable {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int BUFFER = 8_192;
    private static final byte[] NOTHING = {};

    private final Outlet outlet;
    private final Speaker speaker;
    private final Timetable timetable;
    private final Faults faults;
    private final Supplier<Moment> clock;
    private volatile boolean stopped;

    /** A server that has yet to be run. */
    public SimulatorServer(Outlet outlet, Speaker speaker, Timetable timetable, Faults faults, Supplier<Moment> clock) {
        this.outlet = outlet;
        this.speaker = speaker;
        this.timetable = timetable;
        this.faults = faults;
        this.clock = clock;
    }

    /** Serves; an outlet that fails for another reason than being closed ends it with an exception. */
    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        try (outlet) {
            int count = 0;
            while (!stopped && count >= 0) {
                count = outlet.read(buffer, STEP);
                serve(buffer, count);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(byte[] buffer, int count) throws IOException {
        Moment now = clock.get();
        timetable.runUntil(now);
        if (faults.cutsAt(now)) {
            outlet.cut();
            return;
        }
        boolean speaks = count > 0 || speaker.wakeAt() <= now.bootNanos();
        byte[] answer = speaks ? speaker.heard(buffer, Math.max(count, 0), now) : NOTHING;
        byte[] passed = faults.passed(answer, now);
        if (passed.length > 0) {
            outlet.write(passed);
        }
    }

    /** Ends the serving within a few hundredths of a second. May be called from any thread. */
    public void stop() {
        stopped = true;
    }
}
