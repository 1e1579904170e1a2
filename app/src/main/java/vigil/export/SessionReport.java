package vigil.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.export.Report.Block;
import vigil.export.Report.Heading;
import vigil.export.Report.Note;
import vigil.export.Report.Notes;
import vigil.export.Report.Paragraph;
import vigil.export.Report.Plots;
import vigil.export.Report.Run;
import vigil.store.SessionRecord;

/**
 * The whole course of one session on paper: dose history, observations, prompts and responses, alarms, data quality,
 * opioids and scores, who entered what (issue "records and handover", part 2). Every list is bounded; where one is
 * longer, its oldest lines give way and their number is printed. Immutable.
 *
 * @param printedAt printed on each page, and the creation time inside the file
 */
public record SessionReport(SessionRecord record, Instant printedAt) {
    private static final int COURSE_PLOT_MM = 45;
    private static final int MOST_CHECKS = 50;

    public Report report(PrintWords words) {
        PrintFrame frame = new PrintFrame(record, printedAt, words);
        String trace = words.text("footer.traceHead", record.head().sequence());
        return new Report(
                frame.frame(words.text("report.title"), words.text("record.aside", record.id()), trace, banners(frame)),
                blocks(new WardTime(record.zone(), words)));
    }

    /** A voided cessation does not void the course, but nobody may overlook it. */
    private List<String> banners(PrintFrame frame) {
        return record.cessation().filter(SessionRecord.CessationRow::voided).map(frame::voided).stream()
                .toList();
    }

    private List<Block> blocks(WardTime time) {
        PrintWords words = time.words();
        ReportedDose dose = new ReportedDose(record, time);
        ReportedCourse course = new ReportedCourse(record, time);
        CareTable care = new CareTable(record, time);
        List<Block> blocks = new ArrayList<>();
        blocks.add(dose.columns());
        blocks.add(dose.line());
        CoursePlot plot = new CoursePlot(record, time);
        if (plot.hasPoints()) {
            blocks.add(new Plots(plot.stack(COURSE_PLOT_MM)));
        }
        blocks.addAll(dose.history());
        blocks.addAll(course.observations());
        blocks.addAll(care.lines("report.care", new CareWords(record, time).all()));
        blocks.addAll(course.prompts());
        blocks.addAll(course.alarms());
        blocks.addAll(course.gaps());
        blocks.addAll(care.checks(record.care().checks(), MOST_CHECKS));
        blocks.addAll(outcomes(words));
        blocks.addAll(new ReportedOpioids(record, time).blocks());
        blocks.addAll(course.notes());
        blocks.addAll(new ReportedEntries(record, time).blocks());
        blocks.add(marks(words, course.edits()));
        blocks.add(new PrintFrame(record, printedAt, words).seal());
        return blocks;
    }

    private List<Block> outcomes(PrintWords words) {
        String scores =
                new OutcomeWords(record.setUp().accompanying(), words).scores().orElse(words.text("none"));
        return List.of(
                new Heading(words.text("report.scores")),
                Paragraph.plain(scores),
                Paragraph.plain(words.text("report.scoresMeaning")));
    }

    private Notes marks(PrintWords words, List<Note> edits) {
        List<Note> notes = new ArrayList<>();
        for (String mark : List.of(Marks.ESTIMATED, Marks.CHARTED, Marks.MISSING, Marks.LATE, Marks.OVERRIDDEN)) {
            notes.add(new Note(mark, words.text("report.mark." + mark)));
        }
        notes.addAll(edits);
        if (record.totals().atLeast()) {
            notes.add(new Note("", words.text("dose.atLeastMeaning")));
        }
        return new Notes(words.text("notes.heading"), notes);
    }

    /** A heading with its table, the newest rows of it, and how many older ones are left out; "none" where it is empty. */
    static List<Block> listed(PrintWords words, String key, ReportTable table, int most) {
        String heading = words.text(key);
        if (table.rows().isEmpty()) {
            return List.of(new Paragraph(List.of(Run.strong(heading + ": "), Run.plain(words.text("none")))));
        }
        int more = Math.max(0, table.rows().size() - most);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(heading));
        if (more > 0) {
            blocks.add(Paragraph.plain(words.text("report.older", more)));
        }
        blocks.add(new Report.Table(
                heading, table.columns(), table.rows().stream().skip(more).toList()));
        return blocks;
    }
}
