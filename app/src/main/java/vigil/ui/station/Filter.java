package vigil.ui.station;

import java.time.Duration;

/** Which rooms a station shows. */
public enum Filter {
    ALL,
    /** With a condition, or silent. */
    CONDITIONS,
    /** Something is due or overdue, or will be within half an hour. */
    DUE,
    /** With a patient. */
    PATIENTS;

    private static final Duration SOON = Duration.ofMinutes(30);

    boolean takes(StationSight.Room room) {
        return switch (this) {
            case ALL -> true;
            case CONDITIONS -> Urgency.priority(room).isPresent();
            case DUE -> Urgency.untilDue(room).compareTo(SOON) < 0;
            case PATIENTS -> Urgency.mayHavePatient(room);
        };
    }
}
