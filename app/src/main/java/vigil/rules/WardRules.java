package vigil.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Phase;
import vigil.session.Progress;
import vigil.session.Session;
import vigil.session.Stamp;

/** The patient's day on the ward: the daily review (R7), and staying there (R10). */
final class WardRules {
    private static final Duration REVIEW_INTERVAL = Duration.ofHours(24);

    private WardRules() {}

    /**
     * R7: the specialist has reviewed on each calendar day of infusion, and within the last 24 hours, or since the start.
     */
    static Optional<Finding> r07(Session session) {
        Optional<Stamp> start = session.progress().course().startedAt();
        return session.phase().isCourse()
                ? session.care()
                        .daily()
                        .reviewDue(start, session.setUp().zone())
                        .filter(due -> session.elapsed().compareTo(due) > 0)
                        .flatMap(_ -> start)
                        .map(from -> overdueReview(session, from))
                : Optional.empty();
    }

    private static Finding overdueReview(Session session, Stamp start) {
        var reviews = session.care().daily().reviews();
        Stamp last = reviews.isEmpty() ? start : reviews.getLast().later(start);
        Duration without = session.elapsed().minus(last.elapsed());
        List<BasisLine> lines = without.compareTo(REVIEW_INTERVAL) > 0
                ? Basis.labelledTime("basis.without-review", without, REVIEW_INTERVAL)
                : List.of(Basis.day(
                        "basis.day-without-review", start, session.setUp().zone()));
        return new Finding(Rule.R07, Level.PROMPT, lines);
    }

    /** R10: the patient stays on the ward while the pump is attached; a lost link asks. */
    static Optional<Finding> r10(Session session) {
        if (session.isPatientAway()) {
            return Optional.of(new Finding(Rule.R10, Level.HIGH, List.of()));
        }
        boolean lost = session.phase() == Phase.INTERRUPTED
                && session.progress().stop().map(Progress.Stop::dataLost).orElse(false);
        return lost ? Optional.of(new Finding(Rule.R10, Level.ADVISORY, List.of())) : Optional.empty();
    }
}
