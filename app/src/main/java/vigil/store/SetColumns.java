package vigil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.EarlyWarning;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;

/** The values of a charted set in the order of the columns of table {@code observation}, behind the sequence. */
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
