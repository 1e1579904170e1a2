package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;
import vigil.session.SoundProblem;

/** A loudspeaker on a device in memory, turn by turn on a clock of the test's own. */
@Tag("F6")
class LoudspeakerTest {
    private static final Moment START = new Moment(Instant.parse("2026-03-03T12:00:00Z"), 0, 0);
    private static final Duration TURN = Duration.ofMillis(25);
    private static final AlarmSignal HIGH = new AlarmSignal("R12", AlarmPriority.HIGH, START, 0);
    private static final Optional<SoundProblem> PLAYS = Optional.empty();

    private final Device device = new Device();
    private final List<Optional<SoundProblem>> reports = new ArrayList<>();
    private final Loudspeaker loudspeaker = new Loudspeaker(device, () -> START);
    private Moment now = START;

    /** Plays in step with the clock while it is there; stands still or is missing when the test says so. */
    private static final class Device implements SoundDevice, SoundOutput {
        private boolean missing;
        private boolean still;
        private boolean muted;
        private int opened;
        private int closed;
        private int waiting;
        private long played;
        private short[] given = {};

        @Override
        public SoundOutput open() throws SoundException {
            opened++;
            if (missing) {
                throw new SoundException("no line matching", new IllegalArgumentException());
            }
            waiting = 0;
            played = 0;
            return this;
        }

        void passes(Duration time) {
            int frames = still ? 0 : (int) Math.min(waiting, time.toMillis() * 48);
            waiting -= frames;
            played += frames;
        }

        @Override
        public boolean isMuted() {
            return muted;
        }

        @Override
        public int waiting() {
            return waiting;
        }

        @Override
        public long played() {
            return played;
        }

        @Override
        public void play(short[] samples) {
            int end = given.length;
            given = Arrays.copyOf(given, end + samples.length);
            System.arraycopy(samples, 0, given, end, samples.length);
            waiting += samples.length;
        }

        @Override
        public void close() {
            closed++;
        }

        /** What was given to the device since it was last asked. */
        List<Heard.Tone> tones() {
            return new Heard(given).tones();
        }
    }

    @BeforeEach
    void listen() {
        loudspeaker.reportTo(reports::add);
    }

    /** Turns for so long; the session shows what it wants once a second. */
    private void runs(Duration length, Wanted wanted) {
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(TURN)) {
            if (passed.toMillis() % 1_000 == 0) {
                loudspeaker.show(wanted);
            }
            turns();
        }
    }

    private void turns() {
        device.passes(TURN);
        now = now.plus(TURN);
        loudspeaker.turn(now);
    }

    private static Wanted wanted(AlarmSignal signal) {
        return new Wanted(Optional.of(signal), Set.of(), 0);
    }

    @Test
    void aDeviceThatPlaysIsReportedOnceAndTestedWithATone() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);

        assertThat(reports).containsExactly(PLAYS);
        assertThat(device.tones())
                .singleElement()
                .satisfies(tone -> assertThat(tone.lengthMillis()).isGreaterThan(900));
    }

    @Test
    @Tag("T2")
    void anAlarmIsAtTheLoudspeakerWithin250Milliseconds() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        double before = device.played / 48.0;
        runs(Duration.ofSeconds(1), wanted(HIGH));

        assertThat(device.tones().get(1).fromMillis() - before).isBetween(0.0, 250.0);
    }

    @Test
    void withoutADeviceThatIsReportedAndTheDeviceTriedAgainWithinAMinute() {
        device.missing = true;
        runs(Duration.ofSeconds(59), Wanted.NOTHING);

        assertThat(reports).containsExactly(Optional.of(SoundProblem.NO_DEVICE));
        assertThat(device.opened).isBetween(2, 10);
    }

    @Test
    void aDeviceThatComesBackPlaysTheAlarmThatStands() {
        device.missing = true;
        runs(Duration.ofSeconds(30), wanted(HIGH));
        device.missing = false;
        runs(Duration.ofSeconds(15), wanted(HIGH));

        assertThat(reports).containsExactly(Optional.of(SoundProblem.NO_DEVICE), PLAYS);
        assertThat(device.tones()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aDeviceThatStandsStillIsReportedWithinTwoSecondsAndOpenedAnew() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        device.still = true;
        runs(Duration.ofSeconds(2), Wanted.NOTHING);

        assertThat(reports).containsExactly(PLAYS, Optional.of(SoundProblem.STOPPED));
        assertThat(device.closed).isEqualTo(1);
        device.still = false;
        runs(Duration.ofSeconds(11), Wanted.NOTHING);
        assertThat(reports).hasSize(3).last().isEqualTo(PLAYS);
    }

    @Test
    void aDeviceThatIsMutedIsReportedAndSoIsItsEnd() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        device.muted = true;
        runs(Duration.ofSeconds(11), Wanted.NOTHING);
        device.muted = false;
        runs(Duration.ofSeconds(11), Wanted.NOTHING);

        assertThat(reports).containsExactly(PLAYS, Optional.of(SoundProblem.MUTED), PLAYS);
    }

    @Test
    void aTestThatIsAskedForTriesAMissingDeviceAtOnce() {
        device.missing = true;
        runs(Duration.ofSeconds(2), Wanted.NOTHING);
        device.missing = false;
        runs(Duration.ofSeconds(1), new Wanted(Optional.empty(), Set.of(), 1));

        assertThat(reports).last().isEqualTo(PLAYS);
    }

    @Test
    void aSessionThatHasFallenSilentSoundsAsMedium() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        for (int i = 0; i < 40 * 12; i++) {
            turns();
        }

        List<Heard.Tone> tones = device.tones();
        assertThat(tones).hasSize(4);
        assertThat(tones.getLast().lengthMillis()).isCloseTo(200, within(5.0));
    }

    @Test
    void aThreadHeldUpInTheDeviceIsNoticedByTheSession() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        loudspeaker.look(now.plus(Duration.ofSeconds(2)));
        assertThat(reports).containsExactly(PLAYS);

        loudspeaker.look(now.plus(Duration.ofSeconds(4)));
        loudspeaker.look(now.plus(Duration.ofSeconds(5)));
        now = now.plus(Duration.ofSeconds(6));
        turns();
        loudspeaker.look(now);

        assertThat(reports).containsExactly(PLAYS, Optional.of(SoundProblem.NO_ANSWER), PLAYS);
    }

    @Test
    void aSuspendOfTheMachineIsNobodysDelay() {
        runs(Duration.ofSeconds(5), Wanted.NOTHING);
        Moment woken =
                new Moment(now.utc().plusSeconds(600), now.monotonicNanos() + 1, now.bootNanos() + 600_000_000_000L);
        loudspeaker.look(woken);

        assertThat(reports).containsExactly(PLAYS);
    }
}
