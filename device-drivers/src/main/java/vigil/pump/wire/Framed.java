package vigil.pump.wire;

/** What a framer made of the bytes: a whole, verified frame, or a stretch that was given up. */
public sealed interface Framed<F> {
    /** A frame whose length and check are right. */
    record Whole<F>(F frame) implements Framed<F> {}

    /**
     * Bytes that are no valid frame.
     *
     * @param kind what sort of stretch
     * @param reason what is wrong, naming the value
     * @param bytesHex the first bytes, at most {@link Evidence#MOST}, as hexadecimal digits
     * @param byteCount how many bytes were given up
     */
    record Rejected<F>(Kind kind, String reason, String bytesHex, int byteCount) implements Framed<F> {}

    /** Sorts of rejected bytes; a protocol may ask for a damaged frame again, but must not answer noise. */
    enum Kind {
        /** Bytes outside any frame. */
        NOISE,
        /** A frame that began and did not end. */
        CUT_SHORT,
        /** A frame with beginning and end that is not right. */
        DAMAGED
    }
}
