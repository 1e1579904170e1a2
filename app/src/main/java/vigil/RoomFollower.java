package vigil;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Engine;
import vigil.engine.Snapshot;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.journal.JournalException;
import vigil.pump.Moment;
import vigil.ui.station.Opened;
import vigil.ward.WardAddress;
import vigil.ward.WardException;
import vigil.ward.WardReader;

/**
 * Folds the record of one room from the ward and follows it, on the thread that runs this: the same fold as at the bedside,
 * so it shows the same. {@link #seen} and {@link #stop} may be called from any thread.
 */
final class RoomFollower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RoomFollower.class);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int TOLD = 1_000;

    private final WardAddress address;
    private final String room;
    private final Supplier<Moment> clock;
    private final Engine engine = new Engine();
    private Head reached = Head.start();
    private Optional<Moment> newest = Optional.empty();
    private Duration sinceNewest = Duration.ZERO;
    private Moment measured;
    private volatile Opened seen;
    private volatile boolean stopped;

    RoomFollower(WardAddress address, String room, Supplier<Moment> clock) {
        this.address = address;
        this.room = room;
        this.clock = clock;
        this.measured = clock.get();
        this.seen = new Opened(room, 0, Optional.empty(), Optional.empty());
    }

    /** What is to be shown of the room now. */
    Opened seen() {
        return seen;
    }

    /** Nobody looks any more. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (WardReader reader = WardReader.open(address)) {
                follow(reader);
            } catch (WardException e) {
                seen = new Opened(room, reached.sequence(), snapshot(), Optional.of(e.getMessage()));
                LockSupport.parkNanos(BETWEEN.toNanos());
            } catch (IOException e) {
                seen = new Opened(
                        room, reached.sequence(), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
                return;
            }
        }
    }

    private void follow(WardReader reader) throws IOException {
        // What is left of a record whose beginning was dropped cannot be folded.
        long there = reader.following(room, reached).head().sequence();
        LOG.debug("Room {} is read from entry {} to {}", room, reached.sequence(), there);
        while (!stopped) {
            reader.chained(room, reached, Long.MAX_VALUE, this::take);
            measure(reader);
            if (!stopped) {
                seen = new Opened(room, reached.sequence(), snapshot(), Optional.empty());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private boolean take(EntryCopy copy) throws JournalException {
        reached = copy.head();
        engine.replay(copy.opened().event());
        newest = Optional.of(copy.at());
        if (reached.sequence() % TOLD == 0 && seen.snapshot().isEmpty()) {
            seen = new Opened(room, reached.sequence(), Optional.empty(), Optional.empty());
        }
        return !stopped;
    }

    /** What came last may be old: of a bedside that is silent, or one whose record has yet to arrive. */
    private void measure(WardReader reader) throws WardException {
        Optional<Instant> there = reader.ward().rooms().stream()
                .filter(it -> it.room().equals(room))
                .findFirst()
                .flatMap(WardReader.Heard::bedsideNow);
        sinceNewest = newest.flatMap(at -> there.map(now -> Duration.between(at.utc(), now)))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        measured = clock.get();
    }

    /** As it stands now, if the room's clock goes on as ours does. */
    private Optional<Snapshot> snapshot() {
        return newest.map(
                at -> engine.snapshot(at.plus(sinceNewest).plus(clock.get().since(measured))));
    }
}
