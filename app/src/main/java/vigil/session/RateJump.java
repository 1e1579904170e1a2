package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;

/**
 * The rate of the running pump is ten times, or a tenth of, what the reading before said (fault A17): the width of a slipped
 * decimal point, at the pump or on the wire. It is shown as received and delays nothing; it asks a person to compare.
 *
 * <p>Ten and not less, because steps of titration double or treble. Not from or to 0, since a start and a stop are none; not
 * to the rate that is ordered; and not while the pump itself says why: a bolus, a purge, keeping the vein open.
 *
 * <p>It ends when the pump runs at the rate that is ordered, which a physician answers for; when it is back at what it ran at
 * before, within a step of titration; or when a person has compared the pump with the prescription ({@link
 * DeliveryWatch#compared}). Nothing else ends it: neither that the rate stays, for a slip made at the pump stays as well, nor a
 * stop, a bolus or a lost line, none of which says what the pump is set to.
 *
 * @param from what the pump ran at before the first jump that nothing has answered
 * @param to what it said at the newest jump
 */
public record RateJump(FlowRate from, FlowRate to) {
    private static final BigDecimal TENFOLD = BigDecimal.TEN;
    /** A few readings of the slowest protocol. Behind a longer gap the rate may have been changed in steps. */
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** The one at the newest sample; empty where there is none. */
    static Optional<RateJump> in(Interval interval, Optional<FlowRate> ordered) {
        return interval.before()
                .filter(_ -> interval.length().compareTo(WITHIN) <= 0)
                .flatMap(before -> runningAt(before.reading()))
                .flatMap(from -> runningAt(interval.reading()).map(to -> new RateJump(from, to)))
                .filter(jump -> isTenfold(jump.from, jump.to) && !ordered.equals(Optional.of(jump.to)));
    }

    private static Optional<FlowRate> runningAt(PumpReading reading) {
        DeliveryStatus status = reading.deliveryStatus();
        boolean ordinary = !status.isStopped() && status != DeliveryStatus.KVO && !reading.bolusActive();
        return reading.flowRate().filter(rate -> ordinary && !rate.isZero());
    }

    private static boolean isTenfold(FlowRate one, FlowRate other) {
        FlowRate low = one.compareTo(other) < 0 ? one : other;
        FlowRate high = low.equals(one) ? other : one;
        return low.mlPerH().multiply(TENFOLD).compareTo(high.mlPerH()) <= 0;
    }

    /** What is left of it after the newest sample; empty once that answers it. A further jump has the same beginning. */
    Optional<RateJump> after(Interval interval, Optional<FlowRate> ordered) {
        boolean answered = runningAt(interval.reading())
                .filter(now -> isBack(now) || ordered.equals(Optional.of(now)))
                .isPresent();
        return answered
                ? Optional.empty()
                : Optional.of(in(interval, ordered)
                        .map(next -> new RateJump(from, next.to))
                        .orElse(this));
    }

    /**
     * True when {@code now} is nearer to what was before than to ten times or a tenth of it, in ratios: nearer than the root of
     * ten, which is squared here so that the comparison stays exact. 17.4 behind 1.75 and 17.5 is not back.
     */
    private boolean isBack(FlowRate now) {
        BigDecimal before = from.mlPerH().pow(2);
        BigDecimal after = now.mlPerH().pow(2);
        return after.compareTo(before.multiply(TENFOLD)) < 0 && before.compareTo(after.multiply(TENFOLD)) < 0;
    }
}
