package vigil.ui.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vigil.pump.Decimals;
import vigil.session.ObservationDuty.Asks;
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
import vigil.ui.entry.Item.Group;

/**
 * A set of observations while it is being entered: what was answered so far, and nothing else. Immutable.
 *
 * @param answers only what was answered; each as {@link Item} writes it
 * @param circumstances what was said or seen beside the items
 * @param note free text
 */
public record Draft(Map<Item, String> answers, Set<Circumstance> circumstances, String note) {
    public static final Draft EMPTY = new Draft(Map.of(), Set.of(), "");

    private static final String NOTE = "note";

    /** What a brief core set leaves out. */
    private static final Set<Item> EVERY_OTHER_TIME =
            Set.of(Item.SPO2, Item.O2, Item.HR, Item.SYSTOLIC, Item.DIASTOLIC);

    /** What can be wrong with an answer. */
    public enum Fault {
        /** It is missing where it must not be, or where another answer means nothing without it. */
        REQUIRED,
        /** It is outside of what can be. */
        RANGE
    }

    /** What is wrong with one answer; the answer, the least and the most that it can be, where it is out of range. */
    public record Problem(Fault fault, List<String> arguments) {}

    public Draft {
        answers = Map.copyOf(answers);
        circumstances = Set.copyOf(circumstances);
    }

    /** With another answer; an empty one takes the answer back. */
    public Draft with(Item item, String answer) {
        Map<Item, String> next = new HashMap<>(answers);
        if (answer.isEmpty()) {
            next.remove(item);
        } else {
            next.put(item, answer);
        }
        return new Draft(next, circumstances, note);
    }

    /** With or without something said or seen beside the items. */
    public Draft with(Circumstance circumstance, boolean present) {
        Set<Circumstance> next = new HashSet<>(circumstances);
        if (present) {
            next.add(circumstance);
        } else {
            next.remove(circumstance);
        }
        return new Draft(answers, next, note);
    }

    public Draft withNote(String text) {
        return new Draft(answers, circumstances, text);
    }

    /** "None of these" for what is still unanswered; counts as the nurse's answer. */
    public Draft withRest(Group group) {
        Draft next = this;
        for (Item item : Item.of(group)) {
            next = isAnswered(item) ? next : next.with(item, item.least());
        }
        return next;
    }

