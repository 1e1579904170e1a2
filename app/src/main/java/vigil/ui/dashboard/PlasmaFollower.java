package vigil.ui.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vigil.engine.Snapshot;
import vigil.kinetics.PlasmaCourse;
import vigil.kinetics.PopulationModels;
import vigil.kinetics.Stretch;
import vigil.session.SessionId;
import vigil.session.Supply;

/**
 * Keeps the plasma estimate of the session on the screen, and brings it up to date at most once in ten seconds or when the
 * rate has changed. It is solved beside the screen, one calculation at a time, so that a course of days delays no pulse; what
 * is new is shown with the next snapshot. Asked on the JavaFX thread, solves on any.
 */
final class PlasmaFollower {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final double NANOS_PER_H = 3.6e12;
    private static final PlasmaCourse BEGIN = PlasmaCourse.begin(PopulationModels.ofBand());

    private final Consumer<Runnable> beside;
    private final AtomicBoolean solving = new AtomicBoolean();
    private final AtomicReference<Solved> newest =
            new AtomicReference<>(new Solved(Optional.empty(), BEGIN, List.of()));

    /** The estimate of a session, and what it was made from. */
    private record Solved(Optional<SessionId> session, PlasmaCourse course, List<Supply> used) {}

    /** {@code beside} runs what it is given, on another thread than the screen's. */
    PlasmaFollower(Consumer<Runnable> beside) {
        this.beside = beside;
    }

    /** The estimate for the session of this snapshot, as far as it is solved. */
    PlasmaCourse follow(Snapshot snapshot) {
        List<Supply> supply = snapshot.beside().plasma().supply();
        Solved before = newestFor(snapshot.sessionId(), supply);
        if (isDue(supply, before.used()) && solving.compareAndSet(false, true)) {
            beside.accept(() -> solve(before, supply));
        }
        return newestFor(snapshot.sessionId(), supply).course();
    }

    private Solved newestFor(Optional<SessionId> session, List<Supply> supply) {
        Solved last = Objects.requireNonNull(newest.get());
        boolean same =
                last.session().equals(session) && supply.size() >= last.used().size();
        return same ? last : new Solved(session, BEGIN, List.of());
    }

    private void solve(Solved before, List<Supply> supply) {
        try {
            List<Stretch> stretches =
                    supply.stream().map(PlasmaFollower::stretch).toList();
            newest.set(new Solved(before.session(), before.course().upTo(stretches), supply));
        } finally {
            solving.set(false);
        }
    }

    private static boolean isDue(List<Supply> supply, List<Supply> used) {
        if (supply.isEmpty() || supply.size() != used.size()) {
            return !supply.isEmpty();
        }
        Duration more = supply.getLast().to().since(used.getLast().to());
        return more.compareTo(INTERVAL) >= 0;
    }

    private static Stretch stretch(Supply supply) {
        return new Stretch(
                hours(supply.from().elapsed()),
                hours(supply.to().elapsed()),
                supply.mgPerH().doubleValue(),
                supply.weight().kg().doubleValue(),
                supply.reconciled());
    }

    private static double hours(Duration elapsed) {
        return elapsed.toNanos() / NANOS_PER_H;
    }
}
