package vigil.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Mass by integrating the rate over the delivering time. Only ever a cross-check of the mass from volume differences
 * (clinical rules, section 10). Immutable.
 *
 * @param mgPerHNanos exact sum of mg/h times nanoseconds, so that nothing is rounded on the way
 */
public record RateIntegral(BigDecimal mgPerHNanos) {
    public static final RateIntegral ZERO = new RateIntegral(BigDecimal.ZERO);
    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final int DECIMALS = 6;

    public RateIntegral plus(BigDecimal mgPerH, Duration elapsed) {
        return new RateIntegral(mgPerHNanos.add(mgPerH.multiply(BigDecimal.valueOf(elapsed.toNanos()))));
    }

    /** In mg, half-up to six decimals. */
    public DrugMass mass() {
        return new DrugMass(mgPerHNanos.divide(NANOS_PER_H, DECIMALS, RoundingMode.HALF_UP));
    }
}
