package vigil.ui.cessation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.engine.CareSight.Row;
import vigil.engine.CareSight.RowState;
import vigil.engine.Snapshot;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Vitals;
import vigil.session.Observations.Charted;
import vigil.ui.parts.Phrases;

/**
 * One of the nine rows, as it stands in the table.
 *
 * @param due minutes after t0
 * @param cells what was charted, in the order of the columns; none while nothing was
 * @param text when it is due and what belongs to it, where nothing was charted
 */
public record RowLine(String due, RowState state, List<String> cells, String text) {
    private static final String ABSENT = "–";

    static RowLine of(Row row, Snapshot snapshot, Phrases phrases) {
        String due = Integer.toString(row.minute());
        return row.charted()
                .map(charted -> new RowLine(due, row.state(), cells(row, charted, phrases), ""))
                .orElseGet(() -> new RowLine(
                        due, row.state(), List.of(), text(row, snapshot.now().utc(), phrases)));
    }

    private static String text(Row row, Instant now, Phrases phrases) {
        String set = phrases.text("due.set." + row.asks().name());
        if (row.state() == RowState.MISSED) {
            return phrases.text("hours.missed", phrases.clock(row.dueAt()));
        }
        Duration until = Duration.between(now, row.dueAt());
        String when = until.isNegative()
                ? phrases.text("hours.since", phrases.clock(row.dueAt()), phrases.span(until.abs()))
                : phrases.text("hours.due", phrases.clock(row.dueAt()), phrases.span(until));
        return when + " " + set;
    }

    private static List<String> cells(Row row, Charted charted, Phrases phrases) {
        ObservationSet set = charted.set();
        Vitals vitals = set.vitals();
        List<String> cells = new ArrayList<>();
        String done = phrases.clock(charted.at().at().utc());
        cells.add(row.state() == RowState.LATE ? phrases.text("hours.late", done) : done);
        cells.add(charted.by().initials());
        cells.add(Integer.toString(set.sedation()));
        cells.add(text(vitals.respiratoryRatePerMin()));
        cells.add(text(vitals.spo2Percent()));
        cells.add(text(vitals.heartRatePerMin()));
        cells.add(text(
                vitals.systolicMmHg().flatMap(high -> vitals.diastolicMmHg().map(low -> high + "/" + low))));
        cells.add(text(vitals.temperatureCel().map(it -> phrases.words().exact(it))));
        cells.add(charted.earlyWarning().map(String::valueOf).orElseGet(() -> phrases.text("hours.no-score")));
        cells.add(text(set.pain().map(pain -> pain.atRest() + " / " + pain.moving())));
        cells.add(text(set.orientation().map(it -> phrases.text(it.isFull() ? "hours.full" : "hours.not-full"))));
        cells.add(answers(set, phrases));
        return cells;
    }

    private static String text(Optional<?> value) {
        return value.map(String::valueOf).orElse(ABSENT);
    }

    private static String answers(ObservationSet set, Phrases phrases) {
        if (set.dissociation().isEmpty()) {
            return ABSENT;
        }
        String other = set.dissociation().entrySet().stream()
                .filter(entry -> entry.getValue() != Answer.NO)
                .map(entry -> entry.getKey().name() + " " + letter(entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        return other.isEmpty() ? phrases.text("hours.all-no") : other;
    }

    private static String letter(Answer answer) {
        return switch (answer) {
            case NO -> "N";
            case UNSURE -> "U";
            case YES -> "Y";
            case NOT_ASKED -> "?";
        };
    }
}
