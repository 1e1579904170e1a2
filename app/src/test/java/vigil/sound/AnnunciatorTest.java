package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;

/** When which burst is heard, by the samples alone. */
class AnnunciatorTest {
    private static final Moment NOON = new Moment(Instant.parse("2026-03-03T12:00:00Z"), 0, 0);
    private static final AlarmSignal HIGH = signal("R12", AlarmPriority.HIGH);
    private static final AlarmSignal MEDIUM = signal("LINK_LOST", AlarmPriority.MEDIUM);
    private static final double BLOCK_MILLIS = 10;
    private static final double EXACT_MILLIS = 12;

    private final Annunciator annunciator = new Annunciator();
    private short[] recorded = {};

    private static AlarmSignal signal(String key, AlarmPriority priority) {
        return new AlarmSignal(key, priority, NOON, 0);
    }

    private static Wanted wanted(AlarmSignal signal) {
        return new Wanted(Optional.of(signal), Set.of(), 0);
    }

    private static Wanted silenced(AlarmSignal signal) {
        return new Wanted(Optional.empty(), Set.of(signal.key()), 0);
    }

    /** Goes on for so long while this is wanted. */
    private AnnunciatorTest plays(Wanted wanted, int millis) {
        short[] block = new short[Annunciator.BLOCK];
        for (double passed = 0; passed < millis; passed += BLOCK_MILLIS) {
            annunciator.next(wanted, block);
            int end = recorded.length;
            recorded = Arrays.copyOf(recorded, end + block.length);
            System.arraycopy(block, 0, recorded, end, block.length);
        }
        return this;
    }

    private List<Heard.Tone> tones() {
        return new Heard(recorded).tones();
    }

    @Test
    void nothingIsHeardWhereNothingIsWanted() {
        assertThat(plays(Wanted.NOTHING, 1_000).tones()).isEmpty();
    }

    @Test
    void aSignalIsHeardAtOnce() {
        plays(Wanted.NOTHING, 500).plays(wanted(HIGH), 500);

        assertThat(tones().getFirst().fromMillis()).isCloseTo(500, within(40.0));
    }

    @Test
    void highRepeatsAfterEightSecondsOfSilence() {
        List<Heard.Tone> tones = plays(wanted(HIGH), 14_000).tones();

        assertThat(tones).hasSizeGreaterThan(10);
        assertThat(tones.get(10).fromMillis() - tones.get(9).toMillis()).isCloseTo(8_000, within(100.0));
    }

    @Test
    void mediumRepeatsAfterFifteenSecondsOfSilence() {
        List<Heard.Tone> tones = plays(wanted(MEDIUM), 18_000).tones();

        assertThat(tones.get(3).fromMillis() - tones.get(2).toMillis()).isCloseTo(15_000, within(100.0));
    }

    @Test
    void lowRepeatsAfterThirtySecondsOfSilence() {
        List<Heard.Tone> tones =
                plays(wanted(signal("R27", AlarmPriority.LOW)), 33_000).tones();

        assertThat(tones.get(2).fromMillis() - tones.get(1).toMillis()).isCloseTo(30_000, within(100.0));
    }

    @Test
    @Tag("N11")
    void anAcknowledgedBurstFallsSilentWithinABlock() {
        List<Heard.Tone> tones =
                plays(wanted(HIGH), 300).plays(silenced(HIGH), 2_000).tones();

        assertThat(tones.getLast().toMillis()).isLessThan(300 + EXACT_MILLIS);
    }

    @Test
    void aBurstThatNobodySilencedIsPlayedToItsEnd() {
        List<Heard.Tone> tones =
                plays(wanted(HIGH), 300).plays(Wanted.NOTHING, 20_000).tones();

        assertThat(tones).hasSize(10);
    }

    @Test
    @Tag("N13")
    void aHigherPriorityBreaksALowerBurstOff() {
        List<Heard.Tone> tones =
                plays(wanted(MEDIUM), 300).plays(wanted(HIGH), 5_000).tones();

        assertThat(tones).hasSize(11);
        assertThat(tones.get(1).fromMillis()).isLessThan(400);
    }

    @Test
    @Tag("N13")
    void aLowerPriorityWaitsForTheBurstOfAHigherOne() {
        List<Heard.Tone> tones =
                plays(wanted(HIGH), 300).plays(wanted(MEDIUM), 6_000).tones();

        assertThat(tones).hasSize(13);
        assertThat(tones.get(10).fromMillis() - tones.get(9).toMillis()).isCloseTo(800, within(100.0));
    }

    @Test
    @Tag("V11")
    void aNewConditionOfTheSamePrioritySoundsWithinASecond() {
        List<Heard.Tone> tones = plays(wanted(MEDIUM), 5_000)
                .plays(wanted(signal("NOT_RECORDING", AlarmPriority.MEDIUM)), 2_000)
                .tones();

        assertThat(tones.get(3).fromMillis()).isBetween(5_000.0, 5_100.0);
    }

    @Test
    @Tag("N8")
    void aRepetitionBeginsTheBurstAgain() {
        AlarmSignal again = new AlarmSignal("R12", AlarmPriority.HIGH, NOON, 1);
        List<Heard.Tone> tones =
                plays(wanted(HIGH), 7_000).plays(wanted(again), 1_000).tones();

        assertThat(tones.get(10).fromMillis()).isBetween(7_000.0, 7_100.0);
    }

    @Test
    void conditionsThatComeAndGoTenTimesASecondLeaveEveryBurstItsPause() {
        for (int i = 0; i < 300; i++) {
            AlarmSignal another = new AlarmSignal("R" + i, AlarmPriority.HIGH, NOON, i);
            plays(i % 2 == 0 ? wanted(another) : Wanted.NOTHING, 100);
        }
        List<Heard.Tone> tones = tones();

        for (int i = 10; i < tones.size(); i += 10) {
            assertThat(tones.get(i).fromMillis() - tones.get(i - 1).toMillis()).isGreaterThan(750);
        }
        assertThat(tones.size()).isBetween(50, 70);
    }

    @Test
    void theTestToneIsHeardOnceForEachTimeItIsAskedFor() {
        plays(new Wanted(Optional.empty(), Set.of(), 1), 3_000).plays(new Wanted(Optional.empty(), Set.of(), 2), 3_000);

        assertThat(tones())
                .hasSize(2)
                .allSatisfy(tone -> assertThat(tone.lengthMillis()).isGreaterThan(900));
    }

    @Test
    void anAlarmBreaksTheTestToneOff() {
        List<Heard.Tone> tones = plays(new Wanted(Optional.empty(), Set.of(), 1), 300)
                .plays(new Wanted(Optional.of(MEDIUM), Set.of(), 1), 2_000)
                .tones();

        assertThat(tones).hasSize(4);
        assertThat(tones.get(1).fromMillis()).isLessThan(400);
    }

    @Test
    void theTestToneIsHeardBetweenTheBurstsOfAConditionThatStands() {
        List<Heard.Tone> tones = plays(wanted(MEDIUM), 3_000)
                .plays(new Wanted(Optional.of(MEDIUM), Set.of(), 1), 3_000)
                .tones();

        assertThat(tones).hasSize(4);
        assertThat(tones.getLast().lengthMillis()).isGreaterThan(900);
    }
}
