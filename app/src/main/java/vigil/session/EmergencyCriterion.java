package vigil.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.ObservationSet.Consciousness;

/**
 * A reason for an emergency call (clinical rules, section 9). One that was measured stands until the same parameter was
 * measured again: nothing is taken as normal because it was left out.
 *
 * @param item what meets it: SEDATION, TOTAL, CONSCIOUSNESS, the name of a {@link VitalSign} or of a {@link Concern}
 * @param value the figure or the note, as it was charted
 */
public record EmergencyCriterion(String item, String value) {
    private static final String SEDATION = "SEDATION";
    private static final String TOTAL = "TOTAL";
    private static final String CONSCIOUSNESS = "CONSCIOUSNESS";
    private static final int UNROUSABLE = 3;

    static EmergencyCriterion of(Ward.Raised raised) {
        return new EmergencyCriterion(raised.concern().name(), raised.note());
    }

    /** What is met once {@code set} was charted after {@code before}. */
    static List<EmergencyCriterion> after(List<EmergencyCriterion> before, ObservationSet set) {
        List<EmergencyCriterion> met = new ArrayList<>(0);
        if (set.sedation() == UNROUSABLE) {
            met.add(new EmergencyCriterion(SEDATION, String.valueOf(UNROUSABLE)));
        }
        for (VitalSign sign : VitalSign.values()) {
            sign.in(set.vitals())
                    .filter(value -> sign.bandOf(value).isEmergency())
                    .ifPresent(value -> met.add(new EmergencyCriterion(sign.name(), value.toPlainString())));
        }
        set.vitals()
                .consciousness()
                .filter(it -> it == Consciousness.PAIN || it == Consciousness.UNRESPONSIVE)
                .ifPresent(it ->
                        met.add(new EmergencyCriterion(CONSCIOUSNESS, it.name().substring(0, 1))));
        EarlyWarning.of(set.vitals())
                .map(EarlyWarning.Score::total)
                .filter(total -> total >= EarlyWarning.EMERGENCY_TOTAL)
                .ifPresent(total -> met.add(new EmergencyCriterion(TOTAL, total.toString())));
        before.stream().filter(it -> !isMeasured(it.item(), set)).forEach(met::add);
        return met;
    }

    private static boolean isMeasured(String item, ObservationSet set) {
        return switch (item) {
            case SEDATION -> true;
            case TOTAL -> EarlyWarning.of(set.vitals()).isPresent();
            case CONSCIOUSNESS -> set.vitals().consciousness().isPresent();
            default ->
                Optional.of(VitalSign.valueOf(item))
                        .flatMap(sign -> sign.in(set.vitals()))
                        .isPresent();
        };
    }
}
