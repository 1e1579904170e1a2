package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.at;
import static vigil.alarm.Watched.changes;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.keys;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.dose.DosingWeight;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Solution;
import vigil.session.StopReason;
import vigil.session.WeightEntry;

/** Which conditions there are, for whom, and the figures and words that they are shown with. */
class ConditionsShownTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String OCCLUSION = "PUMP:50111:INA3";

    private static Bedside alarms(Bedside bedside, PumpIdentity pump, AlarmClass alarmClass) {
        PumpAlarm alarm = new PumpAlarm(alarmClass, "INA3", "words of the pump");
        return bedside.said(new PumpEvent.AlarmStarted(bedside.now(), pump, alarm));
    }

    @Test
    @Tag("C04")
    void beforeAPumpIsBoundTheAlarmsOfEveryPumpAreShown() {
        assertThat(keys(alarms(Bedside.started().opens(), Bedside.PUMP, AlarmClass.OCCLUSION)))
                .contains(OCCLUSION);
    }

    @Test
    @Tag("C04")
    void onceAPumpIsBoundAnotherPatientsPumpIsNotShown() {
        assertThat(keys(alarms(infusing(), Bedside.SWAPPED, AlarmClass.OCCLUSION)))
                .doesNotContain(OCCLUSION);
    }

    @Test
    @Tag("B3")
    void theAlarmsOfThePumpInThePlaceOfTheBoundOneAreShown() {
        Bedside bedside = infusing().pumpIs(Bedside.SWAPPED).runs(SECOND);

        assertThat(keys(alarms(bedside, Bedside.SWAPPED, AlarmClass.OCCLUSION))).contains(OCCLUSION);
    }

    @Test
    @Tag("B3")
    void theAlarmsOfAThirdPumpAreNot() {
        Bedside bedside = infusing().pumpIs(Bedside.SWAPPED).runs(SECOND);
        PumpIdentity third = new PumpIdentity("Perfusor", Optional.of("1400-7777"), "50111");

        assertThat(keys(alarms(bedside, third, AlarmClass.OCCLUSION))).doesNotContain(OCCLUSION);
    }

    @Test
    @Tag("N11")
    void anAlarmThatGetsWorseIsToBeSeenAndHeardAnew() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.NEAR_END).acknowledges(OCCLUSION);
        bedside.pausesAudio().alarms("INA3", AlarmClass.OCCLUSION);

        assertThat(changes(bedside)).containsExactly("PriorityChanged");
        assertThat(condition(bedside, OCCLUSION).acknowledged()).isEmpty();
        assertThat(condition(bedside, OCCLUSION).priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(bedside.engine().attention().sounding()).contains(condition(bedside, OCCLUSION));
        assertThat(bedside.engine().attention().pause())
                .as("the rest stays silent")
                .isPresent();
    }

    @Test
    @Tag("N11")
    void anAlarmThatGetsBetterStaysSeenAndIsAsOldAsBefore() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).acknowledges(OCCLUSION);
        AlarmCondition before = condition(bedside, OCCLUSION);
        bedside.runs(SECOND).alarms("INA3", AlarmClass.NEAR_END);

        assertThat(condition(bedside, OCCLUSION).priority()).isEqualTo(AlarmPriority.LOW);
        assertThat(condition(bedside, OCCLUSION).acknowledged()).isEqualTo(before.acknowledged());
        assertThat(condition(bedside, OCCLUSION).since()).isEqualTo(before.since());
    }

    @Test
    @Tag("N10")
    void whatWasCoveredByAPauseStaysSilentWhenSomethingNewSounds() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).pausesAudio();
        bedside.alarms("INA4", AlarmClass.AIR_IN_LINE);

        assertThat(bedside.engine().attention().pause().orElseThrow().covered()).containsExactly(OCCLUSION);
        assertThat(bedside.engine().attention().sounding().orElseThrow().key()).isEqualTo("PUMP:50111:INA4");
    }

    @Test
    @Tag("N1")
    void anAudioPauseThatIsEndedByHandIsOver() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).pausesAudio();
        bedside.does(new Event.AudioResumed(bedside.now(), Bedside.NURSE));

        assertThat(bedside.engine().attention().pause()).isEmpty();
        assertThat(changes(bedside)).containsExactly("AudioPauseEnded");
    }

    @Test
    @Tag("N11")
    void aSecondAcknowledgementDoesNotTakeThePlaceOfTheFirst() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).acknowledges(OCCLUSION);
        bedside.runs(SECOND).does(new Event.ConditionAcknowledged(bedside.now(), OCCLUSION, Bedside.SECOND));

        assertThat(condition(bedside, OCCLUSION).acknowledged().orElseThrow().by())
                .isEqualTo(Bedside.NURSE);
        assertThat(changes(bedside)).isEmpty();
    }

    @Test
    @Tag("R32")
    @Tag("R33")
    void whatIsHighCannotBeSetAside() {
        Bedside bedside = Bedside.ready("8.8").pumpRuns("8.8").runs(SECOND);
        bedside.does(new Event.PromptClosed(bedside.now(), "R12", "busy", Bedside.NURSE));

        assertThat(condition(bedside, "R12").acknowledged()).isEmpty();
        assertThat(changes(bedside)).isEmpty();
    }

    @Test
    void anEndThatIsToldTwiceEndsOnce() {
        Bedside bedside = infusing().alarms("INA3", AlarmClass.OCCLUSION).alarmEnds("INA3", AlarmClass.OCCLUSION);
        AlarmCondition ended = condition(bedside, OCCLUSION);
        bedside.runs(MINUTE).alarmEnds("INA3", AlarmClass.OCCLUSION);

        assertThat(condition(bedside, OCCLUSION).endedAt()).isEqualTo(ended.endedAt());
        assertThat(changes(bedside)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    @Tag("R31")
    @Tag("B1")
    void aLinkThatIsBrokenSaysWhy(LinkState state, String words) {
        Bedside bedside = infusing().linkIs(state);

        assertThat(condition(bedside, "LINK_LOST").detail()).isEqualTo(words);
    }

    static Stream<Arguments> aLinkThatIsBrokenSaysWhy() {
        return Stream.of(
                Arguments.of(new LinkState.Unreachable("the port has gone"), "the port has gone"),
                Arguments.of(new LinkState.Refused("error 0E"), "error 0E"),
                Arguments.of(new LinkState.Silent(), ""),
                Arguments.of(new LinkState.Garbled(), ""));
    }

    @Test
    @Tag("R31")
    void aLinkThatIsOnlyBeingMadeIsNotYetLost() {
        Bedside bedside = infusing().linkIs(new LinkState.Connecting("waiting for the first answer"));
        assertThat(keys(bedside)).doesNotContain("LINK_LOST");

        bedside.loses().runs(Duration.ofSeconds(10));
        assertThat(condition(bedside, "LINK_LOST").detail()).isEqualTo("waiting for the first answer");
    }

    @Test
    @Tag("R31")
    void aPumpHasTheTimeToAnswerFromItsBindingOn() {
        Bedside bedside = Bedside.started().opens().loses().runs(Duration.ofHours(1));
        bedside.binds(Bedside.PUMP).runs(Duration.ofSeconds(9));
        assertThat(keys(bedside)).doesNotContain("LINK_LOST");

        assertThat(keys(bedside.runs(SECOND))).contains("LINK_LOST");
    }

    @Test
    @Tag("R31")
    void aPumpHasTheTimeToAnswerFromItsNewestValueOn() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(10)).loses().runs(Duration.ofSeconds(9));
        assertThat(keys(bedside)).doesNotContain("LINK_LOST");

        assertThat(keys(bedside.runs(SECOND))).contains("LINK_LOST");
    }

    @Test
    @Tag("R27")
    void deliveryWithoutAnyOrderIsHighAndAnotherRateThanOrderedIsNot() {
        assertThat(condition(at("3.5"), "R27").kind()).isEqualTo(AlarmKind.RATE_WITHOUT_ORDER);
    }

    @Test
    @Tag("R28")
    void aWeightThatDiffersAsksForTheDosingWeight() {
        WeightEntry heavier = new WeightEntry(
                DosingWeight.ofKg("75"), WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 3));
        Bedside bedside = infusing();
        bedside.does(new Event.WeightMeasured(bedside.now(), heavier, Bedside.NURSE));

        assertThat(condition(bedside, "R28").kind()).isEqualTo(AlarmKind.WEIGHT_CHANGED);
    }

    @Test
    @Tag("R29")
    void anotherConcentrationIsToBeCheckedByASecondPerson() {
        Solution other = new Solution("ketamine", Concentration.ofMgPerMl("5"), "200 mg in 40 mL");
        Bedside bedside = infusing();
        bedside.does(new Event.SolutionEntered(bedside.now(), other, Bedside.NURSE));

        assertThat(condition(bedside, "R29").kind()).isEqualTo(AlarmKind.SOLUTION_UNCHECKED);
    }

    @Test
    @Tag("R11")
    void anInductionOutsideTheRangeIsAdvice() {
        assertThat(condition(Bedside.ready("3.5").pumpRuns("3.5").runs(SECOND), "R11")
                        .kind())
                .isEqualTo(AlarmKind.INDUCTION_OUTSIDE_RANGE);
    }

    @Test
    @Tag("R7")
    void aDayWithoutTheSpecialistIsOverdue() {
        assertThat(condition(infusing().every(MINUTE).runs(Duration.ofHours(25)), "R7")
                        .kind())
                .isEqualTo(AlarmKind.OBSERVATION_OVERDUE);
    }

    @Test
    @Tag("R4")
    void whatTheGuidelineAdvisesBeforeTheCourseIsAdvice() {
        Bedside bedside = Bedside.started().opens();

        assertThat(condition(bedside, "R4").kind()).isEqualTo(AlarmKind.ADVICE);
        assertThat(condition(bedside, "R4").priority()).isEqualTo(AlarmPriority.INFORMATION);
    }

    @Test
    @Tag("C24")
    void aStopThatIsOnlyAGapInTheDataAsksForNoReason() {
        Bedside bedside = infusing().loses().runs(Duration.ofHours(1));

        assertThat(has(bedside, AlarmKind.UNEXPLAINED_STOP)).isFalse();
    }

    @Test
    @Tag("C09")
    @Tag("silent")
    void aStandingPumpAfterATerminationIsAsItShouldBe() {
        Bedside bedside = infusing()
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND)
                .ceases(CessationReason.DISSOCIATION)
                .runs(MINUTE);

        assertThat(has(bedside, AlarmKind.DELIVERY_AFTER_END)).isFalse();
    }

    @Test
    @Tag("C09")
    @Tag("silent")
    void aRestartAfterAPlannedEndIsNoDeliveryAfterATermination() {
        Bedside bedside = infusing()
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND)
                .ceases(CessationReason.PLANNED)
                .pumpRuns("1.75")
                .runs(SECOND);

        assertThat(has(bedside, AlarmKind.DELIVERY_AFTER_END)).isFalse();
    }

    @Test
    @Tag("C06")
    void overInfusionSaysWhatThePumpGivesAndWhatIsOrdered() {
        Bedside bedside = at("1.93").runs(Duration.ofMinutes(16));

        assertThat(condition(bedside, "OVER_INFUSION").basis())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.label() + line.sum() + line.result()).isEqualTo("1.93 mL/h ≠ 1.75 mL/h"));
    }

    @Test
    @Tag("C26")
    void whatIsNotReconciledSaysBothVolumesAndTheDifference() {
        Bedside bedside =
                infusing().runs(Duration.ofMinutes(1)).pumpCounts("1.02").runs(SECOND);
        bedside.pumpCounts("1.04").runs(SECOND);

        assertThat(condition(bedside, "NOT_RECONCILED").basis()).singleElement().satisfies(line -> {
            assertThat(line.sum() + line.label()).matches("0\\.0\\d+ mL ≠ 1\\.04\\d* mL");
            assertThat(line.result()).matches("1\\.0\\d+ mL|0\\.9\\d+ mL");
        });
    }

    @Test
    @Tag("C24")
    void aStopWithAReasonIsNotAskedAbout() {
        Bedside bedside = infusing().explains(StopReason.SYRINGE_CHANGE);
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE);

        assertThat(has(bedside, AlarmKind.UNEXPLAINED_STOP)).isFalse();
    }
}
