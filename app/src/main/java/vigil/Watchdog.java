package vigil;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Tells a supervisor every two seconds that the console works: the window has answered and the session has taken a step since
 * the last time. Where it falls silent the supervisor starts the console anew; the record goes on where it was. Runs on a
 * thread of its own; {@link #sessionStepped} belongs to the session thread.
 */
final class Watchdog implements Runnable {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Consumer<Runnable> window;
    private final Consumer<String> supervisor;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean windowAnswered = new AtomicBoolean();
    private final AtomicBoolean sessionStepped = new AtomicBoolean();
    private boolean ready;

    /** @param window runs a task on the thread of the window */
    Watchdog(Consumer<Runnable> window, Consumer<String> supervisor) {
        this.window = window;
        this.supervisor = supervisor;
    }

    /** The session takes a step at least once a second. */
    void sessionStepped() {
        sessionStepped.set(true);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    /** Tells that all is well, if it is, and asks anew. Never more than one question waits at the window. */
    void look() {
        if (windowAnswered.get() && sessionStepped.get()) {
            windowAnswered.set(false);
            sessionStepped.set(false);
            supervisor.accept(ready ? "WATCHDOG=1" : "READY=1");
            ready = true;
        }
        if (asked.compareAndSet(false, true)) {
            window.accept(this::answer);
        }
    }

    private void answer() {
        asked.set(false);
        windowAnswered.set(true);
    }
}
