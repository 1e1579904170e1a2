package vigil.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Fact;
import vigil.export.Report.FactColumn;
import vigil.export.Report.FactColumns;
import vigil.export.Report.FactLine;
import vigil.session.RateOrder;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.SegmentRow;

/** Dose and set-up in the session report: orders, what was given at which rate, segments, days. */
final class ReportedDose {
    private static final int MOST_RATES = 50;
    private static final int MOST_ORDERS = 50;
    private static final int MOST_SEGMENTS = 30;
    private static final int MOST_DAYS = 12;

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;
    private final DoseWords dose;

    ReportedDose(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
        this.dose = new DoseWords(record, time);
    }

    FactColumns columns() {
        return new FactColumns(List.of(
                new FactColumn(
                        words.text("header.course"),
                        List.of(
                                fact(
                                        "start",
                                        record.startedAt()
                                                .map(_ -> dose.start(record.asOf()))
                                                .orElse(Figures.UNKNOWN)),
                                fact("state", words.of("phase", record.phase())),
                                fact(
                                        "t0",
                                        record.cessation()
                                                .map(it -> time.full(it.t0()))
                                                .orElse(words.text("none"))),
                                fact(
                                        "reason",
                                        record.cessation().map(this::reason).orElse(Figures.UNKNOWN)),
                                fact("route", dose.route()))),
                new FactColumn(
                        words.text("report.given"),
                        List.of(
                                fact("total", dose.course()),
                                fact("highest", dose.highest()),
                                fact("concentration", dose.concentration()),
                                fact("weight", dose.weight()),
                                fact(
                                        "segments",
                                        Integer.toString(record.segments().size())))),
                new FactColumn(
                        words.text("report.events"),
                        List.of(
                                fact("pauses", new CareWords(record, time).pauses()),
                                fact("calls", count(Deed.PHYSICIAN_DIRECTED)),
                                fact("overrides", count(Deed.OVERRIDE_RECORDED)),
                                fact(
                                        "sets",
                                        Integer.toString(record.observations().size())),
                                fact("gapCount", Integer.toString(record.gaps().size()))))));
    }

    private String reason(SessionRecord.CessationRow cessation) {
        return words.of("reason", cessation.reason()) + ", " + cessation.decidedBy();
    }

    private String count(Deed deed) {
        return Long.toString(record.care().said(deed).count());
    }

    FactLine line() {
        return new FactLine(List.of(
                fact("purpose", dose.purpose()),
                fact("pump", dose.pump()),
                fact("drug", dose.drug()),
                fact("effects", new EffectWords(record, time).worst())));
    }

    List<Block> history() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(SessionReport.listed(words, "report.orders", orders(), MOST_ORDERS));
        blocks.addAll(SessionReport.listed(words, "report.rates", rates(), MOST_RATES));
        blocks.addAll(SessionReport.listed(words, "report.segments", segments(), MOST_SEGMENTS));
        blocks.addAll(SessionReport.listed(words, "report.days", days(), MOST_DAYS));
        return blocks;
    }

    private ReportTable orders() {
        ReportTable table =
                new ReportTable(words, "orders.", "time kind flow range prescriber by", 32, 26, 26, 40, 32, 32);
        for (Dated<RateOrder> dated : record.setUp().orders()) {
            RateOrder order = dated.value();
            table.row(
                    Cell.strong(time.dayAndTime(dated.at())),
                    Cell.of(words.of("order", order.kind())),
                    Cell.of(words.figures().reported(order.flowRate().mlPerH()) + " mL/h"),
                    Cell.of(words.text(
                            "reference.range",
                            words.figures().plain(order.lowest().mgPerKgPerH()),
                            words.figures().plain(order.highest().mgPerKgPerH()))),
                    Cell.of(order.prescriber()),
                    Cell.of(dated.by().name()));
        }
        return table;
    }

    private ReportTable rates() {
        ReportTable table = new ReportTable(words, "rates.", "from to rate length", 40, 40, 54, 54);
        for (RateStretch stretch : RateStretch.of(record.history())) {
            table.row(
                    Cell.strong(time.dayAndTime(stretch.start())),
                    Cell.of(time.dayAndTime(stretch.end())),
                    Cell.of(words.figures().fixed(stretch.mgPerKgPerH(), 3) + " mg/kg/h"),
                    Cell.of(WardTime.elapsed(Duration.between(stretch.start(), stretch.end())) + " h"));
        }
        return table;
    }

    private ReportTable segments() {
        ReportTable table = new ReportTable(
                words,
                "segments.",
                "number from to because strength weight volume mass",
                12,
                28,
                28,
                32,
                24,
                20,
                22,
                22);
        for (SegmentRow segment : record.segments()) {
            table.row(
                    Cell.strong(Integer.toString(segment.number())),
                    Cell.of(time.dayAndTime(segment.start())),
                    Cell.of(segment.end().map(time::dayAndTime).orElse("–")),
                    Cell.of(words.recorded("because", segment.openedBecause())),
                    Cell.of(segment.concentrationMgPerMl()
                            .map(words.figures()::plain)
                            .map(it -> it + " mg/mL")
                            .orElse(Figures.UNKNOWN)),
                    Cell.of(words.figures().fixed(segment.weightKg(), 1, "kg")),
                    Cell.of(words.figures().reported(segment.volumeMl()) + " mL")
                            .marked(mark(segment)),
                    Cell.of(words.figures().fixed(segment.massMg(), 1) + " mg").marked(mark(segment)));
        }
        return table;
    }

    private static String mark(SegmentRow segment) {
        return switch (segment.quality()) {
            case "estimated" -> Marks.ESTIMATED;
            case "charted" -> Marks.CHARTED;
            default -> "";
        };
    }

    private ReportTable days() {
        ReportTable table = new ReportTable(words, "days.", "day mass", 40, 148);
        record.totals()
                .days()
                .forEach(day -> table.row(
                        Cell.strong(time.day(day.day())),
                        Cell.of(dose.atLeast(words.figures().fixed(day.mg(), 1) + " mg"))));
        return table;
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("fact." + key), value);
    }
}
