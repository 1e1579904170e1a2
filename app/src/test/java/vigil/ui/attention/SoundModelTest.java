package vigil.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.alarm.SoundState;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.session.SoundProblem;
import vigil.ui.Samples;
import vigil.ui.attention.SoundModel.Press;
import vigil.ui.parts.Phrases;

/** What the alarm region says about the console's own sound, and what its bell does. */
@Tag("N12")
class SoundModelTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.ENGLISH), Samples.SYDNEY);
    private static final SoundState BROKEN =
            new SoundState(true, Optional.of(SoundProblem.STOPPED), Optional.empty(), false, 0);
    private static final SoundState HEARD = new SoundState(
            true,
            Optional.empty(),
            Optional.of(new SoundState.Check(true, Samples.at(Samples.local("2026-03-03T21:04:00")), Samples.NURSE)),
            false,
            0);
    private static final SoundState ASKING = new SoundState(true, Optional.empty(), Optional.empty(), true, 0);

    private final Samples.Builder state = new Samples.Builder();

    private AlarmRegionModel region() {
        return AlarmRegionModel.of(state.build(), PHRASES);
    }

    private SoundModel sound() {
        return region().sound();
    }

    private static AlarmSignal signal() {
        return new AlarmSignal("R12", AlarmPriority.HIGH, Samples.at(Samples.NOW), 0);
    }

    @Test
    void aConsoleWithoutALoudspeakerSaysSo() {
        assertThat(sound().words()).isEqualTo("No sound from this console. Listen to the pump.");
        assertThat(sound().canTest()).isFalse();
    }

    @Test
    void whoHeardTheToneAndWhenIsSaid() {
        state.sound = HEARD;

        assertThat(sound().words()).isEqualTo("Sound on, heard 21:04:00 by AB");
        assertThat(sound().canTest()).isTrue();
        assertThat(sound().asks()).isFalse();
    }

    @Test
    void theQuestionTakesThePlaceOfTheSecondConditionWhichIsThenCounted() {
        state.conditions = List.of(Samples.aboveMaximum(), Samples.occlusion(), Samples.lowBattery());
        state.sound = ASKING;
        AlarmRegionModel model = region();

        assertThat(model.second()).isEmpty();
        assertThat(model.rest()).contains(new AlarmRegionModel.Rest(2, AlarmPriority.MEDIUM, "MEDIUM"));
    }

    @Test
    void theBellPausesTheSound() {
        state.signal = Optional.of(signal());

        assertThat(sound().press()).isEqualTo(Press.PAUSE);
    }

    @Test
    @Tag("N1")
    void theBellEndsAPause() {
        state.audioPausedUntil = Optional.of(Samples.at(Samples.NOW.plusSeconds(60)));

        assertThat(sound().press()).isEqualTo(Press.RESUME);
    }

    @Test
    @Tag("N10")
    void theBellPausesANewSoundDuringAPause() {
        state.audioPausedUntil = Optional.of(Samples.at(Samples.NOW.plusSeconds(60)));
        state.signal = Optional.of(signal());

        assertThat(sound().press()).isEqualTo(Press.PAUSE);
    }

    @Test
    void theBellOfASilentConsoleTestsTheSound() {
        state.sound = BROKEN;

        assertThat(sound().silent()).isTrue();
        assertThat(sound().press()).isEqualTo(Press.TEST);
    }

    @Test
    void sightStandsInForSoundWhileSomethingWouldSound() {
        state.sound = BROKEN;
        assertThat(Edge.of(attention())).isEmpty();

        state.conditions = List.of(Samples.acknowledged(Samples.aboveMaximum()), Samples.occlusion());
        assertThat(Edge.of(attention())).contains(AlarmPriority.MEDIUM);

        state.sound = HEARD;
        assertThat(Edge.of(attention())).isEmpty();
    }

    private Snapshot.Attention attention() {
        return state.build().attention();
    }
}
