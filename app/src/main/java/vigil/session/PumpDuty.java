package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * One check of the pump that is asked for, on the session's elapsed time.
 *
 * @param overdueAfter from here on it counts as overdue
 * @param done elapsed time of the check that satisfied it; empty while open
 */
public record PumpDuty(PumpCheck.Occasion occasion, Duration due, Duration overdueAfter, Optional<Duration> done) {

    static PumpDuty open(PumpCheck.Occasion occasion, Duration due, Duration late) {
        return new PumpDuty(occasion, due, due.plus(late), Optional.empty());
    }

    public boolean isOverdue(Duration now) {
        return now.compareTo(overdueAfter) > 0;
    }

    PumpDuty reopened() {
        return new PumpDuty(occasion, due, overdueAfter, Optional.empty());
    }

    PumpDuty doneAt(Duration now) {
        return new PumpDuty(occasion, due, overdueAfter, Optional.of(now));
    }
}
