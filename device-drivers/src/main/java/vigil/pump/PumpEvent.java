package vigil.pump;

/** Everything a pump link can tell the session, in the order it was received. Immutable. */
public sealed interface PumpEvent {
    Moment at();

    /** One pump answered with data. */
    record Reading(PumpReading reading) implements PumpEvent {
        @Override
        public Moment at() {
            return reading.at();
        }
    }

    /** A pump reports an alarm condition that it did not report before. */
    record AlarmStarted(Moment at, PumpIdentity pump, PumpAlarm alarm) implements PumpEvent {}

    /** A pump no longer reports an alarm condition. */
    record AlarmEnded(Moment at, PumpIdentity pump, PumpAlarm alarm) implements PumpEvent {}

    /** The link changed its state. */
    record LinkChanged(Moment at, LinkState state) implements PumpEvent {}

    /** A pump was plugged into its rack ({@code present}) or taken out. Sent once by the device, so never lost here. */
    record SlotChanged(Moment at, PumpIdentity pump, boolean present) implements PumpEvent {}

    /**
     * Bytes that are no valid frame, or a frame that is no valid answer; or several of them that came too fast to be told
     * one by one.
     *
     * @param at when the last of them was given up
     * @param reason what is wrong with the last of them, naming the value
     * @param bytesHex the first bytes of the last of them, at most 64, as hexadecimal digits
     * @param byteCount how many bytes were given up in all
     * @param frameCount how many stretches of bytes were given up; at least 1
     */
    record Rejected(Moment at, String reason, String bytesHex, int byteCount, int frameCount) implements PumpEvent {
        public Rejected(Moment at, String reason, String bytesHex, int byteCount) {
            this(at, reason, bytesHex, byteCount, 1);
        }

        public Rejected {
            if (frameCount < 1) {
                throw new IllegalArgumentException("%d rejected frames: at least one".formatted(frameCount));
            }
        }

        /** This one and the next as one. */
        public Rejected and(Rejected next) {
            return new Rejected(
                    next.at(),
                    next.reason(),
                    next.bytesHex(),
                    Math.addExact(byteCount, next.byteCount()),
                    Math.addExact(frameCount, next.frameCount()));
        }
    }
}
