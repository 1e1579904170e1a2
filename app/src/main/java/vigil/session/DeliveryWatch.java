package vigil.session;

import java.time.Duration;
import java.util.Optional;
import vigil.dose.FlowTolerance;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.session.Delivery.Evidence;

/**
 * What the readings of the bound pump say about whether it gives what was ordered: over- and under-infusion, an unexpected
 * bolus, expected against delivered, and data that stand still (alarm page, section 6). Immutable.
 *
 * @param minute what was counted in the last minute
 * @param unexpected a bolus or fast delivery whose cause nobody has recorded yet
 * @param implausible a value of the counter that cannot be, whose cause nobody has recorded yet (A19)
 * @param jump a rate that jumped tenfold and that nobody has compared yet (fault A17)
 */
public record DeliveryWatch(
        RateWatch rate,
        VolumeWatch volume,
        LastMinute minute,
        Optional<Unexpected> unexpected,
        Reconciliation reconciliation,
        Stillness stillness,
        Optional<Implausible> implausible,
        Optional<RateJump> jump) {
    public static final DeliveryWatch NONE = new DeliveryWatch(
            RateWatch.WITHIN,
            VolumeWatch.NONE,
            LastMinute.NONE,
            Optional.empty(),
            Reconciliation.NONE,
            Stillness.NONE,
            Optional.empty(),
            Optional.empty());

    /** What is ordered now, and how the pump and the session stand. */
    record Setting(Optional<FlowRate> ordered, Session session, SiteSettings settings) {
        boolean runs() {
            Phase phase = session.phase();
            return phase == Phase.INFUSING || phase == Phase.WEANING;
        }

        Duration window() {
            return settings.minutes(SiteSetting.FLOW_WINDOW_MIN);
        }
    }

    DeliveryWatch after(Interval interval, Setting now) {
        boolean started = now.session().progress().course().startedAt().isPresent();
        if (!started) {
            return this;
        }
        VolumeWatch counted = volumeAfter(interval, now);
        LastMinute latest = minute.plus(interval);
        return new DeliveryWatch(
                isUndecided(interval)
                        ? rate
                        : rate.after(side(interval, now), interval.now().at().elapsed(), interval.isGap()),
                counted,
                latest,
                unexpected.or(
                        () -> Unexpected.in(interval, latest, now.session().setUp(), now.settings())),
                reconciliation.plus(interval),
                stillness.after(
                        interval, counted.stepMl(), now.session().delivery().staleAfter()),
                implausible.or(() -> interval.count().implausible()),
                jumpAfter(interval, now));
    }

    private Optional<RateJump> jumpAfter(Interval interval, Setting now) {
        // A sample that ends one begins none: on the way back the rate jumps as well.
        return jump.isPresent()
                ? jump.flatMap(it -> it.after(interval, now.ordered()))
                : RateJump.in(interval, now.ordered());
    }

    /** A pump that does not say whether it runs, between two steps of its counter: nothing begins and nothing ends. */
    private static boolean isUndecided(Interval interval) {
        return interval.reading().deliveryStatus() == DeliveryStatus.UNKNOWN && !interval.isDelivering();
    }

    private static Optional<FlowDirection> side(Interval interval, Setting now) {
        return now.ordered()
                .filter(_ -> interval.isDelivering())
                .flatMap(ordered ->
                        interval.reading().flowRate().flatMap(reported -> side(reported, ordered, now.runs())));
    }

    private static Optional<FlowDirection> side(FlowRate reported, FlowRate ordered, boolean runs) {
        if (FlowTolerance.isAbove(reported, ordered)) {
            return Optional.of(FlowDirection.OVER);
        }
        return runs && FlowTolerance.isBelow(reported, ordered) ? Optional.of(FlowDirection.UNDER) : Optional.empty();
    }

    private VolumeWatch volumeAfter(Interval interval, Setting now) {
        boolean sameRate = interval.before()
                .map(before ->
                        before.reading().flowRate().equals(interval.reading().flowRate()))
                .orElse(false);
        boolean goesOn =
                sameRate && (interval.isDelivering() || isUndecided(interval)) && !interval.isPurge() && now.runs();
        return goesOn
                ? now.ordered()
                        .map(ordered -> volume.counted(interval, ordered, now.window()))
                        .orElseGet(volume::restarted)
                : volume.restarted();
    }

    /** A new order: what was off the old one says nothing of the new. */
    DeliveryWatch reordered() {
        return new DeliveryWatch(
                RateWatch.WITHIN, volume.restarted(), minute, unexpected, reconciliation, stillness, implausible, jump);
    }

    /** The cause of what was unexpected is recorded; comparing begins anew. */
    DeliveryWatch explained() {
        return new DeliveryWatch(
                rate,
                volume.restarted(),
                LastMinute.NONE,
                Optional.empty(),
                Reconciliation.NONE,
                stillness,
                Optional.empty(),
                jump);
    }

    /** A person has compared the pump with the prescription. */
    DeliveryWatch compared() {
        return jump.isEmpty()
                ? this
                : new DeliveryWatch(
                        rate, volume, minute, unexpected, reconciliation, stillness, implausible, Optional.empty());
    }

    /** The pump gives more (C06) or less (C23) than ordered, by the rate test or the volume test. */
    public Optional<FlowDirection> off(SiteSettings settings) {
        return rate.raised(settings.minutes(SiteSetting.FLOW_WINDOW_MIN)).or(volume::direction);
    }

    /** True when a gap in the data lies within the time that was tested. */
    public boolean isEstimated() {
        return rate.direction().isPresent() ? rate.estimated() : volume.estimated();
    }

    /** How long the reported rate has been off; zero where the volume test found it. */
    public Duration offFor() {
        return rate.until().minus(rate.since());
    }

    /** True while the pump answers and nothing in its answers moves. */
    public boolean isFrozen(Evidence evidence) {
        return evidence == Evidence.DELIVERING && stillness.frozen();
    }
}
