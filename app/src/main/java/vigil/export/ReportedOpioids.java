package vigil.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Paragraph;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;

/** The opioid regimens of a session as a table, and what they add up to, for the session report and the letter. */
final class ReportedOpioids {
    private static final int MOST_DOSES = 30;

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    ReportedOpioids(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(SessionReport.listed(words, "report.opioids", table(), MOST_DOSES));
        new OutcomeWords(record.setUp().accompanying(), words)
                .opioids()
                .ifPresent(line -> blocks.add(Paragraph.plain(line)));
        return blocks;
    }

    private ReportTable table() {
        ReportTable table =
                new ReportTable(words, "opioids.", "from occasion substance route dose omedd", 26, 28, 50, 28, 26, 30);
        for (Dated<OpioidRegimen> dated : record.setUp().accompanying().regimens()) {
            OpioidRegimen regimen = dated.value();
            regimen.doses().forEach(dose -> table.row(cells(regimen, dose)));
        }
        return table;
    }

    private Cell[] cells(OpioidRegimen regimen, OpioidDose dose) {
        Optional<BigDecimal> omedd = OmeddTable.of(regimen.tableVersion()).flatMap(table -> table.mgPerDay(dose));
        return new Cell[] {
            Cell.strong(time.day(regimen.on())),
            Cell.of(words.of("occasion", regimen.occasion())),
            Cell.of(dose.withNaloxone() ? dose.substance() + " + naloxone" : dose.substance()),
            Cell.of(words.of("opioidRoute", dose.route())),
            Cell.of(words.figures().plain(dose.amount()) + " " + dose.unit().symbol()),
            Cell.of(omedd.map(mg -> words.figures().fixed(mg, 1) + " mg/d")
                    .orElse(words.text("opioids.notConvertible")))
        };
    }
}
