package vigil.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigil.export.Report.BigFact;
import vigil.export.Report.Cell;
import vigil.export.Report.Column;
import vigil.export.Report.Fact;
import vigil.export.Report.FactGrid;
import vigil.export.Report.Hero;
import vigil.export.Report.Paragraph;
import vigil.export.Report.Run;
import vigil.export.Report.Section;
import vigil.export.Report.Table;
import vigil.session.ObservationSet;
import vigil.session.Phase;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.DayRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.ObservationRow;

/** Situation and observations of a handover sheet: what is so now, and the last two sets with trend arrows. */
final class HandoverSituation {
    /** Older than this a value is not "now" (R31) and prints as unknown with its age. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    /** As that, for a pump that people read once an hour: the hour and a quarter of it. */
    private static final Duration CHARTED_STALE_AFTER = Duration.ofMinutes(75);

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final String[] COLUMNS = "time sed rr spo2 o2 hr bp temp ews pain nau site".split(" ");
    private static final int[] WIDTHS_MM = {23, 12, 14, 14, 10, 14, 24, 13, 22, 14, 10, 10};

    private final HandoverSheet sheet;
    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;
    private final DoseWords dose;
    private final Brevity brevity;

    HandoverSituation(HandoverSheet sheet, WardTime time, Brevity brevity) {
        this.sheet = sheet;
        this.record = sheet.record();
        this.time = time;
        this.words = time.words();
        this.dose = new DoseWords(record, time);
        this.brevity = brevity;
    }

    List<Section> sections() {
        return List.of(
                HandoverSheet.section(words, "situation", hero(), new FactGrid(facts()), conditions()),
                HandoverSheet.section(words, "observations", observations(), answers()));
    }

    private Hero hero() {
        return new Hero(List.of(
                new BigFact(
                        words.text("situation.doseNow", age()),
                        now(ReadingRow::mgPerKgPerH)
                                .map(rate -> words.figures().fixed(rate, 3) + mark())
                                .orElse(Figures.UNKNOWN),
                        "mg/kg/h"),
                new BigFact(words.text("situation.state"), words.of("phase", record.phase()), observed()),
                new BigFact(
                        words.text("situation.given"),
                        dose.atLeast(words.figures().fixed(record.totals().courseMg(), 1)),
                        "mg")));
    }

    /** While the four hours run: how far they are; while a pause runs: how much of its hour is left. */
    private String observed() {
        return record.phase() == Phase.PAUSED_FOR_SIDE_EFFECT ? pauseLeft() : ofTheFourHours();
    }

    private String pauseLeft() {
        return record.care().pauses().stream()
                .filter(pause -> pause.end().isEmpty())
                .findFirst()
                .map(pause -> pause.wanted().minus(Duration.between(pause.from(), sheet.printedAt())))
                .map(left -> words.text("situation.pauseLeft", Math.max(0, left.toMinutes())))
                .orElse("");
    }

    private String ofTheFourHours() {
        return record.cessation()
                .filter(ceased -> record.phase() == Phase.OBSERVING)
                .map(ceased -> words.text(
                        "situation.observed",
                        Duration.between(ceased.t0(), sheet.printedAt()).toMinutes(),
                        ceased.observation().toMinutes()))
                .orElse("");
    }

    private String age() {
        return sheet.latest()
                .map(reading -> Duration.between(reading.at(), sheet.printedAt()))
                // A reading may come while the sheet is being made.
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .map(age -> isCharted()
                        ? words.text("situation.charted", WardTime.elapsed(age))
                        : age.toMinutes() < 1
                                ? words.text("situation.seconds", age.toSeconds())
                                : words.text("situation.minutes", WardTime.elapsed(age)))
                .orElseGet(() -> words.text("situation.noReading"));
    }

    private List<Fact> facts() {
        return List.of(
                fact("flow", marked(words.figures().reported(now(ReadingRow::flowRateMlPerH), "mL/h"))),
                fact("massRate", marked(words.figures().fixed(now(ReadingRow::mgPerH), 2, "mg/h"))),
                fact("concentration", dose.concentration()),
                fact("perKg", words.figures().fixed(record.totals().mgPerKg(), 2, "mg/kg")),
                fact("today", today()),
                fact(
                        "last24h",
                        dose.atLeast(words.figures().fixed(record.totals().last24hMg(), 1) + " mg")),
                fact("left", marked(words.figures().reported(now(ReadingRow::volumeRemainingMl), "mL"))),
                fact("empty", emptyAt().map(time::weekdayAndTime).orElse(Figures.UNKNOWN)),
                fact("pump", Excerpt.of(dose.pumpSerial(), Brevity.NAME_LENGTH)));
    }

