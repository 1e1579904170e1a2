package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.Report.Cell;
import vigil.session.EarlyWarning;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;
import vigil.store.SessionRecord.ObservationRow;

/**
 * The values of one set as table cells. A value that was due and is absent becomes "m", one that was not due "–"; never
 * 0 and never blank. Not thread-safe: remembers what was missing in one set.
 */
final class SetCells {
    private static final String NOT_DUE = "–";

    private final PrintWords words;
    private final boolean full;
    private final List<String> missing = new ArrayList<>();

    /** @param full whether the set asks for consciousness as well */
    SetCells(PrintWords words, boolean full) {
        this.words = words;
        this.full = full;
    }

    /** Column headings of the values that were due and absent. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    Cell required(String column, Optional<?> value) {
        String text = orMissing(column, value);
        return value.isPresent() ? Cell.of(text) : Cell.strong(text);
    }

    Cell bloodPressure(Vitals vitals) {
        if (vitals.systolicMmHg().isEmpty() && vitals.diastolicMmHg().isEmpty()) {
            return required("bp", Optional.empty());
        }
        return Cell.of(orMissing("sbp", vitals.systolicMmHg()) + "/" + orMissing("dbp", vitals.diastolicMmHg()));
    }

    Cell temperature(Vitals vitals, boolean due) {
        Optional<String> value =
                vitals.temperatureCel().map(number -> words.figures().fixed(number, 1));
        return due ? required("temp", value) : Cell.of(value.orElse(NOT_DUE));
    }

    Cell consciousness(Vitals vitals) {
        Optional<String> value = vitals.consciousness().map(known -> words.of("consciousness", known));
        return full ? required("con", value) : Cell.of(value.orElse(NOT_DUE));
    }

    /** The total with the bands that scored, or "no score" (nothing is imputed). */
    Cell earlyWarning(ObservationRow row) {
        return Cell.of(
                row.earlyWarning().map(total -> withBands(total, row)).orElseGet(() -> words.text("rows.noScore")));
    }

    private static String withBands(int total, ObservationRow row) {
        List<String> scored = EarlyWarning.scoring(row.set().vitals());
        return total + (scored.isEmpty() ? "" : " " + String.join(" ", scored));
    }

    Cell pain(Optional<Pain> pain) {
        return required("pain", pain.map(score -> score.atRest() + "/" + score.moving()));
    }

    Cell dissociation(Map<DissociationItem, Answer> answers) {
        String letters = Stream.of(DissociationItem.values())
                .map(item -> Optional.ofNullable(answers.get(item))
                        .map(answer -> words.of("answer", answer))
                        .orElse(Marks.MISSING))
                .collect(Collectors.joining());
        if (letters.contains(Marks.MISSING)) {
            missing.add(words.text("rows.d"));
        }
        return new Cell(letters, "", Cell.Weight.FIXED_WIDTH);
    }

    Cell orientation(Optional<Orientation> orientation) {
        return required("orient", orientation.map(known -> lost(known) + " " + known.recalled() + "/3"));
    }

    private String lost(Orientation known) {
        List<String> lost = new ArrayList<>();
        if (!known.person()) {
            lost.add(words.text("orientation.person"));
        }
        if (!known.place()) {
            lost.add(words.text("orientation.place"));
        }
        if (!known.date()) {
            lost.add(words.text("orientation.date"));
        }
        return lost.isEmpty() ? words.text("orientation.full") : words.text("orientation.not", String.join(", ", lost));
    }

    private String orMissing(String column, Optional<?> value) {
        if (value.isEmpty()) {
            missing.add(words.text("rows." + column));
        }
        return value.map(Object::toString).orElse(Marks.MISSING);
    }
}
