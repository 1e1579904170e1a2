package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * One observation that the schedule asks for (clinical rules, section 8), placed on the session's elapsed time.
 *
 * @param phase P0 to P6
 * @param row number within the phase, from 1
 * @param due elapsed time of the session at which it is due
 * @param overdueAfter from here on it counts as overdue
 * @param kind the set asked for
 * @param done elapsed time at which a set satisfied it; empty while open
 */
public record ObservationDuty(
        String phase,
        int row,
        Duration due,
        Duration overdueAfter,
        ObservationSet.Kind kind,
        Optional<Duration> done) {}
