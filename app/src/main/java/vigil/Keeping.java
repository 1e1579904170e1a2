package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.journal.Backup;
import vigil.journal.JournalException;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Phase;

/**
 * Has backups made on a thread of their own: when a session is closed, and once a day; an hour after one that failed. How
 * each ended becomes an event. Methods are called by the session thread.
 */
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    /** The first values of a start come first. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    /** How a backup ended; the moment is added by the session thread. */
    private sealed interface Ending {
        record Made(long lastEntry) implements Ending {}

        record Failed(String reason) implements Ending {}
    }

    private final Backup backup;
    private final Path folder;
    private final Executor executor;
    private final AtomicReference<Optional<Ending>> ending = new AtomicReference<>(Optional.empty());
    private boolean running;
    private boolean wanted;
    private Optional<Moment> due = Optional.empty();
    private Optional<Phase> seen = Optional.empty();
    private Optional<String> doubt = Optional.empty();

    /**
     * Backups of one data directory.
     *
     * @param folder where they lie
     * @param executor runs one task after the other
     */
    Keeping(Path data, Path folder, Executor executor) {
        this.backup = new Backup(data, folder);
        this.folder = folder;
        this.executor = executor;
    }

    /** Has a backup begun if one is due at {@code now}; tells how the last one ended, once. */
    Optional<Event> look(Phase phase, Moment now) {
        boolean closed = phase == Phase.CLOSED && !seen.orElse(phase).equals(phase);
        seen = Optional.of(phase);
        wanted |= closed || !dueAt(now).since(now).isPositive();
        if (wanted && !running) {
            begin(now);
        }
        return ended(now).or(() -> doubted(now));
    }

    private Moment dueAt(Moment now) {
        Moment at = due.orElseGet(() -> firstDue(now));
        due = Optional.of(at);
        return at;
    }

    /** A day after the one that is there, however long ago this program started; a note from the future counts as none. */
    private Moment firstDue(Moment now) {
        Duration age = made().map(at -> Duration.between(at, now.utc())).orElse(DAILY);
        Duration left = age.isNegative() ? AFTER_START : DAILY.minus(age);
        return now.plus(left.compareTo(AFTER_START) > 0 ? left : AFTER_START);
    }

    /** Of a backup that says nothing of itself it is not known whether it is one. */
    private Optional<Instant> made() {
        doubt = Backup.doubt(folder);
        try {
            return doubt.isPresent() ? Optional.empty() : Backup.noted(folder).map(Backup.Note::at);
        } catch (IOException e) {
            doubt = Optional.of(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Told once, until the next backup is made, which is due at once. */
    private Optional<Event> doubted(Moment now) {
        Optional<String> reason = doubt;
        doubt = Optional.empty();
        reason.ifPresent(it -> LOG.error("The backup is in doubt: {}", it));
        return reason.map(it -> new Event.BackupFailed(now, it));
    }

    private void begin(Moment now) {
        running = true;
        wanted = false;
        due = Optional.of(now.plus(DAILY));
        executor.execute(() -> ending.set(Optional.of(made(now.utc()))));
    }

    private Ending made(Instant at) {
        try {
            return new Ending.Made(backup.make(at).head().sequence());
        } catch (JournalException e) {
            return new Ending.Failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The backup stopped", e);
            return new Ending.Failed("the backup stopped: " + e);
        }
    }

    private Optional<Event> ended(Moment now) {
        Optional<Ending> over = ending.getAndSet(Optional.empty());
        running &= over.isEmpty();
        return over.map(it -> switch (it) {
            case Ending.Made(long lastEntry) -> new Event.BackupMade(now, lastEntry);
            case Ending.Failed(var reason) -> failed(reason, now);
        });
    }

    private Event failed(String reason, Moment now) {
        LOG.error("No backup: {}", reason);
        due = Optional.of(now.plus(AFTER_FAILURE));
        return new Event.BackupFailed(now, reason);
    }
}
