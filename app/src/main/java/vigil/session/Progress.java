package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.Delivery.Evidence;

/**
 * Where the session stands (clinical rules, section 5). Each public fact of the table is one method; a combination that
 * is not in the table changes nothing. What the pump is seen to do decides over what was recorded. Immutable.
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
        return phase == Phase.PLANNED ? in(Phase.READY) : this;
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

    private Progress delivering(Stamp now) {
        return switch (phase) {
            case PLANNED, READY -> in(Phase.INFUSING);
            case INTERRUPTED, PAUSED_FOR_SIDE_EFFECT, CEASED ->
                with(Optional.empty()).in(runsAs);
            case OBSERVING -> restarted(now);
            case INFUSING, WEANING, OBSERVATION_COMPLETE, CLOSED -> this;
        };
    }

    /** Delivery within the four hours voids the record (A4), unless a dissociative effect ended the course (A14). */
    private Progress restarted(Stamp now) {
        Optional<Cessation> running = cessation.filter(it -> it.decision().reason() != CessationReason.DISSOCIATION);
        return running.map(it -> voiding(it.voided(now))).orElse(this);
    }

    private Progress voiding(Cessation ended) {
        List<Cessation> earlier = new ArrayList<>(voided);
        earlier.add(ended);
        return new Progress(
                Phase.INFUSING, Phase.INFUSING, course.notWeaning(), Optional.empty(), Optional.empty(), earlier);
    }

    private Progress stopped(Stamp now) {
        return switch (phase) {
            case INFUSING, WEANING, INTERRUPTED, PAUSED_FOR_SIDE_EFFECT ->
                cessation.isPresent() ? ceased(Optional.empty()) : standingStill(now);
            case CEASED -> ceased(Optional.empty());
            case PLANNED, READY, OBSERVING, OBSERVATION_COMPLETE, CLOSED -> this;
        };
    }

    private Progress standingStill(Stamp now) {
        boolean stands = phase == Phase.INTERRUPTED || phase == Phase.PAUSED_FOR_SIDE_EFFECT;
        Stop known = stop.filter(it -> stands && !it.dataLost()).orElseGet(() -> new Stop(now, false, announced(now)));
        boolean paused =
                known.reason().filter(StopReason.SIDE_EFFECT_PAUSE::equals).isPresent();
        Phase next = paused ? Phase.PAUSED_FOR_SIDE_EFFECT : Phase.INTERRUPTED;
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
        return switch (phase) {
            case INFUSING, WEANING ->
                cessation.isPresent()
                        ? in(Phase.CEASED)
                        : with(Optional.of(new Stop(now, true, announced(now)))).in(Phase.INTERRUPTED);
            case INTERRUPTED, PAUSED_FOR_SIDE_EFFECT -> cessation.isPresent() ? in(Phase.CEASED) : this;
            case PLANNED, READY, CEASED, OBSERVING, OBSERVATION_COMPLETE, CLOSED -> this;
        };
    }

    /**
     * A person says why the pump stands still, or is about to. After a decision to cease, and where no data can tell, this
     * also confirms that it does.
     */
    Progress explained(StopReason reason, Stamp at, Evidence evidence) {
        boolean confirms = evidence == Evidence.LOST || evidence == Evidence.UNCLEAR;
        if (cessation.isPresent() && confirms && (phase.isCourse() || phase == Phase.CEASED)) {
            return ceased(Optional.of(at));
        }
        return phase.isCourse() ? with(Optional.of(explainedStop(reason, at))) : this;
    }

    private Stop explainedStop(StopReason reason, Stamp at) {
        return stop.map(it -> new Stop(it.since(), it.dataLost(), Optional.of(reason)))
                .orElseGet(() -> new Stop(at, false, Optional.of(reason)));
    }

    Progress decided(Cessation.Decision decision) {
        return phase.isCourse()
                ? new Progress(phase, runsAs, course, stop, Optional.of(Cessation.decided(decision)), voided)
                : this;
    }

    Progress ordered(RateOrder order, Optional<RateOrder> before, Stamp at) {
        if (!phase.isCourse()) {
            return this;
        }
        Course changed = course.orderedChange(at);
        return switch (order.kind()) {
            case WEAN_STEP -> runningAs(Phase.WEANING, changed.weaningFrom(at));
            case START, CHANGE ->
                isIncrease(order, before) ? runningAs(Phase.INFUSING, changed.notWeaning()) : with(changed);
        };
    }

    private static boolean isIncrease(RateOrder order, Optional<RateOrder> before) {
        return before.map(earlier -> order.flowRate().compareTo(earlier.flowRate()) > 0)
                .orElse(false);
    }

    private Progress runningAs(Phase running, Course changed) {
        boolean runs = phase == Phase.INFUSING || phase == Phase.WEANING;
        return new Progress(runs ? running : phase, running, changed, stop, cessation, voided);
    }

    Progress observationComplete() {
        return phase == Phase.OBSERVING ? in(Phase.OBSERVATION_COMPLETE) : this;
    }

    Progress closed() {
        return phase == Phase.OBSERVATION_COMPLETE ? in(Phase.CLOSED) : this;
    }

    private Progress in(Phase next) {
        return new Progress(next, runsAs, course, stop, cessation, voided);
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
