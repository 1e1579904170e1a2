package vigil.pump;

import java.math.BigDecimal;

/**
 * Flow rate of a fluid pump (MDC_FLOW_FLUID_PUMP, 157784) in mL/h, 0 to 9,999.
 *
 * <p>A rate alone never proves delivery: many pumps go on reporting the set rate while stopped. Ask {@link
 * DeliveryStatus}.
 */
public record FlowRate(BigDecimal mlPerH) implements Comparable<FlowRate> {
    private static final BigDecimal MOST = new BigDecimal("9999");
    public static final FlowRate ZERO = new FlowRate(BigDecimal.ZERO);

    public FlowRate {
        mlPerH = Decimals.inRange("flow rate mL/h", mlPerH, BigDecimal.ZERO, MOST);
    }

    public static FlowRate ofMlPerH(String mlPerH) {
        return new FlowRate(new BigDecimal(mlPerH));
    }

    public boolean isZero() {
        return mlPerH.signum() == 0;
    }

    @Override
    public int compareTo(FlowRate other) {
        return mlPerH.compareTo(other.mlPerH);
    }
}
