package vigil.engine;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;

/** Sets of observations that are unremarkable but for what a test is about. */
public final class Charts {
    private Charts() {}

    /** A set with the given sedation and with {@code d3} as the answer to D3. */
    public static ObservationSet set(ObservationSet.Kind kind, int sedation, Answer d3) {
        Map<SideEffectItem, Integer> effects = new EnumMap<>(SideEffectItem.class);
        Map<DissociationItem, Answer> answers = new EnumMap<>(DissociationItem.class);
        for (SideEffectItem item : SideEffectItem.values()) {
            effects.put(item, 0);
        }
        for (DissociationItem item : DissociationItem.values()) {
            answers.put(item, Answer.NO);
        }
        answers.put(DissociationItem.D3, d3);
        boolean full = kind == ObservationSet.Kind.FULL;
        return new ObservationSet(
                kind,
                sedation,
                vitals(full ? Optional.of(new BigDecimal("36.6")) : Optional.empty()),
                Optional.of(new ObservationSet.Pain(4, 5)),
                Optional.of(0),
                Optional.of(0),
                effects,
                answers,
                Optional.of(new ObservationSet.Orientation(true, true, true, 3)),
                "");
    }

    public static ObservationSet.Vitals vitals(Optional<BigDecimal> temperature) {
        return new ObservationSet.Vitals(
                Optional.of(14),
                Optional.of(97),
                Optional.of(BigDecimal.ZERO),
                Optional.of(76),
                Optional.of(128),
                Optional.of(76),
                temperature,
                Optional.of(ObservationSet.Consciousness.ALERT));
    }

    /** A full set: {@code S1:2 S4:1} are grades, {@code D3:Y D5:U D6:?} answers, {@code sedation:2} the score. */
    public static ObservationSet with(String remarkable, Circumstance... circumstances) {
        ObservationSet plain = Bedside.fullSet();
        Map<SideEffectItem, Integer> effects = new EnumMap<>(plain.sideEffects());
        Map<DissociationItem, Answer> answers = new EnumMap<>(plain.dissociation());
        int sedation = 0;
        for (String word : remarkable.isEmpty() ? new String[0] : remarkable.split(" ")) {
            String[] pair = word.split(":");
            if (pair[0].equals("sedation")) {
                sedation = Integer.parseInt(pair[1]);
            } else if (pair[0].startsWith("S")) {
                effects.put(SideEffectItem.valueOf(pair[0]), Integer.valueOf(pair[1]));
            } else {
                answers.put(DissociationItem.valueOf(pair[0]), answer(pair[1]));
            }
        }
        return new ObservationSet(
                plain.kind(),
                sedation,
                plain.vitals(),
                plain.pain(),
                plain.nausea(),
                plain.site(),
                effects,
                answers,
                plain.orientation(),
                "",
                Set.of(circumstances));
    }

    private static Answer answer(String letter) {
        return switch (letter) {
            case "Y" -> Answer.YES;
            case "U" -> Answer.UNSURE;
            case "N" -> Answer.NO;
            default -> Answer.NOT_ASKED;
        };
    }

    /** A set with this heart rate, or without one. */
    public static ObservationSet heartRate(Optional<Integer> perMin) {
        Vitals good = vitals(Optional.of(new BigDecimal("36.6")));
        return of(new Vitals(
                good.respiratoryRatePerMin(),
                good.spo2Percent(),
                good.oxygenLPerMin(),
                perMin,
                good.systolicMmHg(),
                good.diastolicMmHg(),
                good.temperatureCel(),
                good.consciousness()));
    }

    /** A full set with these vital signs. */
    public static ObservationSet of(Vitals vitals) {
        ObservationSet plain = Bedside.fullSet();
        return new ObservationSet(
                plain.kind(),
                plain.sedation(),
                vitals,
                plain.pain(),
                plain.nausea(),
                plain.site(),
                plain.sideEffects(),
                plain.dissociation(),
                plain.orientation(),
                "");
    }
}
