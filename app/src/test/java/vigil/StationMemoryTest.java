package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;
import vigil.ui.station.StationSight;
import vigil.ui.station.StationSight.Lack;
import vigil.ui.station.WardSamples;
import vigil.ward.RoomState;
import vigil.ward.WardReader.Heard;

/** What a station keeps of a room that it does not hear, or not as it understands. */
class StationMemoryTest {
    private static final Moment START = new Moment(WardSamples.NOW, 0, 0);
    private static final Instant RECEIVED = WardSamples.NOW.minusMillis(400);
    private static final RoomState ABOVE = WardSamples.infusing("0.503", 2, 30, WardSamples.high());

    private final StationMemory memory = new StationMemory();

    private static Heard never() {
        return new Heard("12", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Heard foreign() {
        return new Heard("12", Optional.empty(), Optional.of(RECEIVED.plusSeconds(1)), Optional.of(Duration.ZERO));
    }

    private static Heard told(Duration age) {
        return new Heard("12", Optional.of(ABOVE), Optional.of(RECEIVED), Optional.of(age));
    }

    private StationSight.Room after(Duration passed, Heard heard) {
        return memory.room(heard, START.plus(passed));
    }

    @Test
    void aRoomThatHasNeverShownAnythingIsNoAlarm() {
        assertThat(after(Duration.ofDays(1), never()).lack()).isEmpty();
    }

    @Test
    @Tag("G6")
    void aRoomOfWhichNothingWasEverUnderstoodIsAnAlarmAtOnce() {
        StationSight.Room room = after(Duration.ZERO, foreign());
        assertThat(room.lack()).contains(Lack.FOREIGN);
        assertThat(room.state()).isEmpty();
    }

    @Test
    @Tag("G6")
    void aRoomThatIsNotUnderstoodAnyMoreKeepsWhatItToldAndGrowsOld() {
        assertThat(after(Duration.ZERO, told(Duration.ofMillis(400))).lack()).isEmpty();
        StationSight.Room room = after(Duration.ofSeconds(5), foreign());
        assertThat(room.lack()).contains(Lack.FOREIGN);
        assertThat(room.state()).contains(ABOVE);
        assertThat(room.silence()).isEqualTo(Duration.ofSeconds(5));

        Heard again = new Heard(
                "12",
                Optional.of(ABOVE),
                Optional.of(RECEIVED.plusSeconds(6)),
                foreign().age());
        assertThat(after(Duration.ofSeconds(6), again).lack()).isEmpty();
    }

    @Test
    @Tag("G6")
    void aRoomThatTheWardHasForgottenIsSilentAndNotNew() {
        assertThat(after(Duration.ZERO, told(Duration.ZERO)).lack()).isEmpty();
        StationSight.Room room = after(Duration.ofSeconds(9), never());
        assertThat(room.lack()).contains(Lack.SILENT);
        assertThat(room.state()).contains(ABOVE);
    }

    @Test
    @Tag("G6")
    void aServerWhoseClockWasSetBackHidesNoSilence() {
        assertThat(after(Duration.ZERO, told(Duration.ofMillis(400))).silence()).isEqualTo(Duration.ofMillis(400));
        assertThat(after(Duration.ofSeconds(9), told(Duration.ZERO)).lack()).contains(Lack.SILENT);
        assertThat(after(Duration.ofSeconds(9), told(Duration.ofSeconds(12))).silence())
                .isEqualTo(Duration.ofSeconds(12));
    }
}
