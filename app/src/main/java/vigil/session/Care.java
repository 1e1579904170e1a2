package vigil.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;

/** What people do beside the pump: observations and when they are due, daily reviews, the discharge plan, signatures. */
public record Care(
        Observations observations,
        ObservationSchedule schedule,
        GrowingList<Stamp> reviews,
        Optional<DischargePlan> plan,
        GrowingList<Signature> signatures) {
    public static final Care NONE = new Care(
            Observations.NONE, ObservationSchedule.NONE, GrowingList.empty(), Optional.empty(), GrowingList.empty());

    public record Signature(Stamp at, Staff by, SignatureMeaning meaning, String contentHash) {}

    Care charted(Event.ObservationsCharted event, Stamp at, boolean started) {
        ObservationSchedule.Matched matched = schedule.charted(at.elapsed());
        List<ObservationDuty> satisfied = matched.satisfied();
        Observations.Charted charted = new Observations.Charted(at, event.by(), event.set(), satisfied);
        return new Care(observations.with(charted, started), matched.schedule(), reviews, plan, signatures);
    }

    Care with(ObservationSchedule next) {
        return Change.isNone(schedule, next) ? this : new Care(observations, next, reviews, plan, signatures);
    }

    Care reviewed(Stamp at) {
        return new Care(observations, schedule, reviews.with(at), plan, signatures);
    }

    Care with(DischargePlan planned) {
        return new Care(observations, schedule, reviews, Optional.of(planned), signatures);
    }

    Care with(Signature signature) {
        return new Care(observations, schedule, reviews, plan, signatures.with(signature));
    }

    /** When the next daily review is due at the latest: 24 h after the last one, or after the start (R7). */
    public Optional<Duration> reviewDue(Optional<Stamp> start) {
        Optional<Stamp> last = reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast());
        return start.map(from -> last.map(from::later).orElse(from).elapsed().plusHours(24));
    }
}
