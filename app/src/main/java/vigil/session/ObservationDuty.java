package vigil.session;

import java.time.Duration;
import java.util.Optional;

/**
 * One observation that the schedule asks for (clinical rules, section 8), placed on the session's elapsed time.
 *
 * @param phase P0 to P6
 * @param row number within the phase, from 1; 0 for one between the rows, while the patient is watched more closely
 * @param due elapsed time of the session at which it is due
 * @param overdueAfter from here on it counts as overdue
 * @param kind the set asked for
 * @param done elapsed time at which a set satisfied it; empty while open
 * @param asks what the set should contain, in one word
 */
public record ObservationDuty(
        String phase,
        int row,
        Duration due,
        Duration overdueAfter,
        ObservationSet.Kind kind,
        Optional<Duration> done,
        Asks asks) {

    /** What a due set should contain beside sedation (clinical rules, section 8, column "set"). */
    public enum Asks {
        /** Full, with weight, instruments and urinary symptoms. */
        BASELINE,
        CORE,
        /** Core without blood pressure, heart rate and SpO2, which may be taken every other time. */
        CORE_BRIEF,
        /** Core with side effects and dissociation. */
        CORE_EFFECTS,
        /** The same, but a settled sleeper is not woken for the questions. */
        CORE_EFFECTS_AWAKE,
        CORE_EFFECTS_TEMPERATURE,
        CORE_TEMPERATURE,
        /** Core with dissociation and orientation. */
        CORE_ORIENTATION,
        FULL
    }

    public ObservationDuty(
            String phase,
            int row,
            Duration due,
            Duration overdueAfter,
            ObservationSet.Kind kind,
            Optional<Duration> done) {
        this(phase, row, due, overdueAfter, kind, done, kind == ObservationSet.Kind.FULL ? Asks.FULL : Asks.CORE);
    }

    /** True for one that was laid out between the rows of its phase. */
    public boolean isTightened() {
        return row == 0;
    }

    ObservationDuty doneAt(Duration now) {
        return new ObservationDuty(phase, row, due, overdueAfter, kind, Optional.of(now), asks);
    }
}
