package vigil.export.mllp;

/** What a receiver said to a message. */
public sealed interface Answer {
    /** It has it: AA, CA. */
    record Taken() implements Answer {}

    /** It does not want it, and would not want it again: AE, AR, CE, CR. */
    record Refused(String words) implements Answer {}

    /** Words that are no answer to this message: whether it was taken is not known. */
    record Strange(String words) implements Answer {}
}
