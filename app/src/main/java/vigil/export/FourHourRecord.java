package vigil.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.export.Report.Block;
import vigil.export.Report.Fact;
import vigil.export.Report.Note;
import vigil.export.Report.Notes;
import vigil.export.Report.Paragraph;
import vigil.export.Report.Plots;
import vigil.export.Report.Run;
import vigil.export.Report.Seal;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;

/**
 * The 4-hour post-cessation observation record of one session (R14; records and handover, section 1), as a report.
 * Exists only once the infusion has ceased. Immutable.
 */
public final class FourHourRecord {
    private static final int COURSE_PLOT_MM = 30;

    private final SessionRecord record;
    private final CessationRow cessation;
    private final Instant printedAt;

    private FourHourRecord(SessionRecord record, CessationRow cessation, Instant printedAt) {
        this.record = record;
        this.cessation = cessation;
        this.printedAt = printedAt;
    }

    /**
     * The record of a session, or nothing while its infusion has not ceased.
     *
     * @param printedAt printed on each page, and the creation time inside the file
     */
    public static Optional<FourHourRecord> of(SessionRecord record, Instant printedAt) {
        return record.cessation().map(cessation -> new FourHourRecord(record, cessation, printedAt));
    }

    /** SHA-256 over header, rows, gaps and gate in canonical JSON, 64 hexadecimal digits; what a signature is bound to. */
    public String contentHash() {
        return RecordContent.hash(record, cessation);
    }

    public Report report(PrintWords words) {
        PrintFrame frame = new PrintFrame(record, printedAt, words);
        List<String> banners = cessation.voided() ? List.of(frame.voided(cessation)) : List.of();
        String trace = words.text(
                "footer.trace", Hashes.brief(contentHash()), record.head().sequence());
        return new Report(
                frame.frame(words.text("record.title"), words.text("record.aside", record.id()), trace, banners),
                blocks(new WardTime(record.zone(), words)));
    }

    private List<Block> blocks(WardTime time) {
        List<FourHourRow> rows = FourHourRow.of(record, cessation);
        FourHourTable table = new FourHourTable(record, time);
        FourHourHeader header = new FourHourHeader(record, cessation, time);
        List<Block> blocks = new ArrayList<>();
        blocks.add(header.columns());
        blocks.add(header.line());
        blocks.add(table.table(rows));
        blocks.add(new Plots(new ObservationPlots(time.words(), rows, cessation.observation()).stack()));
        blocks.add(Paragraph.plain(time.words().text("note.legend")));
        blocks.add(notes(time.words(), table.notes()));
        blocks.addAll(new FourHourEnd(record, cessation, contentHash(), time).blocks());
        addCoursePlot(blocks, time);
        blocks.add(seal(time.words()));
        return blocks;
    }

    private Notes notes(PrintWords words, List<Note> fromTable) {
        List<Note> notes = new ArrayList<>(fromTable);
        addQualityNote(notes, words, Marks.ESTIMATED, "estimated");
        addQualityNote(notes, words, Marks.CHARTED, "charted");
        CareWords care = new CareWords(record, new WardTime(record.zone(), words));
        record.care()
                .said(Deed.OVERRIDE_RECORDED)
                .map(row ->
                        words.text("note.override", care.brief(row), row.by().name()))
                .forEach(text -> notes.add(new Note(Marks.OVERRIDDEN, text)));
        if (cessation.voided()) {
            notes.add(new Note(Marks.VOIDED, words.text("note.voided")));
        }
        return new Notes(words.text("notes.heading"), notes);
    }

    private void addQualityNote(List<Note> notes, PrintWords words, String mark, String quality) {
        List<String> segments = record.segments().stream()
                .filter(segment -> segment.quality().equals(quality))
                .map(segment -> words.text(
                        "note.segment", segment.number(), words.figures().fixed(segment.massMg(), 1)))
                .toList();
        if (!segments.isEmpty()) {
            notes.add(new Note(mark, words.text("note." + quality, String.join(", ", segments))));
        }
    }

    private void addCoursePlot(List<Block> blocks, WardTime time) {
        CoursePlot plot = new CoursePlot(record, time);
        if (plot.hasPoints()) {
            blocks.add(new Plots(plot.stack(COURSE_PLOT_MM)));
        }
        if (record.totals().atLeast()) {
            blocks.add(new Paragraph(List.of(Run.strong(time.words().text("dose.atLeastMeaning")))));
        }
    }

    private Seal seal(PrintWords words) {
        return new Seal(
                List.of(
                        new Fact(words.text("seal.content"), Hashes.grouped(contentHash())),
                        new Fact(
                                words.text("seal.head", record.head().sequence()),
                                Hashes.grouped(record.head().chainHash())),
                        new Fact(words.text("seal.program"), record.programVersion())),
                record.head().chainHash(),
                words.text("seal.code"));
    }
}
