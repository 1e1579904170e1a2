package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.export.Report.Cell;
import vigil.export.Report.Column;
import vigil.export.Report.Note;
import vigil.export.Report.Table;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Vitals;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.ObservationRow;

/**
 * The table of the 4-hour record with its marks and footnotes: t late, m missing, x edited, g gap in pump data (records and
 * handover, sections 1.2 and 1.5). Nothing is imputed. Not thread-safe: collects the footnotes of one print.
 */
final class FourHourTable {
    private static final String[] COLUMNS =
            "due done elapsed by sed rr spo2 o2 hr bp temp con ews pain nau site d orient".split(" ");
    private static final int[] WIDTHS_MM = {9, 14, 9, 8, 8, 7, 11, 7, 8, 14, 10, 9, 16, 10, 9, 8, 17, 14};

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;
    private final List<Note> notes = new ArrayList<>();

    FourHourTable(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    /** The table; afterwards {@link #notes()} holds what its marks stand for. */
    Table table(List<FourHourRow> rows) {
        return new Table(
                words.text("rows.name"),
                columns(),
                rows.stream().map(this::cells).toList());
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            columns.add(new Column(words.text("rows." + COLUMNS[i]), WIDTHS_MM[i]));
        }
        return columns;
    }

    private List<Cell> cells(FourHourRow row) {
        String gap = gapMark(row);
        return row.done().map(done -> charted(row, done, gap)).orElseGet(() -> notCharted(row, gap));
    }

    private List<Cell> notCharted(FourHourRow row, String gap) {
        boolean missed = row.isMissedAt(record.asOf());
        if (missed) {
            note(Marks.MISSING, words.text("note.rowMissing", row.dueMinutes(), time.clock(row.due())));
        }
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.strong(Integer.toString(row.dueMinutes())));
        cells.add((missed ? Cell.strong(Marks.MISSING) : Cell.of(words.text("rows.pending"))).marked(gap));
        while (cells.size() < COLUMNS.length) {
            cells.add(Cell.of(missed ? Marks.MISSING : ""));
        }
        return cells;
    }

    private List<Cell> charted(FourHourRow row, ObservationRow done, String gap) {
        SetCells set =
                new SetCells(words, row.isExtra() ? done.set().kind() == ObservationSet.Kind.FULL : row.isFull());
        Vitals vitals = done.set().vitals();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.strong(row.isExtra() ? "+" : Integer.toString(row.dueMinutes()))
                .marked(gap));
        cells.add(Cell.of(time.clock(done.at())).marked((row.isLate() ? Marks.LATE : "") + EditWords.mark(done) + gap));
        cells.add(Cell.of(done.fromT0().map(WardTime::elapsed).orElse(Figures.UNKNOWN)));
        cells.add(Cell.of(done.by().initials()));
        cells.add(Cell.strong(Integer.toString(done.set().sedation())));
        cells.add(set.required("rr", vitals.respiratoryRatePerMin()));
        cells.add(set.required("spo2", vitals.spo2Percent()));
        cells.add(set.required("o2", vitals.oxygenLPerMin().map(words.figures()::plain)));
        cells.add(set.required("hr", vitals.heartRatePerMin()));
        cells.add(set.bloodPressure(vitals));
        cells.add(set.temperature(vitals, row.needsTemperature()));
        cells.add(set.consciousness(vitals));
        cells.add(set.earlyWarning(done));
        cells.add(set.pain(done.set().pain()));
        cells.add(set.required("nau", done.set().nausea()));
        cells.add(set.required("site", done.set().site()));
        cells.add(set.dissociation(done.set().dissociation()));
        cells.add(set.orientation(done.set().orientation()));
        noteLate(row, done);
        noteMissing(row, done, set.missing());
        notes.addAll(new EditWords(time).notes(done, which(row, done)));
        return cells;
    }

    private void noteLate(FourHourRow row, ObservationRow done) {
        if (row.isLate()) {
            String what = words.text(
                    "note.late",
                    row.dueMinutes(),
                    time.clock(row.due()),
                    time.clock(done.at()),
                    done.by().name());
            String why = done.set().note().isBlank()
                    ? words.text("note.noReason")
                    : words.text("note.reason", done.set().note());
            note(Marks.LATE, what + " " + why);
        }
    }

    private void noteMissing(FourHourRow row, ObservationRow done, List<String> missing) {
        if (!missing.isEmpty()) {
            note(
                    Marks.MISSING,
                    words.text(
                            "note.valueMissing",
                            which(row, done),
                            String.join(", ", missing),
                            done.by().name(),
                            time.clock(done.at())));
        }
    }

    private String which(FourHourRow row, ObservationRow done) {
        return row.isExtra() ? time.clock(done.at()) : Integer.toString(row.dueMinutes());
    }

    private String gapMark(FourHourRow row) {
        List<GapRow> gaps =
                record.gaps().stream().filter(gap -> overlaps(gap, row)).toList();
        gaps.forEach(gap -> note(Marks.GAP, gapText(row, gap)));
        return gaps.isEmpty() ? "" : Marks.GAP;
    }

    private static boolean overlaps(GapRow gap, FourHourRow row) {
        return !row.isExtra()
                && gap.start().isBefore(row.due())
                && gap.end().orElse(Instant.MAX).isAfter(row.intervalStart());
    }

    private String gapText(FourHourRow row, GapRow gap) {
        Optional<Duration> length = gap.end().map(end -> Duration.between(gap.start(), end));
        return words.text(
                "note.gap",
                row.dueMinutes(),
                time.clock(gap.start()),
                gap.end().map(time::clock).orElse(Figures.UNKNOWN),
                length.map(WardTime::elapsed).orElse(Figures.UNKNOWN));
    }

    private void note(String mark, String text) {
        notes.add(new Note(mark, text));
    }
}
