package vigil.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;

/**
 * A19 once more, as plainly as it can be said: what a pump's counter has counted when some of its values may be none. Plain
 * seconds and a list of what was said, where the program keeps three values. Not thread-safe.
 */
final class CounterReference {
    private static final BigDecimal FASTEST = new BigDecimal("1800");
    private static final BigDecimal HALF_ML = new BigDecimal("0.5");
    private static final BigDecimal NANOS_PER_H = new BigDecimal("3600000000000");

    /** @param anyRise the pump says that it purges or gives a bolus */
    private record Said(BigDecimal ml, Duration at, BigDecimal mlPerH, boolean anyRise) {}

    /** Believed, oldest first; only the last two matter. */
    private final List<Said> believed = new ArrayList<>();

    private @Nullable Said waiting;
    private BigDecimal doubted = BigDecimal.ZERO;

    void restart() {
        believed.clear();
        waiting = null;
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /** The longest time without the counter between what was believed last and now. */
    Duration unseen(Duration now) {
        if (believed.isEmpty()) {
            return Duration.ZERO;
        }
        Duration last = believed.getLast().at();
        if (waiting == null) {
            return now.minus(last);
        }
        Duration first = waiting.at().minus(last);
        Duration second = now.minus(waiting.at());
        return first.compareTo(second) > 0 ? first : second;
    }

    /** The part of what was added last that waited to be believed, mL. */
    BigDecimal doubted() {
        return doubted;
    }

    /** What {@code reading} adds, mL. */
    BigDecimal take(PumpReading reading, Duration at, boolean charted) {
        doubted = BigDecimal.ZERO;
        if (reading.volumeInfused().isEmpty()) {
            return BigDecimal.ZERO;
        }
        boolean anyRise = reading.bolusActive() || reading.deliveryStatus() == DeliveryStatus.PURGING;
        BigDecimal told = reading.flowRate().map(FlowRate::mlPerH).orElse(FASTEST);
        Said now = new Said(reading.volumeInfused().get().ml(), at, anyRise ? FASTEST.max(told) : told, anyRise);
        if (believed.isEmpty()) {
            believed.add(now);
            return BigDecimal.ZERO;
        }
        Said base = believed.getLast();
        if (charted) {
            believed.add(now);
            return isLess(now, base) ? now.ml() : now.ml().subtract(base.ml());
        }
        Said held = waiting;
        waiting = null;
        return held == null ? alone(base, now) : after(base, held, now);
    }

    private BigDecimal after(Said base, Said held, Said now) {
        if (isLess(base, held) && !isLess(now, base)) {
            doubted = isLess(now, held) ? BigDecimal.ZERO : held.ml().subtract(base.ml());
            return on(base, now);
        }
        boolean fell = isLess(held, base) && isLess(now, base);
        return fell && !isLess(now, held) && canRise(held, now) ? downTo(base, held, now) : alone(base, now);
    }

    private BigDecimal on(Said base, Said now) {
        believed.add(now);
        return now.ml().subtract(base.ml());
    }

    private BigDecimal downTo(Said base, Said held, Said now) {
        boolean fromZero = canRun(base, held, held.ml());
        doubted = fromZero ? held.ml() : BigDecimal.ZERO;
        believed.add(held);
        believed.add(now);
        return fromZero ? now.ml() : now.ml().subtract(held.ml());
    }

    private BigDecimal alone(Said base, Said now) {
        if (!isLess(now, base) && canRise(base, now)) {
            return on(base, now);
        }
        boolean stoodTooHigh =
                isLess(now, base) && believed.size() > 1 && !isLess(now, believed.get(believed.size() - 2));
        if (stoodTooHigh) {
            believed.set(believed.size() - 1, new Said(base.ml(), now.at(), now.mlPerH(), now.anyRise()));
        } else {
            waiting = now;
        }
        return BigDecimal.ZERO;
    }

    private static boolean isLess(Said one, Said other) {
        return one.ml().compareTo(other.ml()) < 0;
    }

    private static boolean canRise(Said from, Said to) {
        return from.anyRise() || to.anyRise() || canRun(from, to, to.ml().subtract(from.ml()));
    }

    /** ml no more than twice the higher of both rates for the time between, and half a millilitre. */
    private static boolean canRun(Said from, Said to, BigDecimal ml) {
        BigDecimal nanos = BigDecimal.valueOf(to.at().minus(from.at()).toNanos());
        BigDecimal twice =
                from.mlPerH().max(to.mlPerH()).multiply(BigDecimal.TWO).multiply(nanos);
        return ml.multiply(NANOS_PER_H).compareTo(twice.add(HALF_ML.multiply(NANOS_PER_H))) <= 0;
    }
}
