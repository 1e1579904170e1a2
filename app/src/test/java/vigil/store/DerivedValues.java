package vigil.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows from the stored rows by plain arithmetic: lengths between two times, masses between two minutes. */
record DerivedValues(StoredRows stored, Instant printedAt) {
    private static final List<Integer> DUE_MINUTES = List.of(0, 15, 30, 45, 60, 90, 120, 180, 240);
    private static final Duration DAY = Duration.ofHours(24);
    /** Of the table of the faculty, as OmeddTableTest has it from its source. */
    private static final BigDecimal OXYCODONE_BY_MOUTH = new BigDecimal("1.5");

    Optional<Instant> t0() {
        return Optional.of(stored.only("session"))
                .filter(it -> it.has("t0_utc"))
                .map(it -> it.instant("t0_utc"));
    }

    Instant start() {
        return stored.only("session").instant("started_utc");
    }

    /** Times of the record, due times, ends of stretches of one rate, and when it was printed. */
    Stream<Instant> instants() {
        Stream<Instant> due =
                t0().stream().flatMap(t0 -> DUE_MINUTES.stream().map(minutes -> t0.plus(Duration.ofMinutes(minutes))));
        Stream<Instant> stretches = stretches().stream().flatMap(it -> Stream.of(it.from(), it.to()));
        return Stream.of(stored.instants(), due, stretches, Stream.of(printedAt), emptyAt().stream())
                .flatMap(it -> it);
    }

    record Stretch(Instant from, Instant to, BigDecimal rate) {}

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        Optional<BigDecimal> before = Optional.empty();
        for (StoredRow point : stored.table("minute_point")) {
            Optional<BigDecimal> rate = point.decimalIfAny("mg_per_kg_per_h");
            Instant at = point.instant("at_utc");
            if (rate.filter(it -> it.signum() > 0).isPresent()) {
                boolean goesOn =
                        before.filter(it -> it.compareTo(rate.get()) == 0).isPresent();
                Instant from = goesOn ? stretches.removeLast().from() : at;
                stretches.add(new Stretch(from, at, rate.get()));
            }
            before = rate;
        }
        return stretches;
    }

    /** When the syringe is empty at the last rate. */
    private Optional<Instant> emptyAt() {
        return latest().filter(row -> row.has("flow_rate_ml_per_h"))
                .filter(row -> row.decimal("flow_rate_ml_per_h").signum() > 0)
                .map(row -> row.decimal("volume_remaining_ml")
                        .multiply(BigDecimal.valueOf(60))
                        .divideToIntegralValue(row.decimal("flow_rate_ml_per_h")))
                .map(minutes -> printedAt.plus(Duration.ofMinutes(minutes.longValue())));
    }

    private Optional<StoredRow> latest() {
        return stored.table("reading").stream().reduce((_, later) -> later);
    }

    Optional<BigDecimal> latestDose() {
        return latest().flatMap(row -> row.decimalIfAny("mg_per_kg_per_h"));
    }

    String ageSeconds() {
        Instant at = StoredRow.instant(latest().orElseThrow().value("at_utc"));
        return Long.toString(Duration.between(at, printedAt).toSeconds());
    }

    Stream<Duration> lengths() {
        Stream<Duration> stored = this.stored.column("length_s").map(DerivedValues::seconds);
        Stream<Duration> gaps = this.stored.table("gap").stream()
                .filter(gap -> gap.has("end_utc"))
                .map(gap -> Duration.between(gap.instant("start_utc"), gap.instant("end_utc")));
        Stream<Duration> stretches = stretches().stream().map(it -> Duration.between(it.from(), it.to()));
        Stream<Duration> age = latest().stream().map(reading -> Duration.between(reading.instant("at_utc"), printedAt));
        return Stream.of(stored, gaps, stretches, age).flatMap(it -> it);
    }

    private static Duration seconds(Object value) {
        return Duration.ofSeconds(StoredRow.decimal(value).longValue());
    }

    /** The times at which a print counts days and hours of the course. */
    Stream<Instant> courseTimes() {
        Instant asOf = stored.only("projection").instant("at_utc");
        return Stream.concat(Stream.of(asOf, printedAt), t0().stream());
    }

    Duration sinceStart(Instant at) {
        return Duration.between(start(), at);
    }

    long day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toEpochDay()
                - start().atZone(zone).toLocalDate().toEpochDay()
                + 1;
    }

    String observedMinutes() {
        return Long.toString(Duration.between(t0().orElseThrow(), printedAt).toMinutes());
    }

    String observationMinutes() {
        return Long.toString(
                seconds(stored.only("cessation").value("observation_s")).toMinutes());
    }

    /** As they were recorded, and the one convertible substance in oral morphine. */
    Stream<BigDecimal> opioidMgPerDay() {
        return stored.table("opioid_dose").stream().flatMap(dose -> {
            BigDecimal amount = dose.decimal("amount");
            return dose.value("substance").equals("oxycodone")
                    ? Stream.of(amount, amount.multiply(OXYCODONE_BY_MOUTH))
                    : Stream.of(amount);
        });
    }

    /** The stored values of a unit, and what follows from them in it. */
    Stream<BigDecimal> decimals(String column) {
        Stream<BigDecimal> more = switch (column) {
            case "mg" -> lastDay().stream();
            case "mg_per_kg_per_h" -> Stream.concat(stretches().stream().map(Stretch::rate), latestDose().stream());
            case "mg_per_h" -> latestOf("mg_per_h");
            case "ml_per_h" -> latestOf("flow_rate_ml_per_h");
            case "ml" -> latestOf("volume_remaining_ml");
            default -> Stream.empty();
        };
        return Stream.concat(stored.decimals(column), more);
    }

    private Stream<BigDecimal> latestOf(String column) {
        return latest().flatMap(row -> row.decimalIfAny(column)).stream();
    }

    /** Given in the 24 h before t0, from the points a minute. */
    private Optional<BigDecimal> lastDay() {
        return t0().flatMap(t0 -> cumulative(t0)
                .map(mass -> mass.subtract(cumulative(t0.minus(DAY)).orElse(BigDecimal.ZERO))));
    }

    private Optional<BigDecimal> cumulative(Instant at) {
        return stored.table("minute_point").stream()
                .filter(point -> !point.instant("at_utc").isAfter(at))
                .map(point -> point.decimal("cumulative_mg"))
                .reduce((_, later) -> later);
    }
}
