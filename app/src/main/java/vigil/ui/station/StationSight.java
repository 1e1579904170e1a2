package vigil.ui.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.ward.RoomState;

/**
 * What a station knows of its ward at one moment. All ages go by the clock of the ward's server and, since its last answer,
 * by a clock here that does not step. Immutable.
 *
 * @param now the server's clock
 * @param unanswered since the server's last answer
 * @param trouble why it does not answer, in one line; empty while it does
 * @param opened the room that is looked at
 */
public record StationSight(
        Instant now, Duration unanswered, Optional<String> trouble, List<Room> rooms, Optional<Opened> opened) {
    /** Before the first answer. */
    public static final StationSight NONE =
            new StationSight(Instant.EPOCH, Duration.ZERO, Optional.empty(), List.of(), Optional.empty());

    /**
     * R31 and goal T4: a room is shown as silent from here on. Sooner than the three seconds, which count from the bedside's
     * last word to the screen: the way to the ward and half a second between two looks are in them. A bedside speaks each second.
     */
    public static final Duration SILENT = Duration.ofMillis(2_200);

    /** R31: a station that has had no answer for longer is blind. */
    public static final Duration BLIND = Duration.ofSeconds(3);

    /** Goal T4: an alarm from here on; sooner than the ten seconds, which count from the last word at the bedside. */
    public static final Duration ALARMING = Duration.ofSeconds(8);

    public StationSight {
        rooms = List.copyOf(rooms);
    }

    /**
     * One room.
     *
     * @param state what its bedside last showed that was understood here; empty if it never has
     * @param silence since then; since its last word of all, where none was understood
     * @param seen false while the station itself is blind: then it is not the room that is silent
     * @param understood false while it shows something that this station does not understand
     */
    public record Room(String name, Optional<RoomState> state, Duration silence, boolean seen, boolean understood) {
        boolean isSilent() {
            return state.isPresent() && silence.compareTo(SILENT) > 0;
        }

        /** Why the tile may not be as the room is, once that is an alarm. */
        public Optional<Lack> lack() {
            boolean silent = seen && state.isPresent() && silence.compareTo(ALARMING) > 0;
            return understood ? Optional.of(Lack.SILENT).filter(_ -> silent) : Optional.of(Lack.FOREIGN);
        }
    }

    /** What a station does not hear of a room. */
    public enum Lack {
        /** Its bedside does not speak any more. */
        SILENT,
        /** Its bedside speaks, and not as this version of the station understands it. */
        FOREIGN
    }

    /** Nobody at the ward answers: then no room is silent, the station is blind. */
    public boolean isBlind() {
        return unanswered.compareTo(BLIND) > 0;
    }

    /** The same with that room looked at. */
    public StationSight with(Optional<Opened> room) {
        return new StationSight(now, unanswered, trouble, rooms, room);
    }

    /** The same some time later, while nothing new has come. */
    public StationSight after(Duration passed, Optional<String> why) {
        return new StationSight(
                now.plus(passed),
                unanswered.plus(passed),
                why,
                rooms.stream()
                        .map(it -> new Room(it.name(), it.state(), it.silence().plus(passed), false, it.understood()))
                        .toList(),
                opened);
    }
}
