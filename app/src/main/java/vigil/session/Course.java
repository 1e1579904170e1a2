package vigil.session;

import java.util.Optional;
import vigil.dose.DoseRate;
import vigil.pump.FlowRate;

/**
 * The times that a course is measured by. Immutable.
 *
 * @param startedAt first delivering sample
 * @param lastDelivery newest delivering sample, with what was running
 * @param inductionEndedAt first ordered change of rate after the start (A16)
 * @param weaningSince first step of the wean that is under way, or that led to cessation
 */
public record Course(
        Optional<Stamp> startedAt,
        Optional<Delivered> lastDelivery,
        Optional<Stamp> inductionEndedAt,
        Optional<Stamp> weaningSince) {
    public static final Course NOT_STARTED =
            new Course(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What was delivered at one time. An absent dose rate is unknown. */
    public record Delivered(Stamp at, Optional<FlowRate> flowRate, Optional<DoseRate> doseRate) {}

    /** True from the first delivery until the first ordered change (A16). */
    public boolean isInduction() {
        return startedAt.isPresent() && inductionEndedAt.isEmpty();
    }

    Course deliveredAt(Delivered delivered) {
        Optional<Stamp> start = startedAt.isPresent() ? startedAt : Optional.of(delivered.at());
        return new Course(start, Optional.of(delivered), inductionEndedAt, weaningSince);
    }

    /** True when the first delivering sample had come by then. */
    boolean hasStartedBy(Stamp at) {
        return startedAt
                .filter(start -> start.elapsed().compareTo(at.elapsed()) <= 0)
                .isPresent();
    }

    Course orderedChange(Stamp at) {
        boolean ends = isInduction();
        return ends ? new Course(startedAt, lastDelivery, Optional.of(at), weaningSince) : this;
    }

    Course weaningFrom(Stamp at) {
        Optional<Stamp> since = weaningSince.isPresent() ? weaningSince : Optional.of(at);
        return new Course(startedAt, lastDelivery, inductionEndedAt, since);
    }

    Course notWeaning() {
        return new Course(startedAt, lastDelivery, inductionEndedAt, Optional.empty());
    }
}
