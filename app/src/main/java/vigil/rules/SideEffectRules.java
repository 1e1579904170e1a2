package vigil.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Effects;
import vigil.session.Pause;
import vigil.session.RateOrder;
import vigil.session.Session;

/** Troublesome side effects: the pause (R15) and the call to the physician (R16). */
final class SideEffectRules {
    /** Computed from published models; never an estimate for this patient (A7). */
    private static final String LEFT_AFTER_AN_HOUR = "42–66 %";

    private SideEffectRules() {}

    /** R15: pause one hour, then recommence. High until the pump is seen paused; then the card at the end of the hour. */
    static Optional<Finding> r15(Session session) {
        Effects effects = session.care().effects();
        return effects.pauseWanted(session.phase())
                .map(event -> new Finding(Rule.R15, Level.HIGH, Basis.signs(event.signs())))
                .or(() -> card(session, effects))
                .or(() -> resumedEarly(session, effects));
    }

    private static Optional<Finding> card(Session session, Effects effects) {
        Duration now = session.elapsed();
        return effects.assessmentWanted(now)
                .map(pause -> new Finding(Rule.R15, Level.PROMPT, hour(session, pause)))
                .or(() -> effects.recommencementWanted().map(pause -> recommence(session, pause)));
    }

    /** A7: the previous rate by default, with what models say is left after one hour. */
    private static Finding recommence(Session session, Pause pause) {
        List<BasisLine> lines = hour(session, pause);
        session.setUp()
                .order()
                .map(RateOrder::flowRate)
                .ifPresent(rate -> lines.add(Basis.labelledFlow("basis.ordered-rate", rate)));
        lines.add(Basis.figure("basis.level-left", LEFT_AFTER_AN_HOUR));
        return new Finding(Rule.R15, Level.PROMPT, lines);
    }

    private static List<BasisLine> hour(Session session, Pause pause) {
        return new ArrayList<>(Basis.labelledTime("basis.paused", pause.length(session.elapsed()), pause.wanted()));
    }

    /** Noted until the next set is charted. */
    private static Optional<Finding> resumedEarly(Session session, Effects effects) {
        if (effects.pauses().isEmpty()) {
            return Optional.empty();
        }
        Pause last = effects.pauses().getLast();
        return last.isResumedEarly() && !isObservedSince(session, last)
                ? Optional.of(new Finding(
                        Rule.R15,
                        Level.ADVISORY,
                        Basis.labelledTime("basis.paused", last.length(session.elapsed()), last.wanted())))
                : Optional.empty();
    }

    private static boolean isObservedSince(Session session, Pause pause) {
        Duration ended = pause.length(Duration.ZERO).plus(pause.from().elapsed());
        return session.care()
                .observations()
                .latest()
                .map(set -> set.at().elapsed().compareTo(ended) > 0)
                .orElse(false);
    }

    /** R16: a further side effect, or one that an hour did not ease: the responsible physician gives a direction. */
    static Optional<Finding> r16(Session session) {
        return session.care()
                .effects()
                .open()
                .direction()
                .map(event -> new Finding(Rule.R16, Level.HIGH, basis(event)));
    }

    private static List<BasisLine> basis(Effects.SideEffect event) {
        List<BasisLine> lines = new ArrayList<>(Basis.signs(event.signs()));
        if (event.signs().isEmpty()) {
            lines.add(Basis.figure("basis.not-eased", ""));
        }
        lines.add(Basis.figure("basis.event-number", String.valueOf(event.number())));
        return lines;
    }
}
