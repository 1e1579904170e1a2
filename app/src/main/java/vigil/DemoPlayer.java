package vigil;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vigil.engine.Snapshot;
import vigil.pump.Moment;
import vigil.session.Event;

/** Plays a demo for the window on the session thread: ten times a second the course moves on and a snapshot is shown. */
final class DemoPlayer {
    private static final Duration FRAME = Duration.ofMillis(100);

    private final Demo demo;
    private final int speed;
    private final Ticker ticker;
    private final Asked asked;
    private final Audience audience;
    private volatile boolean stopped;

    DemoPlayer(Demo demo, int speed, Ticker ticker, Asked asked, Audience audience) {
        this.demo = demo;
        this.speed = speed;
        this.ticker = ticker;
        this.asked = asked;
        this.audience = audience;
    }

    /** Ends the playing within a frame. */
    void stop() {
        stopped = true;
    }

    /** Plays on the calling thread until it is stopped; {@code seen} is told every snapshot that was shown. */
    void run(Consumer<Snapshot> seen) {
        audience.tell(problem -> demo.accept(new Event.SoundReported(demo.now(), problem)));
        Duration from = demo.elapsed();
        Moment start = ticker.get();
        while (!stopped) {
            Snapshot latest = demo.snapshot();
            audience.show(latest);
            seen.accept(latest);
            LockSupport.parkNanos(FRAME.toNanos());
            asked.takeAll(demo.now(), demo);
            demo.playUntil(from.plus(ticker.get().since(start).multipliedBy(speed)));
        }
    }
}
