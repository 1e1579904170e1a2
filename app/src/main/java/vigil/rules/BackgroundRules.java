package vigil.rules;

import java.util.List;
import java.util.Optional;
import vigil.opioid.OpioidRegimen;
import vigil.rules.Finding.Level;
import vigil.session.Background;
import vigil.session.OutcomeScores.Occasion;
import vigil.session.Phase;
import vigil.session.Session;

/** The rules about what accompanies an infusion: scores and opioids. */
final class BackgroundRules {
    private BackgroundRules() {}

    /** R4: a score from before the infusion, or the reason why there is none. */
    static Optional<Finding> r04(Session session) {
        return isAsked(session.phase()) && !background(session).isScored(Occasion.BEFORE)
                ? Optional.of(new Finding(Rule.R04, Level.ADVISORY, List.of()))
                : Optional.empty();
    }

    /**
     * R20: the regimen in force has exactly one opioid. Nothing is found while no regimen is recorded; afterwards none is
     * as little one as two are.
     */
    static Optional<Finding> r20(Session session) {
        return isAsked(session.phase())
                ? background(session)
                        .regimenNow()
                        .map(OpioidRegimen::substances)
                        .filter(count -> count != 1)
                        .map(count -> new Finding(Rule.R20, Level.ADVISORY, List.of(Basis.notOne(count))))
                : Optional.empty();
    }

    /** Until the infusion has ceased. */
    private static boolean isAsked(Phase phase) {
        return phase == Phase.PLANNED || phase == Phase.READY || phase.isCourse();
    }

    private static Background background(Session session) {
        return session.setUp().background();
    }
}
