package vigil.session;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One set of observations as charted at one time (clinical rules, section 8). What was not taken is absent; sedation is
 * never absent.
 *
 * @param kind CORE or FULL, and with it what counts as complete
 * @param vitals what was measured
 * @param sedation 0 awake to 3 hard to rouse
 * @param pain at rest and moving, 0 to 10
 * @param nausea 0 none to 3 vomiting
 * @param site 0 clear to 4 leak or dislodged
 * @param sideEffects grade 0 to 3 of each item asked, S1 to S14
 * @param dissociation answer to each item asked, D1 to D8
 * @param orientation person, place and date known, and how many of 3 items recalled
 * @param note free text
 * @param circumstances what was said or seen beside the items; what is not in it was not recorded
 */
public record ObservationSet(
        Kind kind,
        int sedation,
        Vitals vitals,
        Optional<Pain> pain,
        Optional<Integer> nausea,
        Optional<Integer> site,
        Map<SideEffectItem, Integer> sideEffects,
        Map<DissociationItem, Answer> dissociation,
        Optional<Orientation> orientation,
        String note,
        Set<Circumstance> circumstances) {

    /** A set without circumstances. */
    public ObservationSet(
            Kind kind,
            int sedation,
            Vitals vitals,
            Optional<Pain> pain,
            Optional<Integer> nausea,
            Optional<Integer> site,
            Map<SideEffectItem, Integer> sideEffects,
            Map<DissociationItem, Answer> dissociation,
            Optional<Orientation> orientation,
            String note) {
        this(kind, sedation, vitals, pain, nausea, site, sideEffects, dissociation, orientation, note, Set.of());
    }

    public enum Kind {
        CORE,
        FULL
    }

    /** Respiratory rate and heart rate per minute, SpO2 in %, oxygen in L/min, blood pressure in mmHg, temperature in °C. */
    public record Vitals(
            Optional<Integer> respiratoryRatePerMin,
            Optional<Integer> spo2Percent,
            Optional<BigDecimal> oxygenLPerMin,
            Optional<Integer> heartRatePerMin,
            Optional<Integer> systolicMmHg,
            Optional<Integer> diastolicMmHg,
            Optional<BigDecimal> temperatureCel,
            Optional<Consciousness> consciousness) {

        /** True when every one of them was taken. */
        public boolean isComplete() {
            return respiratoryRatePerMin.isPresent()
                    && spo2Percent.isPresent()
                    && oxygenLPerMin.isPresent()
                    && heartRatePerMin.isPresent()
                    && systolicMmHg.isPresent()
                    && diastolicMmHg.isPresent()
                    && temperatureCel.isPresent()
                    && consciousness.isPresent();
        }
    }

    public record Pain(int atRest, int moving) {}

    /** {@code recalled}: 0 to 3 items told five minutes earlier. */
    public record Orientation(boolean person, boolean place, boolean date, int recalled) {
        public boolean isFull() {
            return person && place && date && recalled == 3;
        }
    }

    public enum Consciousness {
        ALERT,
        NEW_CONFUSION,
        VOICE,
        PAIN,
        UNRESPONSIVE
    }

    /** Not asked (asleep, refused) never counts as NO. */
    public enum Answer {
        NO,
        UNSURE,
        YES,
        NOT_ASKED
    }

    /** What makes a side effect count whatever its grade, and what confounds a dissociative answer. */
    public enum Circumstance {
        /** The patient asks to stop. */
        ASKS_TO_STOP,
        /** The nurse finds the effects distressing. */
        DISTRESSING,
        /** A benzodiazepine was given in the last four hours (ruling A13). */
        BENZODIAZEPINE_WITHIN_4_H
    }

    public enum SideEffectItem {
        S1,
        S2,
        S3,
        S4,
        S5,
        S6,
        S7,
        S8,
        S9,
        S10,
        S11,
        S12,
        S13,
        S14
    }

    public enum DissociationItem {
        D1,
        D2,
        D3,
        D4,
        D5,
        D6,
        D7,
        D8
    }

    public ObservationSet {
        within("sedation", sedation, 3);
        sideEffects = Map.copyOf(sideEffects);
        dissociation = Map.copyOf(dissociation);
        circumstances = Set.copyOf(circumstances);
        sideEffects.forEach((item, grade) -> within(item.name(), grade, 3));
        nausea.ifPresent(grade -> within("nausea", grade, 3));
        site.ifPresent(grade -> within("site", grade, 4));
        pain.ifPresent(score -> within("pain at rest", score.atRest(), 10));
        pain.ifPresent(score -> within("pain moving", score.moving(), 10));
    }

    /**
     * True when nothing is missing that row 240 of the four hours needs (A25): every vital sign, pain, nausea, site, all S
     * and D items answered, orientation asked. "Not asked" is no answer.
     */
    public boolean isCompleteAtDischarge() {
        boolean answered = sideEffects.size() == SideEffectItem.values().length
                && dissociation.size() == DissociationItem.values().length
                && !dissociation.containsValue(Answer.NOT_ASKED);
        return answered
                && vitals.isComplete()
                && pain.isPresent()
                && nausea.isPresent()
                && site.isPresent()
                && orientation.isPresent();
    }

    private static void within(String what, int score, int most) {
        if (score < 0 || score > most) {
            throw new IllegalArgumentException("%s %d is outside 0 to %d".formatted(what, score, most));
        }
    }
}
