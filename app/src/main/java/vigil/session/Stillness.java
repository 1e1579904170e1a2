package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;

/**
 * Answers that keep coming while nothing in them moves: the pump's own clock stands still, or its counter does not move
 * although it says it delivers (alarm page, section 6.3). Immutable.
 *
 * @param volumeMoved elapsed time at which the counter last moved, or began to be watched
 * @param clockMoved the same for the pump's clock
 */
record Stillness(Duration volumeMoved, Duration clockMoved, boolean frozen) {
    static final Stillness NONE = new Stillness(Duration.ZERO, Duration.ZERO, false);

    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final BigDecimal STEPS = new BigDecimal("3");

    /** @param stepMl what the counter moves by at a time; empty while not known */
    Stillness after(Interval interval, Optional<BigDecimal> stepMl, Duration staleAfter) {
        Duration now = interval.now().at().elapsed();
        PumpReading reading = interval.reading();
        boolean watched = reading.deliveryStatus() == DeliveryStatus.DELIVERING && !interval.isGap();
        if (!watched || interval.before().isEmpty()) {
            return new Stillness(now, now, false);
        }
        boolean counts = reading.volumeInfused().isPresent();
        Duration volume = interval.isCounterMoved() || !counts ? now : volumeMoved;
        Duration clock = isSameClock(interval) ? clockMoved : now;
        boolean still = stepMl.flatMap(step -> reading.flowRate().map(rate -> longest(step, rate, staleAfter)))
                .map(longest -> now.minus(volume).compareTo(longest) > 0)
                .orElse(false);
        return new Stillness(volume, clock, still || now.minus(clock).compareTo(staleAfter) >= 0);
    }

    private static boolean isSameClock(Interval interval) {
        Optional<Long> now = interval.reading().deviceTimeS();
        return now.isPresent()
                && interval.before()
                        .map(before -> before.reading().deviceTimeS().equals(now))
                        .orElse(false);
    }

    /** 3 × (step / rate), and never shorter than a value may be old. A rate of zero moves nothing. */
    private static Duration longest(BigDecimal step, FlowRate rate, Duration staleAfter) {
        if (rate.isZero()) {
            return Duration.ofDays(36_500);
        }
        BigDecimal nanos = STEPS.multiply(step).multiply(NANOS_PER_H).divide(rate.mlPerH(), 0, RoundingMode.CEILING);
        Duration longest = Duration.ofNanos(nanos.longValueExact());
        return longest.compareTo(staleAfter) > 0 ? longest : staleAfter;
    }
}
