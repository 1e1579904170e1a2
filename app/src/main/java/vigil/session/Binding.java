package vigil.session;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.PumpIdentity;

/**
 * The one pump whose readings count for this session, known by its serial number. A pump without a serial number can
 * only be bound by its model.
 *
 * @param serialNumber empty text when the protocol has none
 * @param newest newest sample of this pump since it was bound
 * @param counter how far its counter is believed
 * @param charted no wire reaches it: its samples are what people read off it
 */
public record Binding(
        String model, String serialNumber, Stamp since, Optional<Sample> newest, Counter counter, boolean charted) {

    static Binding to(String model, String serialNumber, Stamp at, boolean charted) {
        return new Binding(model, serialNumber, at, Optional.empty(), Counter.UNSEEN, charted);
    }

    /** {@code first}: the sample that counting goes on from; nothing counts before it. */
    Binding basedOn(Sample first) {
        return with(first, count(first, Duration.ZERO).next());
    }

    Binding after(Interval interval) {
        return with(interval.now(), interval.count().next());
    }

    private Binding with(Sample sample, Counter next) {
        return new Binding(model, serialNumber, since, Optional.of(sample), next, charted);
    }

    /** How {@code sample} counts; a time of {@code gapFrom} without the counter is a gap. */
    Count count(Sample sample, Duration gapFrom) {
        Count count = counter.take(sample, gapFrom, charted);
        boolean first = newest.isEmpty() && isHeardLate(sample, gapFrom);
        boolean second = newest.filter(base -> ranBefore(base, count)).isPresent();
        return first || second ? count.missing() : count;
    }

    /** Bound long before it was first heard, and its counter stands above zero: it may have run in between (A20). */
    private boolean isHeardLate(Sample first, Duration gapFrom) {
        return first.at().since(since).compareTo(gapFrom) >= 0 && isAboveZero(first);
    }

    /** True where the pump was running when it was bound: what it counted until then is not in any total (A20). */
    private boolean ranBefore(Sample base, Count count) {
        DeliveryStatus status = base.reading().deliveryStatus();
        boolean ran = status.delivers()
                || (status == DeliveryStatus.UNKNOWN && count.ml().signum() > 0);
        return counter.isFirst() && ran && isAboveZero(base);
    }

    private static boolean isAboveZero(Sample sample) {
        return sample.reading()
                .volumeInfused()
                .filter(volume -> volume.ml().signum() > 0)
                .isPresent();
    }

    boolean isMetBy(PumpIdentity pump) {
        return !charted
                && pump.serialNumber()
                        .map(serialNumber::equals)
                        .orElse(serialNumber.isEmpty() && pump.model().equals(model));
    }

    boolean isSamePump(Binding other) {
        return model.equals(other.model) && serialNumber.equals(other.serialNumber) && charted == other.charted;
    }

    /** Where this pump stands on its line, once it has answered. */
    Optional<String> address() {
        return newest.map(sample -> sample.reading().pump().address());
    }
}
