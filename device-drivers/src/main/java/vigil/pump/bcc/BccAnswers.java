package vigil.pump.bcc;

import vigil.pump.wire.Octets;

/** What a decoded BCC message can say. */
interface BccAnswers {
    /** The ComDevice answers ADMIN:ALIVE. */
    void acknowledged();

    /** The ComDevice answers ADMIN:VERSION. */
    void version(String version);

    /** The ComDevice reports error {@code code}, for one slot or, with {@link BccSlot#GENERAL}, for itself. */
    void error(int slot, int code);

    /** Everything one pump reported in this poll is together. The record is used again after the call. */
    void pump(BccRecord record);

    /** A quadruple that cannot be understood. */
    void unreadable(String reason, Octets quadruple);
}
