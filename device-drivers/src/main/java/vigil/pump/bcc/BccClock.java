package vigil.pump.bcc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vigil.pump.Moment;

/**
 * The ComDevice's clock as the data of one pump carry it: seconds since it was switched on (section 2.6). It goes whether
 * the pump runs or not, so where it stands still the data are old, however many valid blocks repeat them.
 *
 * <p>Only that it moves is looked at, not how far or which way: it begins at zero each time the ComDevice is switched on. A
 * clock that was never seen to move is none, and nothing follows from it. Time is measured on the boot clock, which no
 * summer time and no setting of the wall clock changes. Not thread-safe.
 */
final class BccClock {
    private static final int NOT_TOLD = -1;

    private int seconds = NOT_TOLD;
    private @Nullable Moment movedAt;
    private boolean goes;

    /** Takes what it says in data received {@code at} that moment; below zero when it is not told. */
    void says(int timeS, Moment at) {
        if (timeS != seconds) {
            goes |= seconds >= 0 && timeS >= 0;
            seconds = timeS;
            movedAt = at;
        }
    }

    /** How long ago it was first seen to say this; nothing while it is not told or not known to go. */
    Duration stood(Moment now) {
        return goes && seconds >= 0 && movedAt != null ? now.since(movedAt) : Duration.ZERO;
    }

    /** In seconds since the ComDevice was switched on. */
    int seconds() {
        return seconds;
    }
}
