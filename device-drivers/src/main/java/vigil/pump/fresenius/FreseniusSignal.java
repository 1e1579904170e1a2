package vigil.pump.fresenius;

/** What a line of this protocol carries: frames, and single bytes between and even inside them. */
public sealed interface FreseniusSignal permits FreseniusFrame, FreseniusSignal.Control, FreseniusSignal.Refused {
    /** The single bytes that mean something by themselves. */
    enum Control implements FreseniusSignal {
        /** ACK: the frame was good. */
        ACKNOWLEDGED,
        /** ENQ, from the device: is anybody there? */
        ENQUIRY,
        /** DC4, from the host: yes. */
        PRESENT
    }

    /**
     * NAK: the frame was not taken.
     *
     * @param error why, 1 to 8; {@code ?} when the character that says so did not come
     */
    record Refused(char error) implements FreseniusSignal {
        static final char UNKNOWN = '?';
    }
}
