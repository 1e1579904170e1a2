package vigil.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.HistoryPoint;
import vigil.store.SessionRecord.TotalsRow;

/** Dose, course and set-up of a session in the words that both prints share. */
final class DoseWords {
    private static final Duration DAY = Duration.ofHours(24);

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    DoseWords(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    /** {@code 593.8 mg, 8.48 mg/kg}, with "at least" in front when parts of the course were missed, and its marks. */
    String course() {
        TotalsRow totals = record.totals();
        String perKg = totals.mgPerKg()
                .map(mass -> ", " + words.figures().fixed(mass, 2) + " mg/kg")
                .orElse("");
        return atLeast(words.figures().fixed(totals.courseMg(), 1) + " mg") + perKg + marks();
    }

    /** True when the pump of the course is read by people (R34). */
    boolean isCharted() {
        return hasQuality("charted");
    }

    /** {@code  e} or {@code  c} after a mass, part of which was estimated after a gap or charted by hand; else nothing. */
    String marks() {
        return (hasQuality("estimated") ? " " + Marks.ESTIMATED : "") + (isCharted() ? " " + Marks.CHARTED : "");
    }

    private boolean hasQuality(String quality) {
        return record.segments().stream().anyMatch(segment -> segment.quality().equals(quality));
    }

    String atLeast(String mass) {
        return record.totals().atLeast() ? words.text("dose.atLeast", mass) : mass;
    }

    /** {@code 0.100 mg/kg/h, 2 Mar 14:00} */
    String highest() {
        TotalsRow totals = record.totals();
        return totals.maxMgPerKgPerH()
                        .map(rate -> words.figures().fixed(rate, 3) + " mg/kg/h")
                        .orElse(Figures.UNKNOWN)
                + totals.maxAt().map(at -> ", " + time.dayAndTime(at)).orElse("");
    }

    String concentration() {
        return latest(record.setUp().solutions())
                .map(solution -> words.figures().plain(solution.concentration().mgPerMl()) + " mg/mL")
                .orElse(Figures.UNKNOWN);
    }

    String drug() {
        return latest(record.setUp().solutions())
                .map(solution -> solution.drug())
                .orElse(Figures.UNKNOWN);
    }

    /** {@code 70.0 kg measured 1 Mar} */
    String weight() {
        return latest(record.setUp().weights())
                .map(entry -> words.text(
                                "weight.value",
                                words.figures().fixed(entry.weight().kg(), 1),
                                words.of("weight", entry.basis()),
                                time.dayAndMonth(entry.date()))
                        + entry.size().map(this::size).orElse(""))
                .orElse(Figures.UNKNOWN);
    }

    /** Both weights of A15 wherever one of them is not the obvious one. */
    private String size(BodySize size) {
        String actual = words.figures().fixed(size.actual().kg(), 1);
        return switch (size.dosedOn()) {
            case ACTUAL ->
                size.isObese()
                        ? words.text(
                                "weight.obese",
                                words.figures().fixed(size.bodyMassIndex(), 1),
                                words.figures().fixed(size.idealKg(), 1),
                                words.figures().fixed(size.adjustedKg(), 1))
                        : "";
            case IDEAL -> words.text("weight.ideal", actual, size.reason());
            case ADJUSTED -> words.text("weight.adjusted", actual, size.reason());
        };
    }

    /** {@code 70.0 kg, 1 Mar} */
    String weightBrief() {
        return latest(record.setUp().weights())
                .map(entry -> words.text(
                        "weight.brief", words.figures().fixed(entry.weight().kg(), 1), time.dayAndMonth(entry.date())))
                .orElse(Figures.UNKNOWN);
    }

    String route() {
        return record.setUp()
                .line()
                .map(line -> words.text(
                        line.dedicated() ? "route.dedicated" : "route.shared", words.of("route", line.route())))
                .orElse(Figures.UNKNOWN);
    }

    String purpose() {
        return record.setUp()
                .assessment()
                .map(assessment -> assessment.purposes().stream()
                        .sorted(Comparator.<Assessment.Purpose>naturalOrder())
                        .map(purpose -> words.of("purpose", purpose))
                        .collect(Collectors.joining(", ")))
                .orElse(Figures.UNKNOWN);
    }

    String pump() {
        return record.setUp()
                .pump()
                .map(pump -> pump.model() + " " + words.text("pump.serial", pump.serialNumber()))
                .orElse(Figures.UNKNOWN);
    }

    String pumpSerial() {
        return record.setUp()
                .pump()
                .map(pump -> words.text("pump.serial", pump.serialNumber()))
                .orElse(Figures.UNKNOWN);
    }

    /** {@code 2 Mar 10:00, day 5, hour 94.0}: calendar day and elapsed hours of the course at {@code at}. */
    String start(Instant at) {
        return record.startedAt()
                .map(start -> words.text("course.start", time.dayAndTime(start), dayAndHour(start, at)))
                .orElse(Figures.UNKNOWN);
    }

    /** {@code day 2, hour 37.4} */
    String dayAndHour(Instant start, Instant at) {
        long day = time.dateOf(at).toEpochDay() - time.dateOf(start).toEpochDay() + 1;
        return words.text("course.dayHour", day, words.figures().hours(Duration.between(start, at)));
    }

    /** Mass given in the 24 h before an instant, from the history; the start of the window is rounded to the minute before. */
    String last24h(Instant end) {
        Optional<BigDecimal> until = givenUntil(end);
        BigDecimal before = givenUntil(end.minus(DAY)).orElse(BigDecimal.ZERO);
        return words.figures().fixed(until.map(mass -> mass.subtract(before)), 1, "mg");
    }

    private Optional<BigDecimal> givenUntil(Instant at) {
        return record.history().stream()
                .filter(point -> !point.at().isAfter(at))
                .map(HistoryPoint::cumulativeMg)
                .reduce((earlier, later) -> later);
    }

    private static <T> Optional<T> latest(List<Dated<T>> entries) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.getLast().value());
    }
}
