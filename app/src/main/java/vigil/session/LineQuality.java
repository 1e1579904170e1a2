package vigil.session;

import java.time.Duration;

/**
 * How many of the answers on the line were unusable, counted minute by minute (alarm catalogue, row C30). Immutable.
 *
 * @param minute elapsed minute of the session that is being counted
 * @param poor the last full minute had at least one rejection in twenty answers, or this one has already
 */
public record LineQuality(long minute, int accepted, int rejected, boolean poor) {
    public static final LineQuality GOOD = new LineQuality(0, 0, 0, false);

    private static final int POOR_IN = 20;
    /** A single rejection in a quiet minute says nothing of the line. */
    private static final int LEAST = 2;

    LineQuality accepted(Duration elapsed) {
        LineQuality now = in(elapsed);
        return new LineQuality(now.minute, now.accepted + 1, now.rejected, now.poor);
    }

    LineQuality rejected(int frames, Duration elapsed) {
        LineQuality now = in(elapsed);
        LineQuality next = new LineQuality(now.minute, now.accepted, now.rejected + frames, now.poor);
        return new LineQuality(next.minute, next.accepted, next.rejected, now.poor || next.isPoor());
    }

    private LineQuality in(Duration elapsed) {
        long now = elapsed.toMinutes();
        return now == minute ? this : new LineQuality(now, 0, 0, isPoor());
    }

    private boolean isPoor() {
        return rejected >= LEAST && (long) rejected * POOR_IN >= (long) accepted + rejected;
    }
}
