package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.EngineState;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.pump.Moment;
import vigil.resume.ResumePoints;

/**
 * Where a start goes on instead of replaying the whole record, and where later ones may. Never decides what is true: a point
 * that is missing, damaged, of another build, or not of this journal is left alone and the whole journal is replayed. Called
 * by the session thread; points are written by {@link Way#writer}.
 */
final class Resuming {
    /** What at most is replayed after a power cut, in time of the session. */
    static final Duration BETWEEN = Duration.ofMinutes(10);

    /** For a disk that hangs, at the end; less than the program is given to close. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Resuming.class);

    private final Optional<ResumePoints> points;
    private final Executor writer;
    /** Held by whoever writes a point. */
    private final Semaphore pen = new Semaphore(1);

    private final AtomicBoolean failed = new AtomicBoolean();
    private Optional<Moment> newest = Optional.empty();
    private volatile Optional<Ending> ending = Optional.empty();
    private boolean resumed;

    private Resuming(Optional<ResumePoints> points, Executor writer) {
        this.points = points;
        this.writer = writer;
    }

    /**
     * How points are kept.
     *
     * @param fingerprint 64 hexadecimal digits that no other build of the program has
     * @param writer runs what it is given on a thread of its own
     */
    record Way(String fingerprint, Executor writer) {}

    private record Ending(Head head, ResumePoint point) {}

    /** Every start replays the whole journal. */
    static Resuming never() {
        return new Resuming(Optional.empty(), Runnable::run);
    }

    static Resuming in(Path folder, Journal journal, Way way) {
        var key = journal.secretFor(ResumePoints.PURPOSE);
        return new Resuming(Optional.of(new ResumePoints(folder, key, way.fingerprint())), way.writer());
    }

    /** The newest point that the journal vouches for and the database has reached. */
    Optional<ResumePoint> point(Journal journal, long databaseReaches) {
        for (ResumePoints.Found found : points.map(ResumePoints::newestFirst).orElseGet(java.util.List::of)) {
            if (found.head().sequence() <= databaseReaches && isHeld(journal, found)) {
                Optional<ResumePoint> point = read(found);
                if (point.isPresent()) {
                    LOG.info("Goes on from entry {}", found.head().sequence());
                    resumed = true;
                    return point;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHeld(Journal journal, ResumePoints.Found found) {
        try {
            boolean held = journal.holds(found.head().sequence(), found.head().chainHash());
            if (!held) {
                LOG.warn("{} is not of this journal", found.file().getFileName());
            }
            return held;
        } catch (JournalException e) {
            LOG.warn("The journal cannot vouch for {}", found.file().getFileName(), e);
            return false;
        }
    }

    private Optional<ResumePoint> read(ResumePoints.Found found) {
        try {
            return points.orElseThrow().read(found) instanceof ResumePoint point
                            && point.database().sequence() == found.head().sequence()
                    ? Optional.of(point)
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} is not used: {}", found.file().getFileName(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Everything is on the disk: keeps a point if it is time for one. The first is due at once where there was none. */
    void settled(Head head, EngineState state, Projecting projecting, Moment now) {
        if (resumed && newest.isEmpty()) {
            newest = Optional.of(now);
        }
        boolean due = newest.filter(at -> now.since(at).compareTo(BETWEEN) < 0).isEmpty();
        if (points.isPresent() && due && head.sequence() > 0) {
            newest = Optional.of(now);
            projecting.tell(memory -> hand(head, new ResumePoint(state, memory)));
        }
    }

    private void hand(Head head, ResumePoint point) {
        if (!pen.tryAcquire()) {
            return;
        }
        try {
            writer.execute(() -> write(head, point));
        } catch (RejectedExecutionException e) {
            pen.release();
        }
    }

    private void write(Head head, ResumePoint point) {
        try {
            points.orElseThrow().write(head, point);
        } catch (IOException | RuntimeException e) {
            if (!failed.getAndSet(true)) {
                LOG.warn("No resume point was written, the next start takes longer: {}", e.toString());
            }
        } finally {
            pen.release();
        }
    }

    /** The bedside is about to close: remembers the last point for {@link #close}. */
    void closing(Head head, EngineState state, Projecting projecting) {
        if (points.isPresent() && head.sequence() > 0) {
            projecting.tell(memory -> ending = Optional.of(new Ending(head, new ResumePoint(state, memory))));
        }
    }

    /**
     * The journal is closed: writes the last point, after one that is being written. A console that ends right after its first value
     * is just writing its first one, which the end of the program would cut short: the next start would replay the whole record.
     */
    void close() {
        ending.filter(_ -> hasPen()).ifPresent(it -> write(it.head(), it.point()));
    }

    private boolean hasPen() {
        try {
            return pen.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the session thread must never be interrupted", e);
        }
    }
}