    /** What was typed, by field, as it is kept until it is saved. */
    public Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        answers.forEach((item, answer) -> texts.put(item.name(), answer));
        circumstances.forEach(circumstance -> texts.put(circumstance.name(), ""));
        if (!note.isEmpty()) {
            texts.put(NOTE, note);
        }
        return texts;
    }

    /** The entry that {@link #texts} was of; what this version does not know is left out. */
    public static Draft ofTexts(Map<String, String> texts) {
        Draft draft = EMPTY.withNote(texts.getOrDefault(NOTE, ""));
        for (Item item : Item.values()) {
            draft = draft.with(item, texts.getOrDefault(item.name(), ""));
        }
        for (Circumstance circumstance : Circumstance.values()) {
            draft = draft.with(circumstance, texts.containsKey(circumstance.name()));
        }
        return draft;
    }

    public boolean isAnswered(Item item) {
        return answers.containsKey(item);
    }

    /** The answer as typed; empty text while there is none. */
    public String answer(Item item) {
        return answers.getOrDefault(item, "");
    }

    public boolean isEmpty() {
        return answers.isEmpty() && circumstances.isEmpty() && note.isBlank();
    }

    /** What such a set asks and nobody has answered yet (clinical rules, section 8). */
    public List<Item> missing(Asks asks) {
        return Arrays.stream(Item.values())
                .filter(item -> isAsked(item, asks) && !isAnswered(item))
                .toList();
    }

    private static boolean isAsked(Item item, Asks asks) {
        boolean full = asks == Asks.FULL || asks == Asks.BASELINE;
        boolean effects =
                asks == Asks.CORE_EFFECTS || asks == Asks.CORE_EFFECTS_AWAKE || asks == Asks.CORE_EFFECTS_TEMPERATURE;
        return switch (item.group()) {
            case CORE -> asks != Asks.CORE_BRIEF || !EVERY_OTHER_TIME.contains(item);
            case SIDE_EFFECTS -> full || effects;
            case DISSOCIATION -> full || effects || asks == Asks.CORE_ORIENTATION;
            case FURTHER -> isAskedFurther(item, asks, full);
        };
    }

    private static boolean isAskedFurther(Item item, Asks asks, boolean full) {
        return switch (item) {
            case TEMPERATURE -> full || asks == Asks.CORE_EFFECTS_TEMPERATURE || asks == Asks.CORE_TEMPERATURE;
            case CONSCIOUS -> full;
            default -> asks == Asks.CORE_ORIENTATION;
        };
    }

    /** Full once nothing of a full set is missing. */
    public Kind kind() {
        return missing(Asks.FULL).isEmpty() ? Kind.FULL : Kind.CORE;
    }

    /** What is wrong, in the order of the fields; the set can be saved once there is nothing. */
    public Map<Item, Problem> problems() {
        Map<Item, Problem> found = new LinkedHashMap<>();
        for (Item item : Item.values()) {
            problem(item).ifPresent(problem -> found.put(item, problem));
        }
        return found;
    }

    private Optional<Problem> problem(Item item) {
        return switch (item) {
            case SEDATION -> isEmpty() || isAnswered(item) ? Optional.empty() : Optional.of(missing());
            case SYSTOLIC -> needs(item, Item.DIASTOLIC);
            case DIASTOLIC -> needs(item, Item.SYSTOLIC);
            case PAIN_REST -> needs(item, Item.PAIN_MOVING);
            case PAIN_MOVING -> needs(item, Item.PAIN_REST);
            case ORIENTED -> needs(item, Item.RECALL);
            case RECALL -> needs(item, Item.ORIENTED);
            default -> outside(item);
        };
    }

    private static Problem missing() {
        return new Problem(Fault.REQUIRED, List.of());
    }

    /** Two that are only one finding together. */
    private Optional<Problem> needs(Item item, Item other) {
        boolean alone = isAnswered(other) && !isAnswered(item);
        return alone ? Optional.of(missing()) : outside(item);
    }

    private Optional<Problem> outside(Item item) {
        return number(item)
                .filter(value -> value.compareTo(item.low()) < 0 || value.compareTo(item.high()) > 0)
                .map(_ -> new Problem(
                        Fault.RANGE,
                        List.of(
                                answer(item),
                                item.low().toPlainString(),
                                item.high().toPlainString())));
    }

    private Optional<BigDecimal> number(Item item) {
        return item.isNumber() && isAnswered(item)
                ? Optional.of(Decimals.canonical(new BigDecimal(answer(item))))
                : Optional.empty();
    }

    private Optional<Integer> whole(Item item) {
        return number(item).map(BigDecimal::intValueExact);
    }

    private Optional<Integer> grade(Item item) {
        return isAnswered(item) ? Optional.of(Integer.valueOf(answer(item))) : Optional.empty();
    }

    /** The set as it would be charted; nothing while sedation is missing or an answer is wrong. */
    public Optional<ObservationSet> set() {
        return isAnswered(Item.SEDATION) && problems().isEmpty() ? Optional.of(whole()) : Optional.empty();
    }

    private ObservationSet whole() {
        return new ObservationSet(
                kind(),
                Integer.parseInt(answer(Item.SEDATION)),
                vitals(),
                both(whole(Item.PAIN_REST), whole(Item.PAIN_MOVING), Pain::new),
                grade(Item.NAUSEA),
                grade(Item.SITE),
                byItem(SideEffectItem.values(), Integer::valueOf),
                byItem(DissociationItem.values(), Draft::answerOf),
                both(
                        Optional.of(answer(Item.ORIENTED)).filter(it -> !it.isEmpty()),
                        whole(Item.RECALL),
                        Draft::orientation),
                note.strip(),
                circumstances);
    }

    private Vitals vitals() {
        return new Vitals(
                whole(Item.RR),
                whole(Item.SPO2),
                number(Item.O2),
                whole(Item.HR),
                whole(Item.SYSTOLIC),
                whole(Item.DIASTOLIC),
                number(Item.TEMPERATURE),
                isAnswered(Item.CONSCIOUS) ? Optional.of(consciousness()) : Optional.empty());
    }

    private Consciousness consciousness() {
        return switch (answer(Item.CONSCIOUS)) {
            case "A" -> Consciousness.ALERT;
            case "C" -> Consciousness.NEW_CONFUSION;
            case "V" -> Consciousness.VOICE;
            case "P" -> Consciousness.PAIN;
            default -> Consciousness.UNRESPONSIVE;
        };
    }

    private static Answer answerOf(String sign) {
        return switch (sign) {
            case "N" -> Answer.NO;
            case "U" -> Answer.UNSURE;
            case "Y" -> Answer.YES;
            default -> Answer.NOT_ASKED;
        };
    }

    private static Orientation orientation(String unknown, int recalled) {
        return new Orientation(!unknown.contains("1"), !unknown.contains("2"), !unknown.contains("3"), recalled);
    }

    private <E extends Enum<E>, V> Map<E, V> byItem(E[] items, Function<String, V> read) {
        Map<E, V> found = new HashMap<>();
        for (E item : items) {
            Item asked = Item.valueOf(item.name());
            if (isAnswered(asked)) {
                found.put(item, read.apply(answer(asked)));
            }
        }
        return found;
    }

    private static <A, B, C> Optional<C> both(
            Optional<A> one, Optional<B> other, java.util.function.BiFunction<A, B, C> join) {
        return one.flatMap(a -> other.map(b -> join.apply(a, b)));
    }

    /** The answers of a charted set, to stand beside the fields as reference; never an entry. */
    public static Draft of(ObservationSet set) {
        Map<Item, String> answers = new EnumMap<>(Item.class);
        answers.put(Item.SEDATION, Integer.toString(set.sedation()));
        Vitals vitals = set.vitals();
        vitals.respiratoryRatePerMin().ifPresent(it -> answers.put(Item.RR, it.toString()));
        vitals.spo2Percent().ifPresent(it -> answers.put(Item.SPO2, it.toString()));
        vitals.oxygenLPerMin().ifPresent(it -> answers.put(Item.O2, it.toPlainString()));
        vitals.heartRatePerMin().ifPresent(it -> answers.put(Item.HR, it.toString()));
        vitals.systolicMmHg().ifPresent(it -> answers.put(Item.SYSTOLIC, it.toString()));
        vitals.diastolicMmHg().ifPresent(it -> answers.put(Item.DIASTOLIC, it.toString()));
        vitals.temperatureCel().ifPresent(it -> answers.put(Item.TEMPERATURE, it.toPlainString()));
        set.pain().ifPresent(it -> answers.put(Item.PAIN_REST, Integer.toString(it.atRest())));
        set.pain().ifPresent(it -> answers.put(Item.PAIN_MOVING, Integer.toString(it.moving())));
        set.orientation().ifPresent(it -> answers.put(Item.RECALL, Integer.toString(it.recalled())));
        return new Draft(answers, Set.of(), "");
    }
}
