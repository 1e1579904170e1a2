package vigil;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vigil.dose.DoseRate;
import vigil.engine.Step;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.session.Trend;

/**
 * Counts, for each course, what may change its HL7 messages, so that a course which says nothing new is not read from the
 * database again: what people enter, what became of an alarm, another dose rate, the end. A reading that only
 * goes on counts for nothing. Written by the session thread, read by the outbox's.
 */
final class Hl7Changes {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private Said before = Said.of(Session.initial());

    /** What the messages of a running course rest on and readings can change. */
    private record Said(
            Optional<SessionId> course, Optional<DoseRate> rate, boolean delivering, Optional<BigDecimal> end) {
        static Said of(Session session) {
            Optional<Trend.Point> last = session.trend().points().isEmpty()
                    ? Optional.empty()
                    : Optional.of(session.trend().points().getLast());
            return new Said(
                    session.id(),
                    last.flatMap(Trend.Point::doseRate),
                    last.filter(Trend.Point::delivering).isPresent(),
                    session.progress()
                            .t0()
                            .map(_ -> session.dosage().totals().course().mg()));
        }
    }

    /** Looks at a step that has been handed to the database. */
    void look(Step step) {
        Said now = Said.of(step.session());
        boolean said = isEntry(step.event()) || !step.changes().isEmpty() || !now.equals(before);
        before = now;
        if (said) {
            now.course().ifPresent(course -> counts.merge(course.value(), 1L, Long::sum));
        }
    }

    private static boolean isEntry(Event event) {
        return !(event instanceof Event.PumpSaid) && !(event instanceof Event.Tick);
    }

    /** Another number than before once the course may say something new. */
    long of(String course) {
        return counts.getOrDefault(course, 0L);
    }

    /** The same for all courses together. */
    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
