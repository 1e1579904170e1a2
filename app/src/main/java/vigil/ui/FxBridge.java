package vigil.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import vigil.engine.Snapshot;
import vigil.ui.attention.FlashClock;
import vigil.ui.station.StationSight;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.WireSight;
import vigil.ward.WardStatus;

/**
 * The one way from other threads to the JavaFX thread: the latest snapshot wins, and at most one task is pending however
 * often something is published. Alarms are part of the snapshot, so nothing is lost by leaving snapshots out. Safe from
 * any thread.
 */
public final class FxBridge {
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable WireSight> wire = new AtomicReference<>();
    private final AtomicReference<@Nullable WardStatus> ward = new AtomicReference<>();
    private final AtomicReference<@Nullable Hl7Sight> hl7 = new AtomicReference<>();
    private final AtomicReference<@Nullable StationSight> station = new AtomicReference<>();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Screen screen;
    private final Executor fxThread;

    /** What stands on the other side; called on the JavaFX thread. */
    public interface Screen {
        void show(Snapshot snapshot);

        /** What has passed over the line to the pump. */
        void show(WireSight sight);

        /** How it stands with the ward's database. */
        default void show(WardStatus status) {}

        /** How it stands with the HL7 receiver. */
        default void show(Hl7Sight sight) {}

        /** How it stands in all rooms of a ward. */
        default void show(StationSight sight) {}

        /** So many beats of the flash clock have passed since the last call. */
        void beat(int beats);
    }

    public FxBridge(Screen screen) {
        this(screen, Platform::runLater);
    }

    FxBridge(Screen screen, Executor fxThread) {
        this.screen = screen;
        this.fxThread = fxThread;
    }

    /** Shows this snapshot unless a newer one overtakes it. */
    public void publish(Snapshot snapshot) {
        latest.set(snapshot);
        hop();
    }

    /** Shows what passed over the line unless something newer overtakes it. */
    public void publish(WireSight sight) {
        wire.set(sight);
        hop();
    }

    /** Shows how it stands with the ward unless something newer overtakes it. */
    public void publish(WardStatus status) {
        ward.set(status);
        hop();
    }

    /** Shows how it stands with the HL7 receiver unless something newer overtakes it. */
    public void publish(Hl7Sight sight) {
        hl7.set(sight);
        hop();
    }

    /** Shows a ward unless something newer overtakes it. */
    public void publish(StationSight sight) {
        station.set(sight);
        hop();
    }

    /** One beat of the flash clock; to be called every {@link vigil.ui.attention.FlashClock#BEAT_MILLIS}. */
    public void beat() {
        beats.incrementAndGet();
        hop();
    }

    /** How long the JavaFX thread has taken nothing, in whole beats. */
    public Duration unanswered() {
        return Duration.ofMillis((long) beats.get() * FlashClock.BEAT_MILLIS);
    }

    /** Runs something else on the JavaFX thread, such as opening the window or taking a picture. */
    public static void onFxThread(Runnable task) {
        Platform.runLater(task);
    }

    private void hop() {
        if (pending.compareAndSet(false, true)) {
            fxThread.execute(this::deliver);
        }
    }

    private void deliver() {
        // Cleared first: whatever arrives from here on asks for its own hop.
        pending.set(false);
        Delivery delivery = new Delivery();
        delivery.hand(latest, screen::show);
        delivery.hand(wire, screen::show);
        delivery.hand(ward, screen::show);
        delivery.hand(hl7, screen::show);
        delivery.hand(station, screen::show);
        int passed = beats.getAndSet(0);
        if (passed > 0) {
            delivery.run(() -> screen.beat(passed));
        }
        delivery.end();
    }

    /** Hands over every part, whatever becomes of another; the first error is thrown once all have been. */
    private static final class Delivery {
        private @Nullable RuntimeException error;

        private <T> void hand(AtomicReference<@Nullable T> from, Consumer<T> to) {
            T part = from.getAndSet(null);
            if (part != null) {
                run(() -> to.accept(part));
            }
        }

        private void run(Runnable part) {
            try {
                part.run();
            } catch (RuntimeException e) {
                if (error == null) {
                    error = e;
                } else {
                    error.addSuppressed(e);
                }
            }
        }

        private void end() {
            if (error != null) {
                throw error;
            }
        }
    }
}
