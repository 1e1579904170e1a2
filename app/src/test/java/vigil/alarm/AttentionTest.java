package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.session.CessationReason;
import vigil.session.Event;
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

    private static List<String> keys(Bedside bedside) {
        return bedside.snapshot().attention().conditions().stream()
                .map(AlarmCondition::key)
                .toList();
    }

    private static AlarmCondition condition(Bedside bedside, String key) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> changes(Bedside bedside) {
        return bedside.step().changes().stream()
                .map(it -> it.getClass().getSimpleName())
                .toList();
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
    @Tag("C20")
    void notRecordingStaysUntilTheJournalWritesAgainAndWasSeen() {
        Bedside bedside = infusing();
        bedside.engine().recordingFailed("disk full: free some space", bedside.now());
        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "NOT_RECORDING").detail()).isEqualTo("disk full: free some space");

        bedside.engine().recordingRestored(bedside.now());
        bedside.runs(SECOND);
        assertThat(condition(bedside, "NOT_RECORDING").endedAt()).isPresent();

        assertThat(keys(bedside.acknowledges("NOT_RECORDING"))).isEmpty();
    }

    @Test
    @Tag("C30")
    void aDiskInTroubleIsLowUntilItIsWellAndTurnsIntoNotRecordingWhenItRefuses() {
        Bedside bedside = infusing();
        bedside.engine().recordInDanger("the disk is nearly full", bedside.now());
        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_IN_DANGER").priority()).isEqualTo(AlarmPriority.LOW);
        assertThat(keys(bedside)).doesNotContain("NOT_RECORDING");

        bedside.engine().recordingFailed("disk full", bedside.now());
        bedside.runs(SECOND);
        assertThat(keys(bedside)).contains("NOT_RECORDING").doesNotContain("RECORD_IN_DANGER");
    }

    @Test
    @Tag("C30")
    @Tag("E6")
    void anEndThatWasCutOffIsToldUntilItWasSeenAlsoOverAStart() {
        Bedside bedside = infusing();
        bedside.does(new Event.RecordCutOff(bedside.now(), 2, 62)).runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_CUT_OFF")).satisfies(it -> {
            assertThat(it.priority()).isEqualTo(AlarmPriority.LOW);
            assertThat(it.detail()).isEqualTo("3–62");
        });

        bedside.does(new Event.ConsoleStarted(bedside.now(), "boot", "1", false))
                .runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_CUT_OFF").isActive()).isTrue();

        assertThat(keys(bedside.acknowledges("RECORD_CUT_OFF"))).doesNotContain("RECORD_CUT_OFF");
        bedside.runs(Duration.ofMinutes(1));
        assertThat(keys(bedside)).doesNotContain("RECORD_CUT_OFF");
    }

    @Test
    @Tag("C30")
    void aBackupThatFailedIsToldUntilOneIsMade() {
        Bedside bedside = infusing();
        bedside.does(new Event.BackupFailed(bedside.now(), "no space")).runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "NO_BACKUP").detail()).isEqualTo("no space");

        bedside.does(new Event.BackupMade(bedside.now(), 9)).runs(SECOND);
        assertThat(keys(bedside)).doesNotContain("NO_BACKUP");
    }

    @Test
    @Tag("F2")
    void aScreenThatStandsStillIsHeardUntilItAnswers() {
        Bedside bedside =
                infusing().does(new Event.ScreenStalled(infusing().now())).runs(SECOND);
        assertThat(bedside.engine().attention().sounding().orElseThrow().key()).isEqualTo("SCREEN_STALLED");

        bedside.does(new Event.ScreenAnswered(bedside.now(), Duration.ofSeconds(7)))
                .runs(SECOND);
        assertThat(bedside.engine().attention().sounding()).isEmpty();
    }

    @Test
    @Tag("C30")
    void lostEventsStayVisibleUntilTheyWereSeen() {
        Bedside bedside = infusing();
        bedside.does(new Event.EventsLost(bedside.now(), 7)).runs(Duration.ofMinutes(1));

        assertThat(condition(bedside, "LINE_QUALITY").detail()).isEqualTo("lost 7");
        assertThat(condition(bedside, "LINE_QUALITY").endedAt()).isPresent();
        assertThat(keys(bedside.acknowledges("LINE_QUALITY"))).isEmpty();
    }

    @Test
    @Tag("C30")
    @Tag("D6")
    void aStandstillOfTheProgramIsToldUntilItWasSeen() {
        Bedside bedside = infusing();
        bedside.does(new Event.ProgramStood(bedside.now(), Duration.ofSeconds(75)))
                .runs(SECOND);

        assertThat(condition(bedside, "PROGRAM_STOOD").detail()).isEqualTo("0:01:15");
        assertThat(keys(bedside.acknowledges("PROGRAM_STOOD"))).isEmpty();
    }

    @Test
    @Tag("C30")
    @Tag("D1")
    void aClockThatWasSetIsToldUntilItWasSeen() {
        Bedside bedside = infusing();
        Moment before = bedside.now();
        bedside.does(new Event.Tick(
                new Moment(before.utc().minusSeconds(5_400), before.monotonicNanos(), before.bootNanos() + 1)));

        assertThat(condition(bedside, "CLOCK_SET").detail()).isEqualTo("−1:30:00");
        assertThat(condition(bedside, "CLOCK_SET").priority()).isEqualTo(AlarmPriority.LOW);
    }

    @Test
    @Tag("C30")
    @Tag("D3")
    void aTimeThatCannotBeRightIsToldAsLongAsItStands() {
        Bedside bedside = infusing();
        Moment before = bedside.now();
        bedside.does(new Event.Tick(new Moment(Instant.EPOCH, before.monotonicNanos(), before.bootNanos() + 1)));

        assertThat(condition(bedside, "CLOCK_NOT_TRUSTED").isActive()).isTrue();
        bedside.does(new Event.Tick(new Moment(before.utc(), before.monotonicNanos(), before.bootNanos() + 2)));
        assertThat(condition(bedside, "CLOCK_NOT_TRUSTED").isActive()).isFalse();
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
