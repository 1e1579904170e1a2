package vigil.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.AmendedValue;
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
import vigil.store.SessionRecord.DutyRow;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/** Reads the charted sets of a session with their items and the duties they satisfied. */
final class ObservationReader {
    private static final String PHASE_AFTER_CESSATION = "P6";

    private final Query query;

    ObservationReader(Query query) {
        this.query = query;
    }

    /** The rows of the tables beside {@code observation}, by sequence. */
    private record Items(
            Map<Long, Map<SideEffectItem, Integer>> sideEffects,
            Map<Long, Map<DissociationItem, Answer>> dissociation,
            Map<Long, DutyRow> duties,
            Map<Long, List<EditRow>> edits) {}

    List<ObservationRow> observations(String id, Optional<Duration> t0) throws SQLException {
        Items items = new Items(sideEffects(id), dissociation(id), duties(id), edits(id));
        return query.list(
                "SELECT * FROM entry JOIN observation USING (sequence) WHERE session_id = ? ORDER BY sequence",
                row -> observation(row, items, t0),
                id);
    }

    private static ObservationRow observation(Query.Row row, Items items, Optional<Duration> t0) throws SQLException {
        long sequence = row.number("sequence");
        Duration elapsed = row.seconds("elapsed_s");
        Optional<DutyRow> duty = Optional.ofNullable(items.duties().get(sequence));
        boolean forCessation =
                duty.map(it -> it.phase().equals(PHASE_AFTER_CESSATION)).orElse(false);
        return new ObservationRow(
                sequence,
                row.instant("at_utc"),
                row.staff("by"),
                set(row, items),
                t0.map(elapsed::minus).filter(fromT0 -> forCessation || !fromT0.isNegative()),
                duty,
                row.integerIfAny("early_warning"),
                items.edits().getOrDefault(sequence, List.of()));
    }

    private static ObservationSet set(Query.Row row, Items items) throws SQLException {
        long sequence = row.number("sequence");
        return new ObservationSet(
                row.word("kind", Kind.class),
                row.integer("sedation"),
                vitals(row),
                pain(row),
                row.integerIfAny("nausea"),
                row.integerIfAny("site"),
                items.sideEffects().getOrDefault(sequence, Map.of()),
                items.dissociation().getOrDefault(sequence, Map.of()),
                orientation(row),
                row.text("note"),
                row.words("circumstances", Circumstance.class));
    }

    private static Vitals vitals(Query.Row row) throws SQLException {
        return new Vitals(
                row.integerIfAny("respiratory_rate_per_min"),
                row.integerIfAny("spo2_percent"),
                row.decimalIfAny("oxygen_l_per_min"),
                row.integerIfAny("heart_rate_per_min"),
                row.integerIfAny("systolic_mmhg"),
                row.integerIfAny("diastolic_mmhg"),
                row.decimalIfAny("temperature_cel"),
                row.wordIfAny("consciousness", Consciousness.class));
    }

    private static Optional<Pain> pain(Query.Row row) throws SQLException {
        Optional<Integer> moving = row.integerIfAny("pain_moving");
        return row.integerIfAny("pain_at_rest").flatMap(atRest -> moving.map(it -> new Pain(atRest, it)));
    }

    private static Optional<Orientation> orientation(Query.Row row) throws SQLException {
        if (row.integerIfAny("items_recalled").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Orientation(
                row.flag("knows_person"),
                row.flag("knows_place"),
                row.flag("knows_date"),
                row.integer("items_recalled")));
    }

    private record Keyed<T>(long sequence, T value) {}

    private <T> List<Keyed<T>> keyed(String table, String order, String id, Query.Reader<T> reader)
            throws SQLException {
        return query.list(
                "SELECT * FROM entry JOIN %s USING (sequence) WHERE session_id = ? ORDER BY sequence, %s"
                        .formatted(table, order),
                row -> new Keyed<>(row.number("sequence"), reader.read(row)),
                id);
    }

    private Map<Long, Map<SideEffectItem, Integer>> sideEffects(String id) throws SQLException {
        Map<Long, Map<SideEffectItem, Integer>> found = new HashMap<>();
        keyed("side_effect", "item", id, row -> Map.entry(row.word("item", SideEffectItem.class), row.integer("grade")))
                .forEach(item -> found.computeIfAbsent(item.sequence(), _ -> new EnumMap<>(SideEffectItem.class))
                        .put(item.value().getKey(), item.value().getValue()));
        return found;
    }

    private Map<Long, Map<DissociationItem, Answer>> dissociation(String id) throws SQLException {
        Map<Long, Map<DissociationItem, Answer>> found = new HashMap<>();
        keyed(
                        "dissociation",
                        "item",
                        id,
                        row -> Map.entry(row.word("item", DissociationItem.class), row.word("answer", Answer.class)))
                .forEach(item -> found.computeIfAbsent(item.sequence(), _ -> new EnumMap<>(DissociationItem.class))
                        .put(item.value().getKey(), item.value().getValue()));
        return found;
    }

    /** By the sequence of the set they amend. */
    private Map<Long, List<EditRow>> edits(String id) throws SQLException {
        return query
                .list(
                        "SELECT * FROM entry JOIN amendment USING (sequence) WHERE session_id = ? ORDER BY sequence, item",
                        row -> new Keyed<>(row.number("amends"), edit(row)),
                        id)
                .stream()
                .collect(Collectors.groupingBy(
                        Keyed::sequence, Collectors.mapping(Keyed::value, Collectors.toUnmodifiableList())));
    }

    private static EditRow edit(Query.Row row) throws SQLException {
        AmendedValue value = new AmendedValue(row.text("item"), row.textIfAny("old_value"), row.textIfAny("new_value"));
        return new EditRow(row.instant("at_utc"), row.staff("by"), value, row.text("reason"));
    }

    /** Of several duties that one set satisfied the one of the latest phase, for the record that is printed. */
    private Map<Long, DutyRow> duties(String id) throws SQLException {
        Map<Long, DutyRow> found = new HashMap<>();
        keyed(
                        "duty",
                        "phase, row_number",
                        id,
                        row -> new DutyRow(
                                row.text("phase"), row.integer("row_number"), row.instant("due_utc"), row.flag("late")))
                .forEach(duty -> found.put(duty.sequence(), duty.value()));
        return found;
    }
}
