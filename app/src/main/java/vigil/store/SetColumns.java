package vigil.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.EarlyWarning;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;

/** A charted set as rows: its values in the order of the columns of table {@code observation}, behind the sequence, and its items. */
final class SetColumns {
    private SetColumns() {}

    static List<Object> of(ObservationSet set) {
        List<Object> values = new ArrayList<>(List.of(set.kind(), set.sedation()));
        vitals(set.vitals(), values);
        values.add(set.pain().map(Pain::atRest));
        values.add(set.pain().map(Pain::moving));
        values.add(set.nausea());
        values.add(set.site());
        orientation(set.orientation(), values);
        values.add(EarlyWarning.of(set.vitals()).map(EarlyWarning.Score::total));
        values.add(set.note());
        values.add(set.circumstances().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        return values;
    }

    /** Takes the items of a set, each of which is a row of its own. */
    @FunctionalInterface
    interface Items {
        void add(Table table, Enum<?> item, Object answer) throws SQLException;
    }

    /** Side effects with their grades, then dissociation with its answers. */
    static void items(ObservationSet set, Items rows) throws SQLException {
        for (var effect : set.sideEffects().entrySet()) {
            rows.add(Table.SIDE_EFFECT, effect.getKey(), effect.getValue());
        }
        for (var answer : set.dissociation().entrySet()) {
            rows.add(Table.DISSOCIATION, answer.getKey(), answer.getValue());
        }
    }

    private static void vitals(Vitals vitals, List<Object> values) {
        values.add(vitals.respiratoryRatePerMin());
        values.add(vitals.spo2Percent());
        values.add(vitals.oxygenLPerMin());
        values.add(vitals.heartRatePerMin());
        values.add(vitals.systolicMmHg());
        values.add(vitals.diastolicMmHg());
        values.add(vitals.temperatureCel());
        values.add(vitals.consciousness());
    }

    private static void orientation(Optional<Orientation> known, List<Object> values) {
        values.add(known.map(Orientation::person));
        values.add(known.map(Orientation::place));
        values.add(known.map(Orientation::date));
        values.add(known.map(Orientation::recalled));
    }
}
