package vigil.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.export.Report.Block;
import vigil.export.Report.Box;
import vigil.export.Report.Boxes;
import vigil.export.Report.Fact;
import vigil.export.Report.FactGrid;
import vigil.export.Report.Plots;
import vigil.export.Report.Section;
import vigil.session.SignatureMeaning;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.SignatureRow;

/**
 * The shift-handover sheet of one session in the order of iSoBAR, one A4 page (records and handover, section 2).
 * Immutable.
 *
 * @param latest the newest reading of the pump; without it flow and volume left print as unknown
 * @param printedAt printed on the page, and the creation time inside the file; ages are counted to it
 */
public record HandoverSheet(SessionRecord record, Optional<ReadingRow> latest, Instant printedAt) {
    private static final int COURSE_PLOT_MM = 16;

    /**
     * The sheet with ever shorter lists, for {@link PdfWriter#writeOnePage}. Each list loses its oldest entries first and
     * says how many; active conditions, gaps and the last observations are the last to be shortened.
     */
    public Stream<Report> reports(PrintWords words) {
        return Stream.of(Brevity.values()).map(brevity -> report(words, brevity));
    }

    private Report report(PrintWords words, Brevity brevity) {
        WardTime time = new WardTime(record.zone(), words);
        DoseWords dose = new DoseWords(record, time);
        String aside = record.startedAt()
                .map(start -> words.text("handover.aside", dose.drug(), dose.dayAndHour(start, printedAt)))
                .orElseGet(() -> words.text("handover.notStarted", dose.drug()));
        String trace = words.text("footer.traceHead", record.head().sequence());
        return new Report(
                new PrintFrame(record, printedAt, words)
                        .frame(words.text("handover.title"), Excerpt.of(aside, brevity.textLength()), trace, List.of()),
                blocks(time, brevity));
    }

    private List<Block> blocks(WardTime time, Brevity brevity) {
        PrintWords words = time.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(words, "identify", new FactGrid(identify(time))));
        blocks.addAll(new HandoverSituation(this, time, brevity).sections());
        blocks.addAll(new HandoverPlan(this, time, brevity).sections());
        blocks.add(new Boxes(
                List.of(signature(time, SignatureMeaning.HANDED_OVER), signature(time, SignatureMeaning.TAKEN_OVER))));
        CoursePlot plot = new CoursePlot(record, time);
        if (plot.hasPoints() && brevity.hasPlot()) {
            blocks.add(new Plots(plot.stack(COURSE_PLOT_MM)));
        }
        blocks.add(new PrintFrame(record, printedAt, words).seal());
        return blocks;
    }

    static Section section(PrintWords words, String key, Block... blocks) {
        return new Section(words.text("section." + key + ".letter"), words.text("section." + key), List.of(blocks));
    }

    private List<Fact> identify(WardTime time) {
        PrintWords words = time.words();
        return List.of(
                new Fact(words.text("handover.from"), signer(SignatureMeaning.HANDED_OVER, words)),
                new Fact(words.text("handover.to"), signer(SignatureMeaning.TAKEN_OVER, words)),
                new Fact(words.text("handover.time"), time.clock(printedAt)),
                new Fact(words.text("handover.specialist"), specialist(words)));
    }

    private String signer(SignatureMeaning meaning, PrintWords words) {
        return signed(meaning).map(signature -> signature.by().name()).orElse(words.text("blank"));
    }

    private String specialist(PrintWords words) {
        return record.setUp().orders().isEmpty()
                ? words.text("blank")
                : Excerpt.of(record.setUp().orders().getLast().value().prescriber(), Brevity.NAME_LENGTH);
    }

    private Optional<SignatureRow> signed(SignatureMeaning meaning) {
        return record.signatures().stream()
                .filter(signature -> signature.meaning() == meaning)
                .reduce((earlier, later) -> later);
    }

    private Box signature(WardTime time, SignatureMeaning meaning) {
        PrintWords words = time.words();
        String label = words.of("signatory", meaning);
        String statement = words.of("signature", meaning);
        return signed(meaning)
                .map(signature -> new Box(
                        label,
                        words.text(
                                "signature.by",
                                signature.by().name(),
                                signature.by().userId()),
                        List.of(time.minute(signature.at()), statement)))
                .orElseGet(() -> new Box(label, words.text("signature.line"), List.of(statement)));
    }
}
