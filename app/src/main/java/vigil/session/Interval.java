package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.Volume;

/**
 * What two samples of the bound pump, one behind the other, say about the time between them. Every millilitre of the
 * session is counted here.
 *
 * @param before the sample before; empty for the first one of a binding
 * @param count what the newest value of the pump's counter adds
 * @param now the newest sample
 * @param gapFrom a time without samples as long as this is a gap
 */
record Interval(Optional<Sample> before, Count count, Sample now, Duration gapFrom) {

    PumpReading reading() {
        return now.reading();
    }

    Duration length() {
        return before.map(earlier -> now.at().since(earlier.at())).orElse(Duration.ZERO);
    }

    /** Time in which {@link #volumeMl} was counted. */
    Duration countedLength() {
        return count.length();
    }

    /** True when samples are missing in between: what happened there is only known from the counter. */
    boolean isGap() {
        return length().compareTo(gapFrom) >= 0;
    }

    /** True when the counter was not seen for so long that a reset may hide in between. */
    boolean isCounterGap() {
        return count.gap();
    }

    /** True when the pump's counter fell: it was set back at the pump, or a syringe was changed (A19). */
    boolean isReset() {
        return count.verdict() == Count.Verdict.RESET || count.verdict() == Count.Verdict.LEAP;
    }

    /** True when the value of the counter waits for the next one to be believed. */
    boolean isInDoubt() {
        return count.next().isInDoubt();
    }

    /** True when an earlier value of the counter stood too high, and nothing counts until it is passed. */
    boolean isBehind() {
        return count.verdict() == Count.Verdict.BEHIND;
    }

    /** Volume counted between the samples, mL. After a reset the counter began at 0. The first sample counts nothing. */
    BigDecimal volumeMl() {
        return count.ml();
    }

    /** For the start of the course: what the pump counted before, while it said that it stands, is no patient dose. */
    Interval starting() {
        return statusBefore().isStopped() ? new Interval(before, count.latest(), now, gapFrom) : this;
    }

    /** True when the pump's counter says something else than in the sample before, whatever is believed of it. */
    boolean isCounterMoved() {
        return !before.map(earlier -> earlier.reading().volumeInfused().equals(volumeNow()))
                .orElse(false);
    }

    /** True when the volume went through the line while the pump was filling it: not patient dose (A21). */
    boolean isPurge() {
        boolean purging =
                reading().deliveryStatus() == DeliveryStatus.PURGING || statusBefore() == DeliveryStatus.PURGING;
        return purging && !isGap();
    }

    /**
     * True when drug reaches the patient at the newest sample. Where the protocol has no status, a counter that has
     * risen is the pump's own proof; a rate never is.
     */
    boolean isDelivering() {
        DeliveryStatus status = reading().deliveryStatus();
        return status.delivers()
                || (status == DeliveryStatus.UNKNOWN && volumeMl().signum() > 0);
    }

    /** True when drug may have left the pump uncounted: before the first sample, or before a reset within a gap. */
    boolean missesVolume() {
        return count.missed() || (before.isEmpty() && beganBefore());
    }

    private boolean beganBefore() {
        boolean counted = volumeNow().map(volume -> volume.ml().signum() > 0).orElse(true);
        return reading().deliveryStatus().delivers() && counted;
    }

    /** Rate over the interval for the cross-check: that of the sample before, while it delivered without a gap. */
    Optional<FlowRate> ratePassed() {
        return before.filter(earlier -> earlier.reading().deliveryStatus().delivers() && !isGap())
                .flatMap(earlier -> earlier.reading().flowRate());
    }

    private DeliveryStatus statusBefore() {
        return before.map(earlier -> earlier.reading().deliveryStatus()).orElse(DeliveryStatus.UNKNOWN);
    }

    private Optional<Volume> volumeNow() {
        return reading().volumeInfused();
    }
}
