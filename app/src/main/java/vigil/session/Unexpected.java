package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import vigil.dose.Dosing;

/**
 * A bolus or fast delivery that nobody ordered (R26). Stays until its cause is recorded.
 *
 * @param volumeMl what the counter rose by; empty where the pump's own word raised it
 * @param in the time in which it did
 * @param highestMlPerH the highest rate the order in force allows, rounded to 3 decimals for showing
 */
public record Unexpected(Stamp since, Optional<BigDecimal> volumeMl, Duration in, BigDecimal highestMlPerH) {
    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final int SHOWN_DECIMALS = 3;

    /** What the newest interval and the last minute say; empty while both are in order or nothing can be compared. */
    static Optional<Unexpected> in(Interval interval, LastMinute minute, SetUp setUp, SiteSettings settings) {
        Stamp now = interval.now().at();
        if (interval.isPurge()) {
            return Optional.empty();
        }
        if (interval.reading().bolusActive()) {
            BigDecimal ordered = setUp.order().map(it -> it.flowRate().mlPerH()).orElse(BigDecimal.ZERO);
            return Optional.of(new Unexpected(now, Optional.empty(), Duration.ZERO, ordered));
        }
        return jump(now, interval.volumeMl(), interval.countedLength(), setUp, settings)
                .or(() -> jump(now, minute.volumeMl(), minute.length(), setUp, settings));
    }

    private static Optional<Unexpected> jump(
            Stamp now, BigDecimal volumeMl, Duration time, SetUp setUp, SiteSettings settings) {
        boolean comparable = setUp.order().isPresent() || dosing(setUp).isPresent();
        return comparable && volumeMl.signum() > 0 && isFast(volumeMl, time, setUp, settings)
                ? Optional.of(new Unexpected(now, Optional.of(volumeMl), time, highestMlPerH(setUp, settings)))
                : Optional.empty();
    }

    /** ΔV > rate_max × Δt + guard, by cross-multiplication; rate_max is the higher of ordered rate and ordered range. */
    private static boolean isFast(BigDecimal volumeMl, Duration time, SetUp setUp, SiteSettings settings) {
        BigDecimal beyond = volumeMl.subtract(settings.value(SiteSetting.BOLUS_GUARD_ML));
        if (beyond.signum() <= 0) {
            return false;
        }
        BigDecimal nanos = BigDecimal.valueOf(time.toNanos());
        BigDecimal left = beyond.multiply(NANOS_PER_H);
        boolean aboveRate = setUp.order()
                .map(it -> left.compareTo(it.flowRate().mlPerH().multiply(nanos)) > 0)
                .orElse(true);
        return aboveRate
                && dosing(setUp)
                        .map(it -> left.multiply(it.concentration().mgPerMl())
                                        .compareTo(highestMgPerH(setUp, it, settings)
                                                .multiply(nanos))
                                > 0)
                        .orElse(true);
    }

    private static Optional<Dosing> dosing(SetUp setUp) {
        return setUp.concentration().flatMap(known -> setUp.dosingWeight().map(kg -> new Dosing(known, kg)));
    }

    /** Without an order the maximum stands for it. */
    private static BigDecimal highestMgPerH(SetUp setUp, Dosing dosing, SiteSettings settings) {
        return setUp.order()
                .map(RateOrder::highest)
                .orElseGet(settings::maximum)
                .mgPerKgPerH()
                .multiply(dosing.weight().kg());
    }

    /** For showing. */
    private static BigDecimal highestMlPerH(SetUp setUp, SiteSettings settings) {
        BigDecimal ordered = setUp.order().map(it -> it.flowRate().mlPerH()).orElse(BigDecimal.ZERO);
        BigDecimal ranged = dosing(setUp)
                .map(it -> highestMgPerH(setUp, it, settings)
                        .divide(it.concentration().mgPerMl(), SHOWN_DECIMALS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
        return ordered.max(ranged).stripTrailingZeros();
    }
}
