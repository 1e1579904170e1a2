package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.changes;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.keys;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.session.CessationReason;
import vigil.session.RateOrder;
import vigil.session.StopReason;

/** The decisions N1 to N14 of the alarm page and its vectors V10 to V12. */
class AttentionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String OCCLUSION = "PUMP:50111:INA3";

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
    }

    private static Bedside aboveMaximum() {
        return Bedside.ready("8.8").pumpRuns("8.8").runs(SECOND);
    }

    @Test
    void anUneventfulCourseNeedsNoAttention() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(10));

        assertThat(keys(bedside)).isEmpty();
        assertThat(bedside.step().changes()).isEmpty();
    }

    @Test
    void aPumpAlarmIsMirroredWithThePumpsOwnWords() {
        AlarmCondition condition = condition(infusing().alarms("INA3", AlarmClass.OCCLUSION), OCCLUSION);

        assertThat(condition.kind()).isEqualTo(AlarmKind.PUMP_ALARM);
        assertThat(condition.priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(condition.pumpAlarm().orElseThrow().text()).isEqualTo("words of INA3");
    }

    @ParameterizedTest
    @EnumSource(AlarmClass.class)
    void everyPumpAlarmHasThePriorityOfTheCatalogue(AlarmClass alarmClass) {
        AlarmPriority expected = switch (alarmClass) {
            case FREE_FLOW -> AlarmPriority.HIGH;
            case NEAR_END, BATTERY_LOW, STANDBY_REMINDER, MAINS_LOST -> AlarmPriority.LOW;
            default -> AlarmPriority.MEDIUM;
        };

        assertThat(condition(infusing().alarms("INA3", alarmClass), OCCLUSION).priority())
                .isEqualTo(expected);
    }

    @Test
    @Tag("N13")
    void higherPriorityComesFirstThenEarlierOccurrence() {
        Bedside bedside = infusing().alarms("A1", AlarmClass.NEAR_END).alarms("A2", AlarmClass.OCCLUSION);
        bedside.runs(SECOND)
                .alarms("A3", AlarmClass.AIR_IN_LINE)
                .pumpRuns("8.8")
                .runs(SECOND);

        assertThat(keys(bedside)).startsWith("R12", "PUMP:50111:A2", "PUMP:50111:A3", "PUMP:50111:A1", "R27");
    }

    @Test
    @Tag("N11")
    void acknowledgementBelongsToOneOccurrence() {
        Bedside bedside = infusing()
                .alarms("INA3", AlarmClass.OCCLUSION)
                .acknowledges(OCCLUSION)
                .runs(Duration.ofSeconds(5));
        assertThat(condition(bedside, OCCLUSION).acknowledged().orElseThrow().by())
                .isEqualTo(Bedside.NURSE);

        bedside.alarmEnds("INA3", AlarmClass.OCCLUSION);
        assertThat(keys(bedside)).isEmpty();

        bedside.alarms("INA3", AlarmClass.OCCLUSION);
        assertThat(condition(bedside, OCCLUSION).acknowledged()).isEmpty();
    }

    @Test
    void aPumpAlarmThatLastedEndsWithItsCause() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).runs(Duration.ofSeconds(5));

        bedside.alarmEnds("INA3", AlarmClass.OCCLUSION);

        assertThat(keys(bedside)).isEmpty();
        assertThat(changes(bedside)).containsExactly("Ended");
    }

    @Test
    void aPumpAlarmBetweenTwoLooksStaysUntilItWasSeen() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION);
        assertThat(changes(bedside)).containsExactly("Started");
        bedside.alarmEnds("INA3", AlarmClass.OCCLUSION);
        assertThat(changes(bedside)).containsExactly("Ended");

        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, OCCLUSION).endedAt()).isPresent();

        bedside.acknowledges(OCCLUSION);
        assertThat(keys(bedside)).isEmpty();
    }

    @Test
    @Tag("R12")
    void doseAboveTheMaximumLatchesUntilItWasSeen() {
        Bedside bedside =
                aboveMaximum().runs(Duration.ofMinutes(1)).pumpRuns("1.75").runs(SECOND);
        assertThat(condition(bedside, "R12").endedAt()).isPresent();

        bedside.acknowledges("R12");
        assertThat(keys(bedside)).doesNotContain("R12");
    }

    @Test
    @Tag("N8")
    @Tag("R33")
    @Tag("V12")
    @Tag("fires")
    void anUnresolvedHighPromptIsRaisedAgainEveryFiveMinutes() {
        Bedside bedside = aboveMaximum().runs(Duration.ofMinutes(1)).acknowledges("R12");

        bedside.runs(Duration.ofSeconds(239));
        assertThat(condition(bedside, "R12").acknowledged()).isPresent();
        bedside.runs(SECOND);
        assertThat(condition(bedside, "R12").acknowledged()).isEmpty();
        assertThat(changes(bedside)).containsExactly("Reraised");

        bedside.acknowledges("R12").runs(Duration.ofSeconds(299));
        assertThat(changes(bedside)).isEmpty();
        assertThat(changes(bedside.runs(SECOND))).containsExactly("Reraised");
    }

    @Test
    @Tag("N1")
    void anAudioPauseEndsByItself() {
        Bedside bedside = infusing().pausesAudio();
        assertThat(bedside.snapshot().attention().audioPausedUntil())
                .contains(bedside.now().plus(Duration.ofMinutes(2)));

        bedside.runs(Duration.ofSeconds(119));
        assertThat(bedside.snapshot().attention().audioPausedUntil()).isPresent();
        bedside.runs(SECOND);
        assertThat(bedside.snapshot().attention().audioPausedUntil()).isEmpty();
        assertThat(changes(bedside)).containsExactly("AudioPauseEnded");
    }

    @Test
    @Tag("N3")
    @Tag("V10")
    void linkLossEndsEveryPauseInTheSameStep() {
        Bedside bedside = infusing().pausesAudio().runs(Duration.ofSeconds(30));

        bedside.linkIs(new LinkState.Unreachable("port gone"));

        assertThat(bedside.snapshot().attention().audioPausedUntil()).isEmpty();
        // The lost link, and with it the question whether the patient leaves the ward (R10).
        assertThat(changes(bedside)).containsExactly("Started", "Started", "AudioPauseEnded");
        assertThat(condition(bedside, "LINK_LOST").detail()).isEqualTo("port gone");
    }

    @Test
    @Tag("N10")
    @Tag("V11")
    void aConditionThatIsNewDuringAPauseBeginsAfterThePause() {
        Bedside bedside = infusing().pausesAudio().runs(Duration.ofSeconds(20)).alarms("INA3", AlarmClass.OCCLUSION);

        assertThat(changes(bedside)).containsExactly("Started");
        assertThat(bedside.snapshot().attention().audioPausedUntil()).isPresent();
        assertThat(condition(bedside, OCCLUSION).since()).isEqualTo(bedside.now());
    }

    @Test
    @Tag("N14")
    void whatIsUnresolvedComesBackUnacknowledgedAfterARestart() {
        Bedside bedside = infusing()
                .alarms("INA3", AlarmClass.OCCLUSION)
                .acknowledges(OCCLUSION)
                .pausesAudio();

        bedside.restarts(Duration.ofSeconds(5), true);

        assertThat(condition(bedside, OCCLUSION).acknowledged()).isEmpty();
        assertThat(bedside.snapshot().attention().audioPausedUntil()).isEmpty();
    }

    @Test
    @Tag("R31")
    void silenceRaisesLinkLostAndAReadingEndsIt() {
        Bedside bedside = infusing().loses().runs(Duration.ofSeconds(9));
        assertThat(keys(bedside)).isEmpty();

        bedside.runs(SECOND);
        assertThat(condition(bedside, "LINK_LOST").priority()).isEqualTo(AlarmPriority.MEDIUM);

        bedside.runs(Duration.ofMinutes(1)).reconnects().runs(SECOND);
        assertThat(keys(bedside)).doesNotContain("LINK_LOST");
    }

    @Test
    void afterCessationThePumpMayBeTakenAway() {
        Bedside bedside =
                infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND).ceases(CessationReason.PLANNED);

        bedside.loses().runs(Duration.ofMinutes(1));

        assertThat(keys(bedside)).doesNotContain("LINK_LOST");
    }

    @Test
    @Tag("B3")
    void anotherPumpInThePlaceOfTheBoundOneNeedsAttention() {
        Bedside bedside = infusing().pumpIs(Bedside.SWAPPED).runs(SECOND);

        assertThat(condition(bedside, "OTHER_PUMP").detail()).isEqualTo("Perfusor 1400-9999");
    }

    @Test
    void anUnexplainedStopAsksUntilAReasonIsRecorded() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(5));
        assertThat(keys(bedside)).containsExactly("UNEXPLAINED_STOP");

        bedside.explains(StopReason.SYRINGE_CHANGE);

        assertThat(keys(bedside)).isEmpty();
    }

    @Test
    void anOverdueObservationIsALowPromptThatReminds() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(20));
        assertThat(keys(bedside)).isEmpty();
        bedside.runs(SECOND);
        assertThat(condition(bedside, "OBSERVATION_OVERDUE").priority()).isEqualTo(AlarmPriority.LOW);

        bedside.runs(Duration.ofMinutes(15).minus(SECOND));
        assertThat(changes(bedside)).isEmpty();
        assertThat(changes(bedside.runs(SECOND))).containsExactly("Reraised");

        bedside.observes(Bedside.coreSet());
        assertThat(keys(bedside)).isEmpty();
    }

    @Test
    @Tag("C09")
    void deliveryAfterATerminationIsHigh() {
        Bedside bedside =
                infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND).ceases(CessationReason.DISSOCIATION);

        bedside.pumpRuns("1.75").runs(SECOND);

        assertThat(condition(bedside, "DELIVERY_AFTER_END").priority()).isEqualTo(AlarmPriority.HIGH);
    }

    @Test
    void acknowledgingAnUnknownConditionChangesNothing() {
        Bedside bedside = infusing().acknowledges("PUMP:50111:INA99");

        assertThat(bedside.step().changes()).isEmpty();
        assertThat(bedside.step().attention().pause()).isEqualTo(Optional.empty());
    }

    @Test
    @Tag("C30")
    void oneRejectionInTwentyAnswersIsAPoorLine() {
        Bedside bedside = infusing().until("09:01");
        for (int answer = 0; answer < 2; answer++) {
            bedside.runs(Duration.ofSeconds(20)).rejects();
        }
        assertThat(keys(bedside)).isEmpty();

        bedside.rejects();
        assertThat(keys(bedside)).containsExactly("LINE_QUALITY");

        bedside.runs(Duration.ofMinutes(2));
        assertThat(keys(bedside)).isEmpty();
    }

    @Test
    void aRestartGivesTheLineTimeToAnswer() {
        Bedside bedside = infusing().restarts(Duration.ofMinutes(5), true);
        assertThat(keys(bedside)).doesNotContain("LINK_LOST");

        bedside.loses().runs(Duration.ofSeconds(10));
        assertThat(keys(bedside)).contains("LINK_LOST");
    }

    @Test
    @Tag("R33")
    @Tag("silent")
    void aResolvedHighPromptIsNotRaisedAgain() {
        Bedside bedside = aboveMaximum().runs(Duration.ofMinutes(1)).acknowledges("R12");
        bedside.orders("1.75", RateOrder.Kind.CHANGE).pumpRuns("1.75").runs(SECOND);

        for (int minute = 0; minute < 12; minute++) {
            bedside.runs(Duration.ofMinutes(1));
            assertThat(changes(bedside)).doesNotContain("Reraised");
        }
        assertThat(keys(bedside)).doesNotContain("R12");
    }
}
