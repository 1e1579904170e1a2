package vigil.pump.sim;

/** The battery of a simulated pump: 8 h when full; a pump on mains charges it at once. Not thread-safe. */
final class Battery {
    private static final int FULL_MINUTES = 480;
    private static final int LOW_MINUTES = 30;
    private static final long US_PER_MINUTE = 60_000_000L;

    private boolean mains = true;
    private long us = FULL_MINUTES * US_PER_MINUTE;

    void setMains(boolean connected) {
        mains = connected;
        us = connected ? FULL_MINUTES * US_PER_MINUTE : us;
    }

    boolean onMains() {
        return mains;
    }

    void drain(long elapsedUs) {
        us = mains ? us : Math.max(0, us - elapsedUs);
    }

    long minutes() {
        return us / US_PER_MINUTE;
    }

    boolean isEmpty() {
        return us == 0;
    }

    boolean isLow() {
        return !isEmpty() && minutes() < LOW_MINUTES;
    }
}
