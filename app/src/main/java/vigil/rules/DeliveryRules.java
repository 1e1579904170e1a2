package vigil.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Cessation;
import vigil.session.Phase;
import vigil.session.PumpCheck;
import vigil.session.Session;
import vigil.session.SiteSetting;
import vigil.session.Stamp;
import vigil.session.Unexpected;

/** Rules about the course of delivery and the pump (clinical rules, section 4): R5, R9, R13, R26. */
final class DeliveryRules {
    private static final Duration LEAST_WEAN = Duration.ofHours(12);

    private DeliveryRules() {}

    /** R5: the infusion lasts 2 to 5 days. Longer is said while it goes on, shorter once it has ceased. */
    static Optional<Finding> r05(Session session) {
        Optional<Stamp> start = session.progress().course().startedAt();
        return session.phase().isCourse()
                ? start.map(from -> session.elapsed().minus(from.elapsed())).flatMap(lasted -> tooLong(lasted, session))
                : start.flatMap(from -> session.progress().t0().map(end -> end.since(from)))
                        .flatMap(lasted -> tooShort(lasted, session));
    }

    private static Optional<Finding> tooLong(Duration lasted, Session session) {
        Duration most = session.settings().hours(SiteSetting.STAY_MOST_H);
        return lasted.compareTo(most) > 0
                ? advice(Rule.R05, Basis.labelledTime("basis.lasted", lasted, most))
                : Optional.empty();
    }

    private static Optional<Finding> tooShort(Duration lasted, Session session) {
        Duration least = session.settings().hours(SiteSetting.STAY_LEAST_H);
        return lasted.compareTo(least) < 0
                ? advice(Rule.R05, Basis.labelledTime("basis.lasted", lasted, least))
                : Optional.empty();
    }

    /** R9: the last check of the pump found its lock engaged. */
    static Optional<Finding> r09(Session session) {
        boolean unlocked = session.supervision()
                .checks()
                .latest()
                .map(it -> !it.check().confirmed().contains(PumpCheck.Item.LOCK))
                .orElse(false);
        return session.phase().isCourse() && unlocked ? advice(Rule.R09, List.of()) : Optional.empty();
    }

    /** R13: a wean that was planned lasts at least 12 hours. Whether one is planned at all is asked with R4. */
    static Optional<Finding> r13(Session session) {
        boolean planned = session.supervision()
                .admission()
                .flatMap(it -> it.wean().hours())
                .isPresent();
        return planned && session.phase() == Phase.OBSERVING
                ? session.progress().cessation().flatMap(DeliveryRules::shortWean)
                : Optional.empty();
    }

    private static Optional<Finding> shortWean(Cessation cessation) {
        Duration weaned = cessation.wean().orElse(Duration.ZERO);
        return weaned.compareTo(LEAST_WEAN) < 0
                ? advice(Rule.R13, Basis.labelledTime("basis.lasted", weaned, LEAST_WEAN))
                : Optional.empty();
    }

    /** R26: an unexpected bolus or fast delivery; stays until its cause is recorded. */
    static Optional<Finding> r26(Session session) {
        return session.supervision().watch().unexpected().map(it -> r26(it, session));
    }

    private static Finding r26(Unexpected seen, Session session) {
        List<BasisLine> lines = seen.volumeMl()
                .map(ml -> Basis.jump(
                        ml, seen.highestMlPerH(), seen.in(), session.settings().value(SiteSetting.BOLUS_GUARD_ML)))
                .map(List::of)
                .orElse(List.of());
        return new Finding(Rule.R26, Level.HIGH, lines);
    }

    private static Optional<Finding> advice(Rule rule, List<BasisLine> lines) {
        return Optional.of(new Finding(rule, Level.ADVISORY, lines));
    }
}
