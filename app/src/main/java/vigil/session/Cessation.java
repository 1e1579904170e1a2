package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * The end of an infusion: the decision, and once drug has stopped, t0, from which the four hours run. Immutable.
 *
 * @param lastDelivery last delivering sample before t0
 * @param t0 later of the last delivering sample and the recorded decision (A1), or the former where a physician has signed
 *     so; empty until drug is known to have stopped
 * @param observation how long the patient is observed from t0: four hours, or longer where the site had chosen so at the
 *     decision (R14)
 * @param wean from the first wean step to t0
 * @param voidedAt when delivery began again within the four hours (A4)
 */
public record Cessation(
        Decision decision,
        Duration observation,
        Optional<Course.Delivered> lastDelivery,
        Optional<Stamp> t0,
        Optional<Duration> wean,
        Optional<Stamp> voidedAt) {

    /** Who decided, as a printed name, and who recorded it when. */
    public record Decision(CessationReason reason, String decidedBy, Staff recordedBy, Stamp at) {}

    static Cessation decided(Decision decision, Duration observation) {
        return new Cessation(
                decision, observation, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Drug has stopped: sets t0. {@code notBefore} is when a person confirmed the stop, where no pump could. */
    Cessation stopped(Course course, Optional<Stamp> notBefore) {
        Stamp decidedAt = decision.at();
        Stamp afterDelivery =
                course.lastDelivery().map(last -> last.at().later(decidedAt)).orElse(decidedAt);
        Stamp from = notBefore.map(afterDelivery::later).orElse(afterDelivery);
        Optional<Duration> weaned = course.weaningSince().map(from::since);
        return new Cessation(decision, observation, course.lastDelivery(), Optional.of(from), weaned, voidedAt);
    }

    /** t0 at the last delivery, as a physician has signed (A1). */
    Cessation backdated() {
        Optional<Stamp> from = lastDelivery.map(Course.Delivered::at);
        Optional<Duration> shorter =
                wean.flatMap(weaned -> t0.flatMap(t -> from.map(last -> weaned.minus(t.since(last)))));
        return new Cessation(decision, observation, lastDelivery, from, shorter, voidedAt);
    }

    Cessation voided(Stamp at) {
        return new Cessation(decision, observation, lastDelivery, t0, wean, Optional.of(at));
    }
}
