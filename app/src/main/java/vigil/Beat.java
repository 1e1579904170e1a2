package vigil;

import java.util.concurrent.locks.LockSupport;
import vigil.ui.FxBridge;
import vigil.ui.attention.FlashClock;

/**
 * The one clock of every flash on the screen: a beat each 250 ms ({@code alarms.md}, section 11), on a thread of its own.
 * After each it looks whether the screen still takes them.
 */
final class Beat implements Runnable {
    private static final long NANOS = FlashClock.BEAT_MILLIS * 1_000_000L;

    private final FxBridge bridge;
    private final Runnable look;
    private volatile boolean stopped;

    /** {@code look} runs after every beat. */
    Beat(FxBridge bridge, Runnable look) {
        this.bridge = bridge;
        this.look = look;
    }

    /** Ends within a beat. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            LockSupport.parkNanos(NANOS);
            bridge.beat();
            look.run();
        }
    }
}
