package vigil.scenario;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Kind;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;

/**
 * Reads one set of observations: {@code core sedation 0 rr 14 … effects 0 d no oriented}. A figure written {@code 14~16}
 * walks up and down between its ends from one turn of a repeated statement to the next, so that made-up charts look
 * alive and stay the same in every run.
 */
final class ObservationText {
    private final Kind kind;
    private final Map<String, String> figures = new HashMap<>();
    private final Map<SideEffectItem, Integer> effects = new EnumMap<>(SideEffectItem.class);
    private final Map<DissociationItem, Answer> dissociation = new EnumMap<>(DissociationItem.class);
    private final Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
    private boolean oriented;

    ObservationText(Words words) {
        kind = EntryText.constant(Kind.class, words.take("core or full"));
        while (!words.isEmpty()) {
            read(words.take("a field"), words);
        }
        if (!figures.containsKey("sedation")) {
            throw new IllegalArgumentException("a set without sedation");
        }
    }

    private void read(String field, Words words) {
        switch (field) {
            case "sedation", "rr", "spo2", "o2", "hr", "bp", "temp", "pain", "nausea", "site" ->
                figures.put(field, words.take(field));
            case "effects" -> effects(words.take("a grade, or S1:2 and so on"));
            case "d" -> dissociation(words.take("an answer, or D5:yes and so on"));
            case "oriented" -> oriented = true;
            case "asks-to-stop" -> circumstances.add(Circumstance.ASKS_TO_STOP);
            case "distressing" -> circumstances.add(Circumstance.DISTRESSING);
            case "benzodiazepine" -> circumstances.add(Circumstance.BENZODIAZEPINE_WITHIN_4_H);
            default -> throw words.unknown(field, "a field of an observation");
        }
    }

    private void effects(String text) {
        int others = text.contains(":") ? 0 : Integer.parseInt(text);
        for (SideEffectItem item : SideEffectItem.values()) {
            effects.put(item, others);
        }
        pairs(
                text,
                (item, grade) -> effects.put(EntryText.constant(SideEffectItem.class, item), Integer.parseInt(grade)));
    }

    private void dissociation(String text) {
        Answer others = text.contains(":") ? Answer.NO : EntryText.constant(Answer.class, text);
        for (DissociationItem item : DissociationItem.values()) {
            dissociation.put(item, others);
        }
        pairs(
                text,
                (item, answer) -> dissociation.put(
                        EntryText.constant(DissociationItem.class, item), EntryText.constant(Answer.class, answer)));
    }

    /** {@code S1:2,S4:1}. */
    private static void pairs(String text, BiConsumer<String, String> each) {
        if (text.contains(":")) {
            for (String pair : text.split(",", -1)) {
                String[] both = pair.split(":", -1);
                each.accept(both[0], both[1]);
            }
        }
    }

    ObservationSet on(int turn) {
        return new ObservationSet(
                kind,
                figure("sedation", turn).orElseThrow(),
                vitals(turn),
                pair("pain", turn).map(both -> new Pain(both[0], both[1])),
                figure("nausea", turn),
                figure("site", turn),
                effects,
                dissociation,
                oriented ? Optional.of(new Orientation(true, true, true, 3)) : Optional.empty(),
                "",
                circumstances);
    }

    private Vitals vitals(int turn) {
        Optional<int[]> pressure = pair("bp", turn);
        return new Vitals(
                figure("rr", turn),
                figure("spo2", turn),
                decimal("o2"),
                figure("hr", turn),
                pressure.map(both -> both[0]),
                pressure.map(both -> both[1]),
                decimal("temp"),
                figures.containsKey("rr") ? Optional.of(Consciousness.ALERT) : Optional.empty());
    }

    private Optional<Integer> figure(String field, int turn) {
        return Optional.ofNullable(figures.get(field)).map(text -> walk(text, turn));
    }

    private Optional<BigDecimal> decimal(String field) {
        return Optional.ofNullable(figures.get(field)).map(BigDecimal::new);
    }

    private Optional<int[]> pair(String field, int turn) {
        return Optional.ofNullable(figures.get(field)).map(text -> {
            String[] both = text.split("/", -1);
            return new int[] {walk(both[0], turn), walk(both[1], turn)};
        });
    }

    private static int walk(String text, int turn) {
        String[] ends = text.split("~", -1);
        int low = Integer.parseInt(ends[0]);
        if (ends.length == 1) {
            return low;
        }
        int span = Integer.parseInt(ends[1]) - low;
        int place = turn % (2 * span);
        return low + (place <= span ? place : 2 * span - place);
    }
}
