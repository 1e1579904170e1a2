package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;

/** Which one condition sounds, and how long one that has gone is kept for whoever was away (decisions N10, N11, N13). */
class SoundingTest {
    private static final String FIRST = "PUMP:50111:A1";
    private static final String SECOND = "PUMP:50111:A2";
    private static final String THIRD = "PUMP:50111:A3";

    private static Optional<String> sounding(Bedside bedside) {
        return bedside.engine().attention().sounding().map(AlarmCondition::key);
    }

    private static Bedside alarmed() {
        return Watched.infusing().alarms("A1", AlarmClass.NEAR_END).alarms("A2", AlarmClass.OCCLUSION);
    }

    @Test
    @Tag("N13")
    void theWorstThatNobodyHasSeenSoundsAndThenTheNext() {
        Bedside bedside = alarmed();
        assertThat(sounding(bedside)).contains(SECOND);

        assertThat(sounding(bedside.acknowledges(SECOND))).contains(FIRST);
        assertThat(sounding(bedside.acknowledges(FIRST))).isEmpty();
    }

    @Test
    @Tag("N10")
    void onlyWhatWasThereIsSilentInAPause() {
        Bedside bedside = alarmed().pausesAudio();
        assertThat(sounding(bedside)).isEmpty();

        assertThat(sounding(bedside.alarms("A3", AlarmClass.AIR_IN_LINE))).contains(THIRD);
    }

    @Test
    @Tag("N10")
    void whatEndsAndBeginsAgainInAPauseIsHeard() {
        Bedside bedside = alarmed().pausesAudio().runs(Duration.ofSeconds(5));

        bedside.alarmEnds("A2", AlarmClass.OCCLUSION).alarms("A2", AlarmClass.OCCLUSION);

        assertThat(sounding(bedside)).contains(SECOND);
    }

    @Test
    void theSignalNamesTheConditionAndItsPriority() {
        AlarmSignal signal = alarmed().engine().attention().signal().orElseThrow();

        assertThat(signal.key()).isEqualTo(SECOND);
        assertThat(signal.priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(signal.times()).isZero();
    }

    @Test
    void anAlarmOfTwoSecondsGoesWithItsCauseAndAShorterOneStays() {
        Bedside two = alarmed().runs(Duration.ofSeconds(2)).alarmEnds("A2", AlarmClass.OCCLUSION);
        assertThat(Watched.condition(two, AlarmKind.PUMP_ALARM).orElseThrow().key())
                .isEqualTo(FIRST);

        Bedside one = alarmed().runs(Duration.ofSeconds(1)).alarmEnds("A2", AlarmClass.OCCLUSION);
        assertThat(Watched.condition(one, AlarmKind.PUMP_ALARM).orElseThrow().key())
                .isEqualTo(SECOND);
    }

    @Test
    @Tag("N11")
    void aShortAlarmThatWasSeenGoesWithItsCause() {
        Bedside bedside = alarmed().acknowledges(SECOND).alarmEnds("A2", AlarmClass.OCCLUSION);

        assertThat(Watched.condition(bedside, AlarmKind.PUMP_ALARM)
                        .orElseThrow()
                        .key())
                .isEqualTo(FIRST);
    }

    @Test
    void whatHasEndedIsNotHeardWhileItWaitsToBeSeen() {
        Bedside bedside = alarmed().alarmEnds("A2", AlarmClass.OCCLUSION);

        assertThat(sounding(bedside)).contains(FIRST);
    }
}
