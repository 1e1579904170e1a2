package vigil.session;

import java.util.List;
import java.util.Optional;

/**
 * Two signatures that belong together are made by two people: the outgoing and the incoming nurse of a handover, and the
 * observing nurse and the releasing clinician of a four-hour record (records and handover, sections 1.4 and 2).
 */
final class SecondSignature {
    private SecondSignature() {}

    /** Why {@code entry} cannot be signed by that person; empty when it can. {@code made}: what was signed before. */
    static Optional<String> refusal(List<Care.Signature> made, Optional<Stamp> t0, Event.Signed entry) {
        return other(made, t0, entry.meaning())
                .filter(first -> isSame(first.by(), entry.by()))
                .map(
                        first -> first.meaning() == SignatureMeaning.HANDED_OVER
                                ? "who hands over does not take over: the second signature is another person's"
                                : "who made the observations does not release the patient: the two signatures are two people's");
    }

    /** The signature that this one stands beside, if it has been made. */
    private static Optional<Care.Signature> other(
            List<Care.Signature> made, Optional<Stamp> t0, SignatureMeaning meaning) {
        return switch (meaning) {
            case TAKEN_OVER ->
                last(made.stream().filter(SecondSignature::isOfHandover).toList())
                        .filter(before -> before.meaning() == SignatureMeaning.HANDED_OVER);
            case REVIEWED_AGAINST_GATE -> ofRecord(made, t0, SignatureMeaning.OBSERVATIONS_COMPLETE);
            case OBSERVATIONS_COMPLETE -> ofRecord(made, t0, SignatureMeaning.REVIEWED_AGAINST_GATE);
            case HANDED_OVER, CESSATION_BACKDATED -> Optional.empty();
        };
    }

    private static boolean isOfHandover(Care.Signature signature) {
        return signature.meaning() == SignatureMeaning.HANDED_OVER
                || signature.meaning() == SignatureMeaning.TAKEN_OVER;
    }

    /** Signatures under a record that a restart has voided count for that one only. */
    private static Optional<Care.Signature> ofRecord(
            List<Care.Signature> made, Optional<Stamp> t0, SignatureMeaning meaning) {
        return last(made.stream()
                .filter(signature -> signature.meaning() == meaning)
                .filter(signature -> t0.map(from -> signature.at().elapsed().compareTo(from.elapsed()) >= 0)
                        .orElse(false))
                .toList());
    }

    private static Optional<Care.Signature> last(List<Care.Signature> signatures) {
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.getLast());
    }

    /** A console without users cannot tell people apart, and its record says "Not signed in" for both. */
    private static boolean isSame(Staff one, Staff other) {
        return one.userId().equals(other.userId()) && !one.userId().equals(Staff.UNSIGNED.userId());
    }
}
