package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import vigil.dose.Dosing;
import vigil.pump.FlowRate;

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

    /** What the newest interval says; empty while it is in order or nothing can be compared. */
    static Optional<Unexpected> in(Interval interval, SetUp setUp, SiteSettings settings) {
        Optional<FlowRate> ordered = setUp.order().map(RateOrder::flowRate);
        if (interval.isPurge()) {
            return Optional.empty();
        }
        if (interval.reading().bolusActive()) {
            return Optional.of(new Unexpected(
                    interval.now().at(),
                    Optional.empty(),
                    Duration.ZERO,
                    ordered.map(FlowRate::mlPerH).orElse(BigDecimal.ZERO)));
        }
        boolean comparable = ordered.isPresent() || dosing(setUp).isPresent();
        return comparable && interval.volumeMl().signum() > 0 && isFast(interval, setUp, settings)
                ? Optional.of(fast(interval, setUp, settings))
                : Optional.empty();
    }

    /** ΔV > rate_max × Δt + guard, by cross-multiplication; rate_max is the higher of ordered rate and ordered range. */
    private static boolean isFast(Interval interval, SetUp setUp, SiteSettings settings) {
        BigDecimal beyond = interval.volumeMl().subtract(settings.value(SiteSetting.BOLUS_GUARD_ML));
        BigDecimal nanos = BigDecimal.valueOf(interval.countedLength().toNanos());
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

    private static Unexpected fast(Interval interval, SetUp setUp, SiteSettings settings) {
        BigDecimal ordered = setUp.order().map(it -> it.flowRate().mlPerH()).orElse(BigDecimal.ZERO);
        BigDecimal ranged = dosing(setUp)
                .map(it -> highestMgPerH(setUp, it, settings)
                        .divide(it.concentration().mgPerMl(), SHOWN_DECIMALS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
        return new Unexpected(
                interval.now().at(),
                Optional.of(interval.volumeMl()),
                interval.countedLength(),
                ordered.max(ranged).stripTrailingZeros());
    }
}
