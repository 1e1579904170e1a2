package vigil;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vigil.pump.Moment;
import vigil.ui.station.StationSight;
import vigil.ward.RoomState;
import vigil.ward.WardReader;

/**
 * What a station last understood of each room. Words that it does not understand, and a ward that has forgotten a room, take
 * nothing away of that: it grows old. Used by one thread.
 */
final class StationMemory {
    private final Map<String, Known> understood = new HashMap<>();

    /**
     * The newest state of a room.
     *
     * @param received by the clock of the ward's server
     * @param noticed here
     */
    private record Known(RoomState state, Instant received, Moment noticed) {}

    /** The room as it is to be shown, once the ward has said this of it. */
    StationSight.Room room(WardReader.Heard heard, Moment now) {
        String room = heard.room();
        heard.received().ifPresent(at -> heard.state().ifPresent(state -> keep(room, new Known(state, at, now))));
        Optional<Known> known = Optional.ofNullable(understood.get(room));
        Duration age = heard.age().orElse(Duration.ZERO);
        Duration silence = known.map(it -> silence(it, heard, now)).orElse(age);
        boolean foreign = heard.received().isPresent() && heard.state().isEmpty();
        return new StationSight.Room(room, known.map(Known::state), silence, true, !foreign);
    }

    private void keep(String room, Known newest) {
        Known before = understood.get(room);
        if (before == null || !before.received().equals(newest.received())) {
            understood.put(room, newest);
        }
    }

    /** By the server's clock, but never less than has passed here: the server may be another one now, with another clock. */
    private static Duration silence(Known known, WardReader.Heard heard, Moment now) {
        Duration here = now.since(known.noticed());
        Duration there = heard.age()
                .filter(_ -> heard.received().equals(Optional.of(known.received())))
                .orElse(Duration.ZERO);
        return here.compareTo(there) > 0 ? here : there;
    }
}
