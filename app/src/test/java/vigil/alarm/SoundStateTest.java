package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.session.Event;
import vigil.session.SoundProblem;

/** The console's own sound as a condition: there is no silence without a word (decision N12, condition C19). */
@Tag("N12")
@Tag("F6")
class SoundStateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);

    private SoundStateTest reports(SoundProblem... problem) {
        bedside.does(
                new Event.SoundReported(bedside.now(), List.of(problem).stream().findFirst()));
        return this;
    }

    private SoundStateTest checks(boolean heard) {
        bedside.does(new Event.SoundChecked(bedside.now(), heard, Bedside.NURSE));
        return this;
    }

    private SoundStateTest asksForTone() {
        bedside.does(new Event.SoundTestAsked(bedside.now(), Bedside.NURSE));
        return this;
    }

    private SoundState sound() {
        return bedside.snapshot().attention().sound();
    }

    private Optional<AlarmCondition> noSound() {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == AlarmKind.NO_SOUND && it.isActive())
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(SoundProblem.class)
    void aFaultOfTheDeviceIsAMediumConditionForAsLongAsItLasts(SoundProblem problem) {
        reports(problem);
        bedside.runs(Duration.ofHours(1));

        assertThat(noSound().orElseThrow().priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(noSound().orElseThrow().basis().getFirst().label()).isEqualTo("sound.problem." + problem);
        assertThat(reports().noSound()).isEmpty();
    }

    @Test
    void aToneThatWasNotHeardIsThatConditionUntilOneIsHeard() {
        assertThat(reports().checks(false).noSound()).isPresent();
        assertThat(asksForTone().noSound()).isPresent();
        assertThat(checks(true).noSound()).isEmpty();
    }

    @Test
    void whatNobodyHasConfirmedStaysAsked() {
        reports();
        bedside.runs(Duration.ofHours(8));

        assertThat(sound().asks()).isTrue();
        assertThat(noSound()).isEmpty();
        assertThat(checks(true).sound().asks()).isFalse();
    }

    @Test
    void aDeviceThatComesBackIsAskedAboutAnew() {
        reports().checks(true).reports(SoundProblem.STOPPED);
        assertThat(sound().asks()).isFalse();

        assertThat(reports().sound().asks()).isTrue();
        assertThat(sound().check()).isEmpty();
    }

    @Test
    void aSecondReportOfTheSameDeviceAsksNothing() {
        assertThat(reports().checks(true).reports().sound().asks()).isFalse();
    }

    @Test
    void withoutALoudspeakerNothingIsAskedAndNothingRaised() {
        assertThat(sound()).isEqualTo(SoundState.UNKNOWN);
        assertThat(noSound()).isEmpty();
        assertThat(asksForTone().sound().asks()).isFalse();
    }

    @Test
    void everyToneThatIsAskedForIsCountedAndAskedAboutUnlessTheDeviceHasFailed() {
        assertThat(reports().checks(true).asksForTone().sound().asks()).isTrue();
        assertThat(asksForTone().sound().tests()).isEqualTo(2);
        assertThat(reports(SoundProblem.STOPPED).asksForTone().sound().asks()).isFalse();
        assertThat(sound().tests()).isEqualTo(3);
    }

    @Test
    @Tag("N14")
    void aStartOfTheConsoleForgetsWhatWasHeard() {
        reports().checks(true);
        bedside.does(new Event.ConsoleStarted(bedside.now(), "another", "0.1", false));

        assertThat(sound()).isEqualTo(SoundState.UNKNOWN);
    }

    @Test
    void everyAnswerIsALineOfTheAlarmLog() {
        reports().checks(false);

        assertThat(bedside.step().changes())
                .anySatisfy(it -> assertThat(it).isEqualTo(new AttentionChange.SoundTested(bedside.now(), false)));
    }

    @Test
    void theSignalIsThatOfTheConditionThatSoundsAndCountsItsRepetitions() {
        bedside.pumpRuns("8.8").runs(SECOND);
        AlarmSignal first = bedside.snapshot().attention().signal().orElseThrow();
        bedside.runs(Duration.ofMinutes(5));
        AlarmSignal again = bedside.snapshot().attention().signal().orElseThrow();

        assertThat(first.priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(first.times()).isZero();
        assertThat(again.times()).isEqualTo(1);
    }

    @Test
    @Tag("V11")
    void aPauseLeavesNoSignalButThatOfANewCondition() {
        bedside.pumpRuns("8.8").runs(SECOND).pausesAudio();
        assertThat(bedside.snapshot().attention().signal()).isEmpty();

        reports(SoundProblem.STOPPED);
        assertThat(bedside.snapshot().attention().signal().map(AlarmSignal::key))
                .contains("NO_SOUND");
    }
}
