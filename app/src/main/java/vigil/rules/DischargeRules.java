package vigil.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vigil.rules.Finding.Level;
import vigil.session.DischargePlan;
import vigil.session.Phase;
import vigil.session.Session;
import vigil.session.Stamp;

/** The four hours after cessation (R14), and what has to be there before a session is closed (R21 to R25). */
final class DischargeRules {
    private DischargeRules() {}

    /** R14: the discharge gate is shut. The lines of the gate are only looked at once the time has passed. */
    static Optional<Finding> r14(Session session) {
        return session.phase() == Phase.OBSERVING
                ? session.progress()
                        .cessation()
                        .flatMap(ended -> ended.t0().flatMap(t0 -> r14(session, t0, ended.observation())))
                : Optional.empty();
    }

    private static Optional<Finding> r14(Session session, Stamp t0, Duration whole) {
        Duration observed = session.elapsed().minus(t0.elapsed());
        boolean shut = observed.compareTo(whole) < 0 || !session.gate().isMet();
        return shut
                ? Optional.of(
                        new Finding(Rule.R14, Level.REQUIRED, Basis.labelledTime("basis.observed", observed, whole)))
                : Optional.empty();
    }

    /** R21: the letter with every opioid change has gone to the general practitioner. */
    static Optional<Finding> r21(Session session) {
        return unplanned(Rule.R21, session, DischargePlan::gpLetterSent)
                .filter(_ -> session.setUp().background().needsLetter());
    }

    /** R22: support and a plan for relapse are offered. */
    static Optional<Finding> r22(Session session) {
        return unplanned(Rule.R22, session, DischargePlan::relapsePlan);
    }

    /** R23: there is a plan for emergencies, above all for the return of pain. */
    static Optional<Finding> r23(Session session) {
        return unplanned(Rule.R23, session, DischargePlan::emergencyPlan);
    }

    /** R24: the primary practitioner is informed, and the follow-up is booked. */
    static Optional<Finding> r24(Session session) {
        return unplanned(Rule.R24, session, plan -> plan.practitionerInformed() && plan.followUpBooked());
    }

    private static Optional<Finding> unplanned(Rule rule, Session session, Predicate<DischargePlan> has) {
        boolean planned = session.care().plan().filter(has).isPresent();
        return planned || !isLeaving(session)
                ? Optional.empty()
                : Optional.of(new Finding(rule, Level.REQUIRED, List.of()));
    }

    /** R25: the multidisciplinary review after the infusion has a date, or a reason why it has none. */
    static Optional<Finding> r25(Session session) {
        boolean settled = session.care().ward().review().isPresent();
        return settled || !isLeaving(session)
                ? Optional.empty()
                : Optional.of(new Finding(Rule.R25, Level.ADVISORY, List.of()));
    }

    private static boolean isLeaving(Session session) {
        return session.phase() == Phase.OBSERVING || session.phase() == Phase.OBSERVATION_COMPLETE;
    }
}
