package vigil.pump.sim;

/**
 * Pressure in the line of a simulated pump, in percent of its alarm limit. Behind a closed line what is pumped goes into
 * the give of syringe and tubing, one microlitre a percent, so that the alarm comes the later the lower the rate is. Not
 * thread-safe.
 */
final class LinePressure {
    private static final int USUAL_PERCENT = 22;
    private static final int LIMIT_PERCENT = 100;
    private static final long NL_A_PERCENT = 1_000;

    private int percent = USUAL_PERCENT;
    private boolean closed;
    private long pumpedNl;

    /** From now on nothing leaves the line. */
    void close() {
        closed = true;
        pumpedNl = 0;
    }

    /** The line is free, and the pressure that of a running infusion. */
    void release() {
        closed = false;
        percent = USUAL_PERCENT;
    }

    void setPercent(int value) {
        percent = value;
    }

    void setToLimit() {
        percent = LIMIT_PERCENT;
    }

    int percent() {
        return percent;
    }

    /** The drive moved this much; true when the limit is reached by it. */
    boolean pumped(long nl) {
        if (!closed) {
            return false;
        }
        pumpedNl += nl;
        percent = (int) Math.min(LIMIT_PERCENT, USUAL_PERCENT + pumpedNl / NL_A_PERCENT);
        return percent == LIMIT_PERCENT;
    }
}
