package vigil.ui.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.alarm.AlarmPriority;
import vigil.ward.RoomState;

/**
 * Which room comes first: the highest condition; among equals the one that nobody has acknowledged; then what is overdue for
 * longest, what is due soonest, and the name. A room without a patient comes last.
 */
public final class Urgency {
    static final Comparator<StationSight.Room> BY_NAME =
            Comparator.comparing(StationSight.Room::name, Urgency::byNumber);

    static final Comparator<StationSight.Room> ORDER = Comparator.comparingInt(Urgency::rank)
            .reversed()
            .thenComparing(Urgency::untilDue)
            .thenComparing(BY_NAME);

    /** Of a bedside that does not speak any more, or not so that it is understood. */
    public static final AlarmPriority LACK = AlarmPriority.MEDIUM;

    private static final Duration NEVER = Duration.ofDays(1_000);

    private Urgency() {}

    private static int rank(StationSight.Room room) {
        int condition = priority(room)
                .map(it -> 4 * weight(it) + (isOpen(room) ? 2 : 0))
                .orElse(0);
        return 2 * condition + (mayHavePatient(room) ? 1 : 0);
    }

    private static int weight(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> 4;
            case MEDIUM -> 3;
            case LOW -> 2;
            case INFORMATION -> 1;
        };
    }

    /** Whoever is not understood may have told of one. */
    static boolean mayHavePatient(StationSight.Room room) {
        return !room.understood() || room.state().flatMap(RoomState::patient).isPresent();
    }

    /** Of the room's highest condition; that its bedside is not heard is one, and lowers none that it last told of. */
    static Optional<AlarmPriority> priority(StationSight.Room room) {
        Stream<AlarmPriority> told = room.state().stream()
                .flatMap(state -> state.conditions().stream())
                .limit(1)
                .map(Urgency::priority);
        Stream<AlarmPriority> lack = room.lack().stream().map(_ -> LACK);
        return Stream.concat(told, lack).max(Comparator.<AlarmPriority>naturalOrder());
    }

    /** A priority that only a newer bedside knows is taken for a medium one. */
    public static AlarmPriority priority(RoomState.Condition condition) {
        return Arrays.stream(AlarmPriority.values())
                .filter(it -> it.name().equals(condition.priority()))
                .findFirst()
                .orElse(AlarmPriority.MEDIUM);
    }

    private static boolean isOpen(StationSight.Room room) {
        return room.lack().isPresent()
                || room.state().stream()
                        .flatMap(state -> state.conditions().stream())
                        .findFirst()
                        .filter(Urgency::isOpen)
                        .isPresent();
    }

    /** Neither ended nor acknowledged at its bedside. */
    public static boolean isOpen(RoomState.Condition condition) {
        return condition.active() && !condition.acknowledged();
    }

    /** Negative while something is overdue. */
    static Duration untilDue(StationSight.Room room) {
        return room.state()
                .flatMap(state -> state.due().stream()
                        .map(RoomState.Due::at)
                        .min(Comparator.<Instant>naturalOrder())
                        .map(at -> Duration.between(state.at().plus(room.silence()), at)))
                .orElse(NEVER);
    }

    /** Room 4 before room 12. */
    private static int byNumber(String one, String other) {
        boolean numbers = one.matches("[0-9]{1,9}") && other.matches("[0-9]{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}
