package vigil.export.mllp;

/** How it stands with the messages to an HL7 receiver. */
public sealed interface Hl7Status {
    /** The receiver has taken one message. */
    record Taken() implements Hl7Status {}

    /** Every message so far has its answer. */
    record Through() implements Hl7Status {}

    /**
     * Nothing goes there now; it is tried again.
     *
     * @param messages that wait
     */
    record Waiting(int messages, String reason) implements Hl7Status {}

    /** The receiver does not want one message; it is not sent again. Told once. */
    record Refused(String words) implements Hl7Status {}
}
