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
 * @param from what the pump ran at before
 * @param to what it said then
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

    /**
     * True while nothing has answered it: the pump has gone back, runs as ordered, or is another one. A pump that stands says
     * nothing of it. That the rate stays does not answer it, for a slip made at the pump stays as well.
     */
    boolean lasts(Interval interval, Optional<FlowRate> ordered) {
        Optional<FlowRate> now = interval.reading().flowRate().filter(rate -> !rate.isZero());
        boolean answered =
                now.map(rate -> !isTenfold(from, rate)).orElse(false) || (now.isPresent() && now.equals(ordered));
        return interval.before().isPresent() && !answered;
    }
}
