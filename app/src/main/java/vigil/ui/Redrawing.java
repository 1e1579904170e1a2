package vigil.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.ui.attention.FlashClock;

/**
 * What becomes of an error in drawing (fault F4). JavaFX leaves the part of a window in which one arose as it was, and may never lay
 * it out again: an old dose would stand there as if it were live. So the whole console is made anew, at a beat of the flash
 * clock, and not again for some seconds where that does not help. Belongs to the JavaFX thread.
 */
final class Redrawing implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Redrawing.class);
    /** Five seconds: half of the time in which a value becomes old (R31). */
    private static final int BETWEEN_BEATS = 5_000 / FlashClock.BEAT_MILLIS;

    private boolean failed;
    private int sinceLast = BETWEEN_BEATS;

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        // One line for each time the console is made anew. Not its message, which may hold what a person entered.
        if (!failed) {
            LOG.error(
                    "Drawing failed, the console is made anew: {} {}",
                    error.getClass().getName(),
                    error.getStackTrace());
        }
        failed = true;
    }

    /** True when the console is to be made anew now, so many beats after the last question. */
    boolean isDueAfter(int beats) {
        sinceLast = Math.min(BETWEEN_BEATS, sinceLast + beats);
        boolean due = failed && sinceLast >= BETWEEN_BEATS;
        if (due) {
            failed = false;
            sinceLast = 0;
        }
        return due;
    }
}
