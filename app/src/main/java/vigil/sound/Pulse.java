package vigil.sound;

/**
 * One tone of a burst. Durations are measured as the standard does it: from 90 % of the rise to 90 % of the fall.
 *
 * @param fundamentalHz 150 to 1000
 * @param atMillis from the first pulse of the burst
 */
record Pulse(double fundamentalHz, int atMillis, int lengthMillis) {
    /** Rise from 10 to 90 %, as a share of the pulse; 10 to 20 % is allowed. */
    private static final double RISE = 0.15;
    /** Fall from 90 to 10 %; rise and fall together stay shorter than the spacing. */
    private static final double FALL = 0.25;
    /** A straight ramp passes from 10 to 90 % in this part of its length. */
    private static final double STEEP = 0.8;

    private static final double NINE_TENTHS = 0.9;

    int endMillis() {
        return atMillis + lengthMillis;
    }

    /** From silence to full loudness, in milliseconds. */
    double rampUpMillis() {
        return lengthMillis * RISE / STEEP;
    }

    /** From full loudness to silence, in milliseconds. */
    double rampDownMillis() {
        return lengthMillis * FALL / STEEP;
    }

    /** How long before {@link #atMillis} it can be heard. */
    double leadMillis() {
        return NINE_TENTHS * rampUpMillis();
    }

    /** How long after {@link #endMillis} it can be heard. */
    double tailMillis() {
        return NINE_TENTHS * rampDownMillis();
    }

    /** Loudness from 0 to 1 at a time counted like {@link #atMillis}. */
    double envelope(double millis) {
        double up = (millis - atMillis + leadMillis()) / rampUpMillis();
        double down = (endMillis() + tailMillis() - millis) / rampDownMillis();
        return Math.clamp(Math.min(up, down), 0.0, 1.0);
    }
}
