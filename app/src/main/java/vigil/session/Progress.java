package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.Delivery.Evidence;

/**
 * Where the session stands (clinical rules, section 5). Which trigger leads where says {@link Transitions}; what
 * else a transition changes is said here. What the pump is seen to do decides over what was recorded. Immutable.
 *
 * @param runsAs phase that delivery returns to after a pause or an interruption
 * @param stop why delivery stands still or is unknown, while it does
 * @param cessation the decision to cease, from its recording on
 * @param voided earlier cessations that a restart has voided, oldest first
 */
public record Progress(
        Phase phase,
        Phase runsAs,
        Course course,
        Optional<Stop> stop,
        Optional<Cessation> cessation,
        List<Cessation> voided) {
    public static final Progress PLANNED = new Progress(
            Phase.PLANNED, Phase.INFUSING, Course.NOT_STARTED, Optional.empty(), Optional.empty(), List.of());

    private static final Duration ANNOUNCED_FOR = Duration.ofMinutes(5);

    /**
     * A time without known delivery within the course.
     *
     * @param dataLost delivery is unknown rather than absent
     * @param reason what a person recorded
     */
    public record Stop(Stamp since, boolean dataLost, Optional<StopReason> reason) {}

    public Progress {
        voided = List.copyOf(voided);
    }

    Progress setUpComplete() {
        return in(next(Trigger.SET_UP_COMPLETE));
    }

    /** Where {@code trigger} leads; the present phase where it is refused. */
    private Phase next(Trigger trigger) {
        return Transitions.target(phase, trigger, runsAs).orElse(phase);
    }

    /** What the line proves at {@code now}; {@code delivered} is present with DELIVERING. */
    Progress after(Evidence evidence, Stamp now, Optional<Course.Delivered> delivered) {
        Progress timed = delivered.map(it -> with(course.deliveredAt(it))).orElse(this);
        return switch (evidence) {
            case DELIVERING -> timed.delivering(now);
            case STOPPED -> timed.stopped(now);
            case LOST -> timed.lost(now);
            case UNCLEAR -> timed;
        };
    }

    /**
     * After the decision to cease the counter has risen over a gap in the data, or between two checks of a pump that only
     * people read, and the pump stands still. Nobody saw when it stopped, so the four hours count from where it is known to
     * have (A1, on the safe side).
     */
    Optional<Course.Delivered> deliveredUnseen(Interval interval, boolean charted) {
        boolean ceasing = cessation.isPresent() && t0().isEmpty();
        boolean unseen = charted || interval.isCounterGap();
        boolean flowed = interval.volumeMl().signum() > 0 || interval.isInDoubt();
        return ceasing && unseen && flowed
                ? course.lastDelivery()
                        .map(last -> new Course.Delivered(interval.now().at(), last.flowRate(), last.doseRate()))
                : Optional.empty();
    }

    private Progress delivering(Stamp now) {
        Phase next = next(isTerminated() ? Trigger.DELIVERY_AFTER_TERMINATION : Trigger.DELIVERY);
        if (phase == Phase.OBSERVING && next != phase) {
            return cessation.map(it -> restarted(it.voided(now), next)).orElse(this);
        }
        return next == phase ? this : with(Optional.empty()).in(next);
    }

    /** A dissociative effect has ended the course, and no delivery begins it again (A14). */
    private boolean isTerminated() {
        return t0().isPresent()
                && cessation
                        .map(it -> it.decision().reason() == CessationReason.DISSOCIATION)
                        .orElse(false);
    }

    /** Delivery within the four hours voids the record (A4). */
    private Progress restarted(Cessation ended, Phase next) {
        List<Cessation> earlier = new ArrayList<>(voided);
        earlier.add(ended);
        return new Progress(next, next, course.notWeaning(), Optional.empty(), Optional.empty(), earlier);
    }

    private Progress stopped(Stamp now) {
        if (cessation.isPresent()) {
            return next(Trigger.STANDSTILL_FOR_GOOD) == phase ? this : ceased(Optional.empty());
        }
        return phase.isCourse() ? standingStill(now) : this;
    }

    private Progress standingStill(Stamp now) {
        boolean stands = phase == Phase.INTERRUPTED || phase == Phase.PAUSED_FOR_SIDE_EFFECT;
        Stop known = stop.filter(it -> stands && !it.dataLost()).orElseGet(() -> new Stop(now, false, announced(now)));
        boolean paused =
                known.reason().filter(StopReason.SIDE_EFFECT_PAUSE::equals).isPresent();
        Phase next = next(paused ? Trigger.STANDSTILL_FOR_PAUSE : Trigger.STANDSTILL);
        return phase == next && stop.equals(Optional.of(known))
                ? this
                : with(Optional.of(known)).in(next);
    }

    /** A reason recorded shortly before the pump was stopped explains this stop, an older one does not. */
    private Optional<StopReason> announced(Stamp now) {
        return stop.filter(it -> now.since(it.since()).compareTo(ANNOUNCED_FOR) <= 0 || it.dataLost())
                .flatMap(Stop::reason);
    }

    private Progress ceased(Optional<Stamp> confirmedAt) {
        Optional<Cessation> settled = cessation.map(it -> it.stopped(course, confirmedAt));
        return new Progress(Phase.OBSERVING, runsAs, course, Optional.empty(), settled, voided);
    }

    private Progress lost(Stamp now) {
        Phase next = next(cessation.isPresent() ? Trigger.SILENCE_BEFORE_END : Trigger.SILENCE);
        if (next == phase) {
            return this;
        }
        return next == Phase.INTERRUPTED
                ? with(Optional.of(new Stop(now, true, announced(now)))).in(next)
                : in(next);
    }

    /** What a person's explanation of a stop means as it stands, given what the line proves. */
    Trigger triggerOf(StopReason reason, Evidence evidence) {
        boolean unseen = evidence == Evidence.LOST || evidence == Evidence.UNCLEAR;
        if (cessation.isPresent() && unseen) {
            return Trigger.STOP_CONFIRMED;
        }
        return reason == StopReason.SIDE_EFFECT_PAUSE ? Trigger.PAUSE_RECORDED : Trigger.STOP_EXPLAINED;
    }

    /**
     * A person says why the pump stands still, or is about to. After a decision to cease, and where no data can tell, this
     * also confirms that it does.
     */
    Progress explained(StopReason reason, Stamp at, Evidence evidence) {
        Trigger trigger = triggerOf(reason, evidence);
        if (Transitions.refusal(phase, trigger).isPresent()) {
            return this;
        }
        return trigger == Trigger.STOP_CONFIRMED
                ? ceased(Optional.of(at))
                : with(Optional.of(explainedStop(reason, at)));
    }

    /** Said again before the pump stands still, it counts from now. */
    private Stop explainedStop(StopReason reason, Stamp at) {
        return stop.filter(_ -> !isRunning())
                .map(it -> new Stop(it.since(), it.dataLost(), Optional.of(reason)))
                .orElseGet(() -> new Stop(at, false, Optional.of(reason)));
    }

    private boolean isRunning() {
        return phase == Phase.INFUSING || phase == Phase.WEANING;
    }

    /** When a side-effect pause was recorded that the pump has yet to make; empty once that is too long ago to count. */
    public Optional<Stamp> pauseAwaited(Duration now) {
        return stop.filter(it -> it.reason().equals(Optional.of(StopReason.SIDE_EFFECT_PAUSE)))
                .filter(it -> phase == Phase.INTERRUPTED
                        || (isRunning() && now.minus(it.since().elapsed()).compareTo(ANNOUNCED_FOR) <= 0))
                .map(Stop::since);
    }

    Progress decided(Cessation decided) {
        return Transitions.refusal(phase, Trigger.CESSATION_DECIDED).isEmpty()
                ? new Progress(phase, runsAs, course, stop, Optional.of(decided), voided)
                : this;
    }

    /** What an order asks of the phase. {@code before}: the order in force. */
    static Trigger triggerOf(RateOrder order, Optional<RateOrder> before) {
        return switch (order.kind()) {
            case WEAN_STEP -> Trigger.WEAN_STEP_ORDERED;
            case START, CHANGE -> isIncrease(order, before) ? Trigger.INCREASE_ORDERED : Trigger.RATE_ORDERED;
        };
    }

    Progress ordered(RateOrder order, Optional<RateOrder> before, Stamp at) {
        Trigger trigger = triggerOf(order, before);
        if (!phase.isCourse() || Transitions.refusal(phase, trigger).isPresent()) {
            return this;
        }
        Course changed = course.orderedChange(at);
        return switch (trigger) {
            case WEAN_STEP_ORDERED -> runningAs(Phase.WEANING, trigger, changed.weaningFrom(at));
            case INCREASE_ORDERED -> runningAs(Phase.INFUSING, trigger, changed.notWeaning());
            default -> with(changed);
        };
    }

    private static boolean isIncrease(RateOrder order, Optional<RateOrder> before) {
        return before.map(earlier -> order.flowRate().compareTo(earlier.flowRate()) > 0)
                .orElse(false);
    }

    private Progress runningAs(Phase running, Trigger trigger, Course changed) {
        return new Progress(next(trigger), running, changed, stop, cessation, voided);
    }

    Progress observationComplete() {
        return in(next(Trigger.RELEASED));
    }

    /** The four hours begin with the last delivery (A1). */
    Progress backdated() {
        return new Progress(phase, runsAs, course, stop, cessation.map(Cessation::backdated), voided);
    }

    Progress closed() {
        return in(next(Trigger.DISCHARGE_PLANNED));
    }

    /** Where nothing is known of a course any more but that it was closed. */
    Progress over() {
        return in(Phase.CLOSED);
    }

    private Progress in(Phase next) {
        return next == phase ? this : new Progress(next, runsAs, course, stop, cessation, voided);
    }

    private Progress with(Course next) {
        return new Progress(phase, runsAs, next, stop, cessation, voided);
    }

    private Progress with(Optional<Stop> next) {
        return new Progress(phase, runsAs, course, next, cessation, voided);
    }

    /** The start of the four hours, once drug is known to have stopped for good. */
    public Optional<Stamp> t0() {
        return cessation.flatMap(Cessation::t0);
    }
}
