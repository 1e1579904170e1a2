package vigil.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;

/**
 * One value of a charted set that was amended (R32). Immutable.
 *
 * @param item which: the column of the session database that holds it, {@code S1} to {@code S14} or {@code D1} to {@code D8}
 * @param was as it stood; empty where it had not been taken
 * @param is as it stands since; empty where it should not have been there
 */
public record AmendedValue(String item, Optional<String> was, Optional<String> is) {

    /** What differs between two sets, in the order of the fields. */
    public static List<AmendedValue> between(ObservationSet was, ObservationSet is) {
        Map<String, String> before = texts(was);
        Map<String, String> after = texts(is);
        Set<String> items = new LinkedHashSet<>(before.keySet());
        items.addAll(after.keySet());
        List<AmendedValue> changes = new ArrayList<>();
        for (String item : items) {
            Optional<String> old = Optional.ofNullable(before.get(item));
            Optional<String> fresh = Optional.ofNullable(after.get(item));
            if (!old.equals(fresh)) {
                changes.add(new AmendedValue(item, old, fresh));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, String> texts(ObservationSet set) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sedation", Integer.toString(set.sedation()));
        vitals(set.vitals(), texts);
        put(texts, "pain_at_rest", set.pain().map(Pain::atRest));
        put(texts, "pain_moving", set.pain().map(Pain::moving));
        put(texts, "nausea", set.nausea());
        put(texts, "site", set.site());
        put(texts, "orientation", set.orientation().map(AmendedValue::text));
        for (ObservationSet.SideEffectItem item : ObservationSet.SideEffectItem.values()) {
            put(texts, item.name(), Optional.ofNullable(set.sideEffects().get(item)));
        }
        for (ObservationSet.DissociationItem item : ObservationSet.DissociationItem.values()) {
            put(texts, item.name(), Optional.ofNullable(set.dissociation().get(item)));
        }
        put(texts, "circumstances", Optional.of(circumstances(set)).filter(it -> !it.isEmpty()));
        put(texts, "note", Optional.of(set.note()).filter(it -> !it.isEmpty()));
        return texts;
    }

    private static void vitals(Vitals vitals, Map<String, String> texts) {
        put(texts, "respiratory_rate_per_min", vitals.respiratoryRatePerMin());
        put(texts, "spo2_percent", vitals.spo2Percent());
        put(texts, "oxygen_l_per_min", vitals.oxygenLPerMin().map(it -> it.toPlainString()));
        put(texts, "heart_rate_per_min", vitals.heartRatePerMin());
        put(texts, "systolic_mmhg", vitals.systolicMmHg());
        put(texts, "diastolic_mmhg", vitals.diastolicMmHg());
        put(texts, "temperature_cel", vitals.temperatureCel().map(it -> it.toPlainString()));
        put(texts, "consciousness", vitals.consciousness());
    }

    private static void put(Map<String, String> texts, String item, Optional<?> value) {
        value.ifPresent(known -> texts.put(item, known.toString()));
    }

    private static String circumstances(ObservationSet set) {
        return set.circumstances().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    /** What is known of person, place and date, and how many of three items are recalled. */
    private static String text(Orientation known) {
        return (known.person() ? "person " : "")
                + (known.place() ? "place " : "")
                + (known.date() ? "date " : "")
                + known.recalled()
                + "/3";
    }
}
