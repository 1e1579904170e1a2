package vigil.ui.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.kinetics.PlasmaCourse;
import vigil.kinetics.PopulationModels;
import vigil.kinetics.Stretch;
import vigil.session.SessionId;
import vigil.session.Supply;

/**
 * Keeps the plasma estimate of the session on the screen, and brings it up to date at most once in ten seconds or when the
 * rate has changed. Each time only what is new is solved, so that the thread of the views is held for microseconds.
 */
final class PlasmaFollower {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final double NANOS_PER_H = 3.6e12;

    private final PlasmaCourse begin = PlasmaCourse.begin(PopulationModels.ofBand());
    private PlasmaCourse course = begin;
    private Optional<SessionId> session = Optional.empty();
    private List<Supply> used = List.of();

    /** The estimate for the session of this snapshot. */
    PlasmaCourse follow(Snapshot snapshot) {
        List<Supply> supply = snapshot.beside().plasma().supply();
        if (!session.equals(snapshot.sessionId()) || supply.size() < used.size()) {
            session = snapshot.sessionId();
            course = begin;
            used = List.of();
        }
        if (isDue(supply)) {
            course = course.upTo(supply.stream().map(PlasmaFollower::stretch).toList());
            used = supply;
        }
        return course;
    }

    private boolean isDue(List<Supply> supply) {
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
