package vigil.export;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Note;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.DutyRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.ObservationRow;

/** What happened in the course, in the session report: observations, prompts and responses, alarms, gaps, notes. */
final class ReportedCourse {
    private static final int MOST_SETS = 150;
    private static final int MOST_PROMPTS = 80;
    private static final int MOST_ALARMS = 80;
    private static final int MOST_GAPS = 40;
    private static final int MOST_NOTES = 40;
    private static final int TEXT_LENGTH = 160;
    private static final String PROMPT = "PROMPT";
    private static final String PUMP = "PUMP";

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    ReportedCourse(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    List<Block> observations() {
        ReportTable table = new ReportTable(
                words,
                "rows.",
                "time sed rr spo2 o2 hr bp temp ews pain nau site effects",
                34,
                9,
                9,
                12,
                9,
                10,
                17,
                12,
                18,
                13,
                9,
                9,
                27);
        record.observations().forEach(row -> table.row(cells(row)));
        return SessionReport.listed(words, "report.observations", table, MOST_SETS);
    }

    /** What every amended set said before, with who and why. */
    List<Note> edits() {
        EditWords edits = new EditWords(time);
        return record.observations().stream()
                .flatMap(row -> edits.notes(row, time.dayAndTime(row.at())).stream())
                .toList();
    }

    private Cell[] cells(ObservationRow row) {
        ObservationSet set = row.set();
        SetCells cells = new SetCells(words, set.kind() == ObservationSet.Kind.FULL);
        boolean late = row.duty().filter(DutyRow::late).isPresent();
        return new Cell[] {
            Cell.strong(time.dayAndTime(row.at()) + " " + row.by().initials())
                    .marked((late ? Marks.LATE : "") + EditWords.mark(row)),
            Cell.strong(Integer.toString(set.sedation())),
            cells.required("rr", set.vitals().respiratoryRatePerMin()),
            cells.required("spo2", set.vitals().spo2Percent()),
            cells.required("o2", set.vitals().oxygenLPerMin().map(words.figures()::plain)),
            cells.required("hr", set.vitals().heartRatePerMin()),
            cells.bloodPressure(set.vitals()),
            cells.temperature(set.vitals(), false),
            cells.earlyWarning(row),
            cells.pain(set.pain()),
            cells.required("nau", set.nausea()),
            cells.required("site", set.site()),
            Cell.of(effects(set))
        };
    }

    /** What was not 0 or N: {@code S2 1, D4 Y}. */
    private String effects(ObservationSet set) {
        String sideEffects = set.sideEffects().entrySet().stream()
                .filter(effect -> effect.getValue() > 0)
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(effect -> effect.getKey() + " " + effect.getValue())
                .collect(Collectors.joining(", "));
        String dissociation = set.dissociation().entrySet().stream()
                .filter(ReportedCourse::isPositive)
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(answer -> answer.getKey() + " " + words.of("answer", answer.getValue()))
                .collect(Collectors.joining(", "));
        String joined = String.join(", ", List.of(sideEffects, dissociation));
        return joined.equals(", ") ? "–" : joined.replaceAll("^, |, $", "");
    }

    private static boolean isPositive(java.util.Map.Entry<DissociationItem, Answer> answer) {
        return answer.getValue() == Answer.YES || answer.getValue() == Answer.UNSURE;
    }

    List<Block> prompts() {
        return alarms("report.prompts", alarm -> alarm.origin().equals(PROMPT), MOST_PROMPTS);
    }

    List<Block> alarms() {
        return alarms("report.alarms", alarm -> !alarm.origin().equals(PROMPT), MOST_ALARMS);
    }

    private List<Block> alarms(String key, Predicate<AlarmRow> wanted, int most) {
        ReportTable table =
                new ReportTable(words, "alarms.", "raised priority what ended response", 26, 24, 78, 26, 34);
        record.alarms().stream()
                .filter(wanted)
                .forEach(alarm -> table.row(
                        Cell.strong(time.dayAndTime(alarm.start())),
                        Cell.of(words.recorded("priority", alarm.priority())),
                        Cell.of(Excerpt.of(what(alarm), TEXT_LENGTH)),
                        Cell.of(alarm.end().map(time::dayAndTime).orElse(words.text("alarms.active"))),
                        Cell.of(response(alarm))));
        return SessionReport.listed(words, key, table, most);
    }

    /** The pump's own words are named as such; everything else as the console calls it. */
    private String what(AlarmRow alarm) {
        AlarmWords alarmWords = new AlarmWords(words.locale());
        String kind = alarmWords.kind(alarm).orElseGet(() -> readable(alarm.kind()));
        String said = alarmWords.said(alarm);
        return said.isBlank() ? kind : alarm.origin().equals(PUMP) ? kind + ": " + said : said;
    }

    private String response(AlarmRow alarm) {
        Optional<String> when = alarm.acknowledgedAt().map(time::clock);
        return when.map(at -> at + " " + alarm.acknowledgedBy().orElse("")).orElse(words.text("alarms.unanswered"));
    }

    private static String readable(String word) {
        String spaced = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    List<Block> gaps() {
        ReportTable table = new ReportTable(words, "gaps.", "from to length", 40, 40, 108);
        record.gaps()
                .forEach(gap -> table.row(
                        Cell.strong(time.dayAndTime(gap.start())),
                        Cell.of(gap.end().map(time::dayAndTime).orElse(Figures.UNKNOWN)),
                        Cell.of(length(gap))));
        return SessionReport.listed(words, "report.gaps", table, MOST_GAPS);
    }

    private static String length(GapRow gap) {
        return gap.end()
                .map(end -> WardTime.elapsed(Duration.between(gap.start(), end)) + " h")
                .orElse(Figures.UNKNOWN);
    }

    List<Block> notes() {
        ReportTable table = new ReportTable(words, "notes.", "time by text", 30, 40, 118);
        for (NoteRow note : record.notes()) {
            table.row(
                    Cell.strong(time.dayAndTime(note.at())),
                    Cell.of(note.by().name()),
                    Cell.of(new MarkWords(time).on(note.voided(), note.text())));
        }
        return SessionReport.listed(words, "notes.free", table, MOST_NOTES);
    }
}
