package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.LinkState;
import vigil.session.SiteSetting;

/** What sounds, and when again: vectors V10 to V12, decisions N1, N3, N10 and N11. */
class AudioSupervisionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    @Tag("N10")
    @Tag("V11")
    void aConditionThatIsNewDuringAPauseSoundsAtOnce() {
        Bedside bedside = infusing().alarms("OLD", AlarmClass.OCCLUSION).pausesAudio();
        assertThat(bedside.step().attention().sounding()).isEmpty();

        bedside.runs(Duration.ofSeconds(20)).alarms("NEW", AlarmClass.AIR_IN_LINE);

        assertThat(bedside.step().attention().sounding().orElseThrow().key()).isEqualTo("PUMP:50111:NEW");
    }

    @Test
    @Tag("V10")
    @Tag("N3")
    void theLostLinkSoundsInTheStepThatEndsThePause() {
        Bedside bedside = infusing().pausesAudio().linkIs(new LinkState.Unreachable("gone"));

        assertThat(bedside.step().attention().sounding().orElseThrow().kind()).isEqualTo(AlarmKind.LINK_LOST);
    }

    @Test
    @Tag("N11")
    void anAcknowledgedConditionIsSilentAndKeepsItsText() {
        Bedside bedside = infusing().alarms("A", AlarmClass.OCCLUSION).acknowledges("PUMP:50111:A");

        assertThat(bedside.step().attention().sounding()).isEmpty();
        assertThat(has(bedside, AlarmKind.PUMP_ALARM)).isTrue();
    }

    @Test
    @Tag("N1")
    void theSiteChoosesTheLengthOfAPause() {
        Bedside bedside = infusing().chooses(SiteSetting.AUDIO_PAUSE_S, "600").pausesAudio();

        assertThat(bedside.snapshot().attention().audioPausedUntil())
                .contains(bedside.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    @Tag("R33")
    @Tag("V12")
    @Tag("fires")
    void everyRepetitionIsCounted() {
        Bedside bedside = Bedside.ready("8.8").pumpRuns("8.8").runs(SECOND).runs(Duration.ofMinutes(10));

        assertThat(bedside.step().changes())
                .filteredOn(AttentionChange.Reraised.class::isInstance)
                .extracting(it -> ((AttentionChange.Reraised) it).times())
                .containsExactly(2);
    }

    @Test
    void aStormOfAlarmsLosesNoneAndKeepsTheirOrder() {
        Bedside bedside = infusing();
        for (int number = 0; number < 200; number++) {
            bedside.passes(Duration.ofMillis(50)).alarms("S%03d".formatted(number), AlarmClass.OCCLUSION);
        }

        List<String> codes = bedside.snapshot().attention().conditions().stream()
                .flatMap(it -> it.pumpAlarm().stream())
                .map(alarm -> alarm.code())
                .toList();
        assertThat(codes).hasSize(200).isSorted();
    }
}
