package vigil.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Whether the start of the four hours may be dated back from the decision to the last delivery (ruling A1): only where the
 * site allows it, only by a physician's signature, only while the record proves that no drug was given in between, and only
 * before the observation has begun.
 */
final class Backdating {
    private Backdating() {}

    /** Why it cannot be done now, in one English line; empty when it can. */
    static Optional<String> refusal(Session session, Staff by) {
        Optional<Stamp> last = session.progress().course().lastDelivery().map(Course.Delivered::at);
        return unless(
                        session.settings().isOn(SiteSetting.BACKDATED_T0),
                        "this site does not date cessation back (site.t0.backdate is off)")
                .or(() -> unless(
                        by.role() == Staff.Role.PHYSICIAN, "dating cessation back takes a physician's signature (A1)"))
                .or(() -> unless(
                        session.phase() == Phase.OBSERVING && isLater(session, last),
                        "the four hours do not begin later than the last delivery"))
                .or(() -> unless(
                        last.map(from -> isProvenStill(session, from)).orElse(false),
                        "the data do not prove that nothing was delivered in between"))
                .or(() -> unless(
                        !hasBegun(session), "the observation has begun; the start of the four hours stays as it is"));
    }

    private static boolean isLater(Session session, Optional<Stamp> last) {
        return last.flatMap(from ->
                        session.progress().t0().map(t0 -> t0.elapsed().compareTo(from.elapsed()) > 0))
                .orElse(false);
    }

    /** The pump was seen to stand still since, and its counter told of no delivery that nobody saw. */
    private static boolean isProvenStill(Session session, Stamp last) {
        boolean seenStill = session.delivery()
                .newest()
                .filter(sample -> sample.at().elapsed().compareTo(last.elapsed()) > 0)
                .map(sample -> sample.reading().deliveryStatus().isStopped())
                .orElse(false);
        SupplyHistory supply = session.dosage().supply();
        return seenStill && supply.whole() && supply.all().stream().noneMatch(it -> isUnseen(it, last));
    }

    private static boolean isUnseen(Supply supply, Stamp last) {
        return supply.reconciled()
                && supply.mgPerH().compareTo(BigDecimal.ZERO) > 0
                && supply.to().elapsed().compareTo(last.elapsed()) > 0;
    }

    private static boolean hasBegun(Session session) {
        List<ObservationDuty> settled = session.care().schedule().settled();
        return session.progress()
                .t0()
                .map(t0 -> settled.stream()
                        .anyMatch(duty -> duty.phase().equals(ObservationPlan.P6.name())
                                && duty.due().compareTo(t0.elapsed()) >= 0))
                .orElse(false);
    }

    private static Optional<String> unless(boolean allowed, String reason) {
        return allowed ? Optional.empty() : Optional.of(reason);
    }
}
