package vigil.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import vigil.pump.FlowRate;

/**
 * Whether a pump gives what was ordered, within 10 % (alarm page, sections 6.1 and 6.2). Exact: limits are compared by
 * cross-multiplication, and exactly 10 % is within.
 */
public final class FlowTolerance {
    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final BigDecimal WHOLE = BigDecimal.TEN;
    private static final BigDecimal ABOVE = new BigDecimal("11");
    private static final BigDecimal BELOW = new BigDecimal("9");
    private static final BigDecimal COUNTS = new BigDecimal("20");

    private FlowTolerance() {}

    public static boolean isAbove(FlowRate reported, FlowRate ordered) {
        return reported.mlPerH().multiply(WHOLE).compareTo(ordered.mlPerH().multiply(ABOVE)) > 0;
    }

    public static boolean isBelow(FlowRate reported, FlowRate ordered) {
        return reported.mlPerH().multiply(WHOLE).compareTo(ordered.mlPerH().multiply(BELOW)) < 0;
    }

    /** The same of a volume counted over {@code time}; one step of the counter is given in favour of the pump. */
    public static boolean isAbove(BigDecimal volumeMl, Duration time, FlowRate ordered, BigDecimal stepMl) {
        return perTen(volumeMl.subtract(stepMl)).compareTo(ordered(ordered, time, ABOVE)) > 0;
    }

    public static boolean isBelow(BigDecimal volumeMl, Duration time, FlowRate ordered, BigDecimal stepMl) {
        return perTen(volumeMl.add(stepMl)).compareTo(ordered(ordered, time, BELOW)) < 0;
    }

    private static BigDecimal perTen(BigDecimal volumeMl) {
        return volumeMl.multiply(WHOLE).multiply(NANOS_PER_H);
    }

    private static BigDecimal ordered(FlowRate ordered, Duration time, BigDecimal tenths) {
        return ordered.mlPerH().multiply(BigDecimal.valueOf(time.toNanos())).multiply(tenths);
    }

    /**
     * How long volume has to be counted before 10 % of {@code ordered} are two steps of the counter, and at least
     * {@code least}. Rounded up to whole nanoseconds.
     */
    public static Duration window(FlowRate ordered, BigDecimal stepMl, Duration least) {
        if (ordered.isZero()) {
            return least;
        }
        BigDecimal nanos =
                stepMl.multiply(COUNTS).multiply(NANOS_PER_H).divide(ordered.mlPerH(), 0, RoundingMode.CEILING);
        Duration window = Duration.ofNanos(nanos.longValueExact());
        return window.compareTo(least) > 0 ? window : least;
    }
}
