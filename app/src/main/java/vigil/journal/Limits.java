package vigil.journal;

import java.time.Duration;

/**
 * How large and how old the pieces of a journal become.
 *
 * @param segmentBytes what a segment is made with; it is cut to what it holds when the next one begins
 * @param segmentAge a segment whose first entry is older is followed by a new one
 * @param reserveBytes space held for the time when the disk is full
 * @param waitingBytes what may wait in memory while the disk refuses; the second half is kept for what must not be lost
 */
record Limits(int segmentBytes, Duration segmentAge, int reserveBytes, int waitingBytes) {
    private static final int MIB = 1 << 20;

    /** A segment is about an hour at one reading a second. */
    static final Limits USUAL = new Limits(MIB / 4, Duration.ofDays(1), 4 * MIB, 2 * MIB);
}
