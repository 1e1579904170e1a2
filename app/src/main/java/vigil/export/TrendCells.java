package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigil.export.Report.Cell;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;
import vigil.store.SessionRecord.ObservationRow;

/**
 * One set as cells of the handover table, with an arrow against the set before: level within 1 of a scale, 2 breaths,
 * 10 beats or mmHg, 1 % (records and handover, section 2).
 */
final class TrendCells {
    private static final int SCALE_STEP = 1;
    private static final int RATE_STEP = 2;
    private static final int CIRCULATION_STEP = 10;

    private final PrintWords words;
    private final Optional<ObservationSet> before;

    /** @param before absent for the older of two sets, which gets no arrows */
    TrendCells(PrintWords words, Optional<ObservationSet> before) {
        this.words = words;
        this.before = before;
    }

    List<Cell> cells(ObservationRow row, String name) {
        ObservationSet set = row.set();
        Vitals vitals = set.vitals();
        SetCells plain = new SetCells(words, false);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.strong(name));
        cells.add(trend(set, any -> Optional.of(any.sedation()), SCALE_STEP));
        cells.add(trend(set, any -> any.vitals().respiratoryRatePerMin(), RATE_STEP));
        cells.add(trend(set, any -> any.vitals().spo2Percent(), SCALE_STEP));
        cells.add(plain.required("o2", vitals.oxygenLPerMin().map(words.figures()::plain)));
        cells.add(trend(set, any -> any.vitals().heartRatePerMin(), CIRCULATION_STEP));
        cells.add(emphasised(plain.bloodPressure(vitals).text()
                + arrow(set, any -> any.vitals().systolicMmHg(), CIRCULATION_STEP)));
        cells.add(plain.temperature(vitals, false));
        cells.add(plain.earlyWarning(row));
        cells.add(emphasised(
                plain.pain(set.pain()).text() + arrow(set, any -> any.pain().map(Pain::atRest), SCALE_STEP)));
        cells.add(plain.required("nau", set.nausea()));
        cells.add(plain.required("site", set.site()));
        return cells;
    }

    private Cell trend(ObservationSet set, Function<ObservationSet, Optional<Integer>> value, int step) {
        return emphasised(value.apply(set).map(Object::toString).orElse(Marks.MISSING) + arrow(set, value, step));
    }

    private Cell emphasised(String text) {
        return before.isPresent() ? Cell.strong(text) : Cell.of(text);
    }

    private String arrow(ObservationSet set, Function<ObservationSet, Optional<Integer>> value, int step) {
        Optional<Integer> earlier = before.flatMap(value);
        return value.apply(set)
                .flatMap(now -> earlier.map(then -> now - then))
                .map(change -> change > step ? " ↑" : change < -step ? " ↓" : " →")
                .orElse("");
    }
}
