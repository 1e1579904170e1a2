package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.FlowRate;

/**
 * What should have been given by the rate against what the pump counted, over the same stretches of time (clinical
 * rules, section 10). In millilitres, so that a change of concentration does not matter. Immutable.
 *
 * @param expectedMlNanosPerH exact sum of mL/h times nanoseconds
 */
public record Reconciliation(BigDecimal expectedMlNanosPerH, BigDecimal countedMl) {
    static final Reconciliation NONE = new Reconciliation(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final BigDecimal PERCENT = new BigDecimal("100");
    private static final int DECIMALS = 3;

    Reconciliation plus(Interval interval) {
        Optional<FlowRate> rate = interval.isPurge() ? Optional.empty() : interval.ratePassed();
        return rate.map(it -> plus(it, interval)).orElse(this);
    }

    private Reconciliation plus(FlowRate rate, Interval interval) {
        BigDecimal passed = BigDecimal.valueOf(interval.length().toNanos());
        return new Reconciliation(
                expectedMlNanosPerH.add(rate.mlPerH().multiply(passed)), countedMl.add(interval.volumeMl()));
    }

    /** |difference| > max(percent of what was expected, so many mL), exactly. */
    public boolean isOff(SiteSettings settings) {
        BigDecimal difference =
                countedMl.multiply(NANOS_PER_H).subtract(expectedMlNanosPerH).abs();
        BigDecimal ml = settings.value(SiteSetting.RECONCILE_ML).multiply(NANOS_PER_H);
        return difference.compareTo(ml) > 0
                && difference
                                .multiply(PERCENT)
                                .compareTo(expectedMlNanosPerH.multiply(settings.value(SiteSetting.RECONCILE_PERCENT)))
                        > 0;
    }

    /** For showing, rounded half-up to 3 decimals. */
    public BigDecimal expectedMl() {
        return expectedMlNanosPerH.divide(NANOS_PER_H, DECIMALS, RoundingMode.HALF_UP);
    }
}
