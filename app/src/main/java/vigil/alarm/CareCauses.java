package vigil.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.rules.Finding;
import vigil.rules.Finding.BasisLine;
import vigil.session.EmergencyCriterion;
import vigil.session.Observations;
import vigil.session.Phase;
import vigil.session.Session;

/** What the patient's care asks attention for: side effects, dissociation, sedation, emergencies, whereabouts. */
final class CareCauses {
    private static final int SEDATED = 2;

    private CareCauses() {}

    /** The cause of a finding of R10, R15 to R17 or R21 to R25. */
    static Optional<Cause> of(Finding finding, Session session) {
        return switch (finding.rule()) {
            case R17 -> Optional.of(prompt(AlarmKind.DISSOCIATION, finding));
            case R16 -> Optional.of(prompt(AlarmKind.FURTHER_SIDE_EFFECT, finding));
            case R15 -> Optional.of(pause(finding, session));
            case R10 ->
                Optional.of(
                        isHigh(finding)
                                ? prompt(AlarmKind.PATIENT_AWAY, finding)
                                : beside(AlarmKind.LEAVING_WARD, finding));
            default ->
                session.phase() == Phase.OBSERVATION_COMPLETE
                        ? Optional.of(prompt(AlarmKind.DISCHARGE_OPEN, finding))
                        : Optional.empty();
        };
    }

    private static boolean isHigh(Finding finding) {
        return finding.level().compareTo(Finding.Level.HIGH) >= 0;
    }

    private static Cause prompt(AlarmKind kind, Finding finding) {
        return Cause.prompt(kind, finding.rule(), finding.basis());
    }

    /** A lesser prompt of the same rule has its own key, so that it does not take the place of a high one not seen yet. */
    private static Cause beside(AlarmKind kind, Finding finding) {
        return Cause.prompt(kind.name(), kind, finding);
    }

    private static Cause pause(Finding finding, Session session) {
        boolean asks =
                session.care().effects().assessmentWanted(session.elapsed()).isPresent();
        return switch (finding.level()) {
            case HIGH, HIGHEST -> prompt(AlarmKind.SIDE_EFFECT, finding);
            case PROMPT, REQUIRED -> beside(asks ? AlarmKind.PAUSE_OVER : AlarmKind.RECOMMENCE, finding);
            case ADVISORY -> beside(AlarmKind.RESUMED_EARLY, finding);
        };
    }

    /** What no rule prompt says: the emergency above them all, sedation 2, a single unsure answer. */
    static List<Cause> of(Session session) {
        List<Cause> causes = new ArrayList<>(0);
        List<EmergencyCriterion> emergency = session.care().emergency();
        if (!emergency.isEmpty()) {
            causes.add(Cause.prompt(AlarmKind.EMERGENCY, lines(emergency), ""));
        }
        if (isSedated(session)) {
            List<BasisLine> sedation = List.of(new BasisLine("basis.sedation", "", String.valueOf(SEDATED)));
            causes.add(Cause.prompt(AlarmKind.SEDATED, sedation, ""));
        }
        session.care()
                .effects()
                .open()
                .look()
                .map(look -> new BasisLine("item." + look.sign().item(), "", "U"))
                .ifPresent(line -> causes.add(Cause.prompt(AlarmKind.SECOND_LOOK, List.of(line), "")));
        return causes;
    }

    private static List<BasisLine> lines(List<EmergencyCriterion> criteria) {
        return criteria.stream()
                .map(it -> new BasisLine("emergency." + it.item(), "", it.value()))
                .toList();
    }

    private static boolean isSedated(Session session) {
        return session.care()
                .observations()
                .latest()
                .map(Observations.Charted::set)
                .map(set -> set.sedation() == SEDATED)
                .orElse(false);
    }
}
