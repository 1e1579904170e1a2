package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.ui.station.WardSamples.acknowledged;
import static vigil.ui.station.WardSamples.heard;
import static vigil.ui.station.WardSamples.high;
import static vigil.ui.station.WardSamples.infusing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;
import vigil.ui.station.StationSight;
import vigil.ui.station.WardSamples;

/** What a station lets be heard, and what it never hides. */
class StationSoundTest {
    private static final Moment START = new Moment(Instant.parse("2026-03-03T12:24:30Z"), 0, 0);
    private static final StationSight.Room ABOVE = heard("12", infusing("0.503", 2, 30, high()));

    private final StationSound sound = new StationSound();

    private static StationSight ward(StationSight.Room... rooms) {
        return new StationSight(WardSamples.NOW, Duration.ZERO, Optional.empty(), List.of(rooms), Optional.empty());
    }

    private static StationSight.Room silent(StationSight.Room room) {
        return new StationSight.Room(room.name(), room.state(), Duration.ofSeconds(9), true, true);
    }

    private Optional<AlarmPriority> heardNow(StationSight sight) {
        return sound.wanted(sight, START).signal().map(AlarmSignal::priority);
    }

    @Test
    void theHighestConditionThatNobodyHasAcknowledgedIsHeard() {
        StationSight.Room seen = heard("3", infusing("0.503", 2, 30, acknowledged(high())));
        assertThat(heardNow(ward(seen))).isEmpty();
        assertThat(heardNow(ward(seen, ABOVE))).contains(AlarmPriority.HIGH);
    }

    @Test
    @Tag("G6")
    void aRoomThatFallsSilentIsHeardAndKeepsTheHighConditionThatItToldOf() {
        StationSight.Room calm = heard("3", infusing("0.1", 2, 30));
        assertThat(heardNow(ward(silent(calm)))).contains(AlarmPriority.MEDIUM);
        assertThat(heardNow(ward(silent(ABOVE)))).contains(AlarmPriority.HIGH);
    }

    @Test
    @Tag("G6")
    void aBlindStationIsHeardAndKeepsTheHighConditionThatItKnewOf() {
        StationSight calm = ward(heard("3", infusing("0.1", 2, 30)));
        assertThat(heardNow(calm.after(Duration.ofSeconds(12), Optional.of("no answer"))))
                .contains(AlarmPriority.MEDIUM);
        assertThat(heardNow(ward(ABOVE).after(Duration.ofSeconds(12), Optional.of("no answer"))))
                .contains(AlarmPriority.HIGH);
    }

    @Test
    void aPauseSilencesForTwoMinutesAndEndsByItselfOrByASecondPress() {
        sound.pause(START);
        assertThat(sound.wanted(ward(ABOVE), START.plus(Duration.ofSeconds(119)))
                        .signal())
                .isEmpty();
        assertThat(sound.wanted(ward(ABOVE), START.plus(Duration.ofMinutes(2))).signal())
                .isPresent();
        sound.pause(START.plus(Duration.ofSeconds(130)));
        sound.pause(START.plus(Duration.ofSeconds(131)));
        assertThat(sound.wanted(ward(ABOVE), START.plus(Duration.ofSeconds(132)))
                        .signal())
                .isPresent();
    }

    @Test
    @Tag("G6")
    void aRoomThatIsNotUnderstoodIsHeardAndKeepsTheHighConditionThatItToldOf() {
        StationSight.Room never = new StationSight.Room("3", Optional.empty(), Duration.ZERO, true, false);
        assertThat(heardNow(ward(never))).contains(AlarmPriority.MEDIUM);
        assertThat(heardNow(ward(never).after(Duration.ofSeconds(1), Optional.of("no answer"))))
                .contains(AlarmPriority.MEDIUM);
        StationSight.Room above = new StationSight.Room("12", ABOVE.state(), Duration.ofSeconds(4), true, false);
        assertThat(heardNow(ward(above))).contains(AlarmPriority.HIGH);
    }
}