    /** A reading's value only while it is fresh: an old number is not what the pump does now. */
    private Optional<BigDecimal> now(Function<ReadingRow, Optional<BigDecimal>> value) {
        return sheet.latest()
                .filter(reading -> reading.at()
                        .plus(isCharted() ? CHARTED_STALE_AFTER : STALE_AFTER)
                        .isAfter(sheet.printedAt()))
                .flatMap(value);
    }

    private boolean isCharted() {
        return sheet.latest()
                .filter(reading -> reading.quality().equals("charted"))
                .isPresent();
    }

    private String mark() {
        return isCharted() ? " " + Marks.CHARTED : "";
    }

    private String marked(String value) {
        return value.equals(Figures.UNKNOWN) ? value : value + mark();
    }

    private String today() {
        return record.totals().days().stream()
                .filter(day -> day.day().equals(time.dateOf(sheet.printedAt())))
                .map(DayRow::mg)
                .findFirst()
                .map(mass -> dose.atLeast(words.figures().fixed(mass, 1) + " mg"))
                .orElse(Figures.UNKNOWN);
    }

    private Optional<Instant> emptyAt() {
        Optional<BigDecimal> flow = now(ReadingRow::flowRateMlPerH)
                .filter(rate -> rate.signum() > 0)
                .filter(rate -> sheet.latest()
                        .filter(reading -> reading.deliveryStatus().equals("DELIVERING"))
                        .isPresent());
        return flow.flatMap(rate -> now(ReadingRow::volumeRemainingMl)
                .map(left -> left.multiply(MINUTES_PER_HOUR).divide(rate, 0, RoundingMode.DOWN))
                .map(minutes -> sheet.printedAt().plus(Duration.ofMinutes(minutes.longValue()))));
    }

    private Paragraph conditions() {
        List<AlarmRow> ended = record.alarms().stream()
                .filter(alarm -> alarm.end().isPresent() && alarm.origin().equals("PUMP"))
                .toList();
        return new Paragraph(List.of(
                Run.strong(words.text("situation.pumpAlarms") + " "),
                Run.plain(
                        brevity.newest(ended, words, alarm -> time.weekdayAndTime(alarm.start()) + " " + alarm.text())),
                Run.strong("   " + words.text("situation.gaps") + " "),
                Run.plain(brevity.newest(record.gaps(), words, this::gap)),
                Run.strong("   " + words.text("situation.check") + " "),
                Run.plain(lastCheck())));
    }

    private String lastCheck() {
        return record.care()
                .lastCheck()
                .map(check -> words.text(
                        "situation.checked",
                        time.weekdayAndTime(check.at()),
                        Excerpt.of(check.by().name(), Brevity.NAME_LENGTH)))
                .orElseGet(() -> words.text("none"));
    }

    private String gap(GapRow gap) {
        return time.weekdayAndTime(gap.start()) + "–"
                + gap.end().map(time::clock).orElse(Figures.UNKNOWN);
    }

    private Table observations() {
        List<ObservationRow> sets = record.observations();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            columns.add(new Column(words.text("rows." + COLUMNS[i]), WIDTHS_MM[i]));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = sets.size() - 1; i >= Math.max(0, sets.size() - 2); i--) {
            Optional<ObservationRow> before = i > 0 && rows.isEmpty() ? Optional.of(sets.get(i - 1)) : Optional.empty();
            rows.add(new TrendCells(words, before.map(ObservationRow::set)).cells(sets.get(i), name(sets.get(i))));
        }
        return new Table(words.text("section.observations"), columns, rows);
    }

    private String name(ObservationRow row) {
        return time.clock(row.at()) + " " + row.by().initials();
    }

    private Paragraph answers() {
        if (record.observations().isEmpty()) {
            return new Paragraph(List.of(Run.strong(words.text("observations.none"))));
        }
        ObservationSet set = record.observations().getLast().set();
        List<String> positive = new ArrayList<>();
        set.dissociation().entrySet().stream()
                .filter(answer -> answer.getValue() != ObservationSet.Answer.NO)
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(answer -> positive.add(answer.getKey() + " " + words.of("answer", answer.getValue())));
        set.sideEffects().entrySet().stream()
                .filter(effect -> effect.getValue() > 0)
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(effect ->
                        positive.add(effect.getKey() + " " + words.text("observations.grade", effect.getValue())));
        return new Paragraph(List.of(
                Run.strong(words.text("observations.effects") + " "),
                Run.plain(positive.isEmpty() ? words.text("observations.noEffects") : String.join(", ", positive))));
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("situation." + key), value);
    }
}
