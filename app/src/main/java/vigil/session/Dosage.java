package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vigil.dose.DoseRate;
import vigil.dose.DoseTotals;
import vigil.dose.Dosing;
import vigil.dose.DrugMass;
import vigil.dose.RateIntegral;
import vigil.pump.FlowRate;

/**
 * Drug given, counted from differences of the pump's volume infused and never by integrating the rate. Immutable.
 *
 * @param byRate the integral of the rate, a cross-check only
 * @param highest highest dose rate seen while delivering, and when
 * @param supply the rates over the course, for the plasma estimate alone
 */
public record Dosage(
        Segments segments, DoseTotals totals, RateIntegral byRate, Optional<Peak> highest, SupplyHistory supply) {
    public static final Dosage NONE =
            new Dosage(Segments.NONE, DoseTotals.NONE, RateIntegral.ZERO, Optional.empty(), SupplyHistory.NONE);

    private static final int SUM_DECIMALS = 12;

    /** A dose rate and when it was seen. */
    public record Peak(DoseRate rate, Stamp at) {}

    /** Counts what the interval brought, once the course has {@code started}; volume before that is no patient dose. */
    Dosage counted(Interval interval, SetUp setUp, boolean started) {
        Dosage based = segmentFor(interval, setUp, started);
        Interval counting = segments.current().isEmpty() ? interval.starting() : interval;
        return based.segments
                .current()
                .map(segment -> based.plus(counting, setUp, segment))
                .orElse(this);
    }

    private Dosage segmentFor(Interval interval, SetUp setUp, boolean started) {
        Stamp at = interval.now().at();
        if (segments.current().isEmpty()) {
            return started ? with(segments.opened(Segment.Cause.START, at, setUp)) : this;
        }
        return interval.isReset() ? with(segments.opened(Segment.Cause.COUNTER_RESET, at, setUp)) : this;
    }

    private Dosage plus(Interval interval, SetUp setUp, Segment segment) {
        boolean patient = !interval.isPurge();
        DrugMass given = patient ? segment.massOf(interval.volumeMl()) : DrugMass.ZERO;
        Stamp at = interval.now().at();
        return new Dosage(
                segments.plus(interval, patient),
                given.isZero() ? totals : totals.plus(given, dayOf(at, setUp), at.elapsed()),
                integralWith(interval, segment),
                highestWith(interval, segment),
                supply.plus(interval, segment, patient));
    }

    private static LocalDate dayOf(Stamp at, SetUp setUp) {
        return LocalDate.ofInstant(at.at().utc(), setUp.zone());
    }

    private RateIntegral integralWith(Interval interval, Segment segment) {
        return interval.ratePassed()
                .flatMap(rate -> segment.concentration().map(it -> rate.mlPerH().multiply(it.mgPerMl())))
                .map(mgPerH -> byRate.plus(mgPerH, interval.length()))
                .orElse(byRate);
    }

    private Optional<Peak> highestWith(Interval interval, Segment segment) {
        Optional<DoseRate> rate = interval.isDelivering()
                ? segment.dosing()
                        .flatMap(dosing -> interval.reading().flowRate().map(dosing::doseRateAt))
                : Optional.empty();
        return rate.filter(this::isHighest)
                .map(higher -> new Peak(higher, interval.now().at()))
                .or(() -> highest);
    }

    private boolean isHighest(DoseRate rate) {
        return highest.map(peak -> isHigher(rate, peak.rate())).orElse(true);
    }

    private static boolean isHigher(DoseRate rate, DoseRate peak) {
        BigDecimal left = rate.mgPerH().multiply(peak.weight().kg());
        return left.compareTo(peak.mgPerH().multiply(rate.weight().kg())) > 0;
    }

    /**
     * Mass by weight of the course, each segment by its own weight: an accepted new weight recalculates nothing backwards
     * (R28). Rounded half-up; empty before the start and where the weight is missing of a segment
     * with drug.
     */
    public Optional<BigDecimal> mgPerKg(int decimals) {
        List<Segment> all = segments.all();
        return !all.isEmpty()
                        && all.stream()
                                .allMatch(segment -> segment.weight().isPresent()
                                        || segment.mass().isZero())
                ? Optional.of(all.stream()
                        .map(Dosage::mgPerKg)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(decimals, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private static BigDecimal mgPerKg(Segment segment) {
        return segment.weight()
                .map(weight -> segment.mass().mg().divide(weight.kg(), SUM_DECIMALS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }

    Dosage with(Segments next) {
        return new Dosage(next, totals, byRate, highest, supply);
    }

    /** Dose rate at {@code flowRate} with the numbers in force now; empty while weight or concentration is missing. */
    static Optional<DoseRate> doseRate(FlowRate flowRate, SetUp setUp) {
        return setUp.concentration()
                .flatMap(known -> setUp.dosingWeight().map(kg -> new Dosing(known, kg)))
                .map(dosing -> dosing.doseRateAt(flowRate));
    }
}
