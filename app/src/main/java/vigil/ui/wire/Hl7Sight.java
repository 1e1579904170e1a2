package vigil.ui.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with the messages to the site's HL7 receiver.
 *
 * @param waiting messages without an answer, as far as is known
 * @param since when they began to wait; empty while none does
 * @param answered when the receiver answered last, since the program started
 * @param trouble why messages wait, in the words of the network or the program
 * @param refused how many messages it has refused for good
 * @param refusal its words for the last of them; they may name the patient
 */
public record Hl7Sight(
        int waiting,
        Optional<Instant> since,
        Optional<Instant> answered,
        Optional<String> trouble,
        int refused,
        Optional<String> refusal) {

    /** Nothing waits and nothing was answered. */
    public static Hl7Sight atStart(int refused, Optional<String> refusal) {
        return new Hl7Sight(0, Optional.empty(), Optional.empty(), Optional.empty(), refused, refusal);
    }

    /** The receiver has taken a message. */
    public Hl7Sight taken(Instant at) {
        return new Hl7Sight(waiting, since, Optional.of(at), trouble, refused, refusal);
    }

    /** The receiver does not want a message. */
    public Hl7Sight refused(Instant at, String words) {
        return new Hl7Sight(waiting, since, Optional.of(at), trouble, refused + 1, Optional.of(words));
    }

    /** Messages wait; those that waited before have done so since then. */
    public Hl7Sight waits(int messages, String reason, Instant now) {
        return new Hl7Sight(messages, Optional.of(since.orElse(now)), answered, Optional.of(reason), refused, refusal);
    }

    /** Every message has its answer. */
    public Hl7Sight through() {
        return new Hl7Sight(0, Optional.empty(), answered, Optional.empty(), refused, refusal);
    }

    /** Without the words that may name the patient. */
    public Hl7Sight withoutWords() {
        return new Hl7Sight(waiting, since, answered, trouble, refused, Optional.empty());
    }
}
