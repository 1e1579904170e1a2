package vigil;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;
import vigil.ui.station.Opened;
import vigil.ui.station.StationSight;
import vigil.ward.WardAddress;
import vigil.ward.WardException;
import vigil.ward.WardReader;

/**
 * Asks the ward twice a second how it stands in every room, on the thread that runs this. While it does not answer, the last
 * answer grows old on the screen, and it is asked again and again. {@link #stop} may be called from any thread.
 */
final class StationLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StationLoop.class);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    /**
     * An answer that takes longer is none. A line that died takes twice as long, since TLS waits once more for its end; within
     * ten seconds it is to be heard as well.
     */
    private static final Duration PATIENCE = StationSight.BLIND;

    private final WardAddress address;
    private final Supplier<Moment> clock;
    private final Supplier<Optional<Opened>> opened;
    private final Consumer<StationSight> shown;
    private final AtomicReference<StationSight> latest = new AtomicReference<>(StationSight.NONE);
    /** The ward's last answer, as old as it was then. */
    private StationSight known = StationSight.NONE;

    private final StationMemory memory = new StationMemory();
    private @Nullable WardReader reader;
    private Optional<String> trouble = Optional.empty();
    private Optional<Moment> answered = Optional.empty();
    private volatile boolean stopped;

    /** {@code opened}: the room that is looked at; safe from any thread. */
    StationLoop(
            WardAddress address,
            Supplier<Moment> clock,
            Supplier<Optional<Opened>> opened,
            Consumer<StationSight> shown) {
        this.address = address;
        this.clock = clock;
        this.opened = opened;
        this.shown = shown;
    }

    /** Ends it soon. */
    void stop() {
        stopped = true;
    }

    /** The ward as it was last shown: what is known of it, as old as it is. */
    StationSight latest() {
        return latest.get();
    }

    @Override
    public void run() {
        while (!stopped) {
            Moment began = clock.get();
            ask();
            show();
            Duration left = BETWEEN.minus(clock.get().since(began));
            if (left.isPositive()) {
                LockSupport.parkNanos(left.toNanos());
            }
        }
        close();
    }

    private void ask() {
        try {
            WardReader asked = reader == null ? WardReader.open(address).within(PATIENCE) : reader;
            reader = asked;
            known = sight(asked.ward());
            answered = Optional.of(clock.get());
            told(Optional.empty());
        } catch (WardException e) {
            lost(e.getMessage());
        } catch (RuntimeException e) {
            // One answer that nobody foresaw must not end the watch over all other rooms.
            LOG.error("The ward's answer could not be shown", e);
            lost("the ward's answer could not be shown: " + e.getMessage());
        }
    }

    private void lost(String why) {
        told(Optional.of(why));
        close();
    }

    private void told(Optional<String> why) {
        if (!why.equals(trouble)) {
            why.ifPresentOrElse(line -> LOG.warn("{}", line), () -> LOG.info("The ward answers"));
        }
        trouble = why;
    }

    private StationSight sight(WardReader.Ward ward) {
        Moment now = clock.get();
        List<StationSight.Room> rooms =
                ward.rooms().stream().map(it -> memory.room(it, now)).toList();
        return new StationSight(ward.now(), Duration.ZERO, Optional.empty(), rooms, Optional.empty());
    }

    /** What is known, as old as it is by now. */
    private void show() {
        Moment now = clock.get();
        StationSight aged =
                trouble.isPresent() && answered.isPresent() ? known.after(now.since(answered.get()), trouble) : known;
        boolean never = answered.isEmpty() && trouble.isPresent();
        StationSight told = never ? StationSight.NONE.after(StationSight.BLIND.plus(BETWEEN), trouble) : aged;
        latest.set(told);
        shown.accept(told.with(opened.get()));
    }

    private void close() {
        WardReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
