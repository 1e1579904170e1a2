package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.alarm.SoundState;
import vigil.engine.Snapshot;
import vigil.session.SoundProblem;
import vigil.sound.Loudspeaker;
import vigil.sound.SoundDevice;
import vigil.sound.SoundException;
import vigil.sound.SoundOutput;
import vigil.sound.Wanted;
import vigil.ui.Samples;

/** What the loudspeaker finds comes back to the session, and what the session wants is what the loudspeaker gets. */
@Tag("F6")
@Timeout(60)
class AudienceTest {
    private static final Optional<SoundProblem> NO_DEVICE = Optional.of(SoundProblem.NO_DEVICE);
    private static final SoundState TOLD = new SoundState(true, NO_DEVICE, Optional.empty(), false, 0);

    private final List<Optional<SoundProblem>> told = new ArrayList<>();
    private final List<Snapshot> shown = new ArrayList<>();
    private final Loudspeaker loudspeaker = new Loudspeaker(new Missing(), () -> Openings.START);
    private final Audience audience = new Audience(shown::add, loudspeaker, () -> Openings.START);

    /** A machine without a card. */
    private final class Missing implements SoundDevice {
        @Override
        public SoundOutput open() throws SoundException {
            // One turn of the loudspeaker's thread is enough here.
            loudspeaker.stop();
            throw new SoundException("no card", new IllegalArgumentException());
        }

        @Override
        public boolean isMuted() {
            return false;
        }
    }

    @BeforeEach
    void listen() {
        audience.tell(told::add);
    }

    private static Snapshot snapshot(SoundState state) {
        Samples.Builder builder = new Samples.Builder();
        builder.sound = state;
        return builder.build();
    }

    @Test
    void whatTheLoudspeakerFindsIsToldOnce() {
        audience.show(snapshot(SoundState.UNKNOWN));
        assertThat(told).isEmpty();

        loudspeaker.run();
        audience.show(snapshot(SoundState.UNKNOWN));
        audience.show(snapshot(TOLD));

        assertThat(told).containsExactly(NO_DEVICE);
        assertThat(shown).hasSize(3);
    }

    @Test
    void aSessionThatHasBegunAnewIsToldAgain() {
        loudspeaker.run();
        audience.show(snapshot(SoundState.UNKNOWN));
        audience.show(snapshot(TOLD));
        audience.show(snapshot(SoundState.UNKNOWN));

        assertThat(told).containsExactly(NO_DEVICE, NO_DEVICE);
    }

    @Test
    @Tag("N11")
    void anAcknowledgedConditionIsSilencedAndOthersAreNot() {
        Samples.Builder builder = new Samples.Builder();
        builder.conditions = List.of(Samples.acknowledged(Samples.aboveMaximum()), Samples.occlusion());
        AlarmSignal signal = new AlarmSignal(
                Samples.occlusion().key(),
                AlarmPriority.MEDIUM,
                Samples.occlusion().since(),
                0);
        builder.signal = Optional.of(signal);
        Wanted wanted = Audience.wanted(builder.build().attention());

        assertThat(wanted.signal()).contains(signal);
        assertThat(wanted.silenced()).containsExactly("R12");
    }

    @Test
    @Tag("N4")
    void aPauseSilencesEveryCondition() {
        assertThat(Audience.wanted(Samples.alarming().attention()).silenced()).hasSize(3);
    }
}
