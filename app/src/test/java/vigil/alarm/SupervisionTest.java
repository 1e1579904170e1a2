package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.SiteSetting;
import vigil.session.StopReason;

/** The watch over the pump: vectors V1 to V9 and V14 to V16, rows C06, C07, C15, C16, C23, C24, C26, C28. */
class SupervisionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Ordered 1.75 mL/h and nothing else, 4 mg/mL, 70 kg; the pump is at that rate. */
    private static Bedside infusing() {
        return Bedside.ready("1.75")
                .ordersExactly("1.75", "0.1")
                .pumpRuns("1.75")
                .runs(SECOND);
    }

    private static boolean has(Bedside bedside, AlarmKind kind) {
        return condition(bedside, kind).isPresent();
    }

    private static Optional<AlarmCondition> condition(Bedside bedside, AlarmKind kind) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == kind)
                .findFirst();
    }

    private static AlarmPriority priority(Bedside bedside, AlarmKind kind) {
        return condition(bedside, kind).orElseThrow().priority();
    }

    /** From now on the pump runs at a rate, seen first one second later. */
    private static Bedside at(String mlPerH) {
        return infusing().pumpRuns(mlPerH).runs(SECOND);
    }

    @Test
    @Tag("V1")
    @Tag("C06")
    @Tag("silent")
    void tenPercentAboveIsWithin() {
        assertThat(has(at("1.925").runs(HOUR), AlarmKind.OVER_INFUSION)).isFalse();
    }

    @Test
    @Tag("V2")
    @Tag("C06")
    @Tag("silent")
    void fifteenMinutesAboveAreNotYetOverInfusion() {
        assertThat(has(at("1.93").runs(QUARTER), AlarmKind.OVER_INFUSION)).isFalse();
    }

    @Test
    @Tag("V3")
    @Tag("C06")
    @Tag("fires")
    void oneSecondLongerIsOverInfusion() {
        Bedside bedside = at("1.93").runs(QUARTER.plus(SECOND));

        assertThat(priority(bedside, AlarmKind.OVER_INFUSION)).isEqualTo(AlarmPriority.HIGH);
    }

    @Test
    @Tag("V4")
    @Tag("C23")
    @Tag("silent")
    void tenPercentBelowIsWithin() {
        assertThat(has(at("1.575").runs(HOUR), AlarmKind.UNDER_INFUSION)).isFalse();
    }

    @Test
    @Tag("V5")
    @Tag("C23")
    @Tag("fires")
    void lessForLongerThanFifteenMinutesIsUnderInfusion() {
        Bedside bedside = at("1.57").runs(QUARTER);
        assertThat(has(bedside, AlarmKind.UNDER_INFUSION)).isFalse();

        assertThat(priority(bedside.runs(SECOND), AlarmKind.UNDER_INFUSION)).isEqualTo(AlarmPriority.LOW);
    }

    @Test
    @Tag("V6")
    @Tag("C23")
    @Tag("silent")
    void aPauseIsNoUnderInfusion() {
        Bedside bedside = at("1.57").explains(StopReason.SIDE_EFFECT_PAUSE);
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(HOUR);

        assertThat(has(bedside, AlarmKind.UNDER_INFUSION)).isFalse();
    }

    @Test
    @Tag("C06")
    @Tag("fires")
    void aGapBetweenTwoFailingSamplesDoesNotRestartTheTimer() {
        Bedside bedside = at("1.93").runs(Duration.ofMinutes(8)).loses().runs(Duration.ofMinutes(5));
        bedside.reconnects().runs(Duration.ofMinutes(2)).runs(SECOND);

        AlarmCondition found = condition(bedside, AlarmKind.OVER_INFUSION).orElseThrow();
        assertThat(found.basis().getFirst().result()).as("marked as estimated").isEqualTo("~");
    }

    @Test
    @Tag("C06")
    @Tag("silent")
    void aSampleWithinRestartsTheTimer() {
        Bedside bedside =
                at("1.93").runs(Duration.ofMinutes(14)).pumpRuns("1.75").runs(SECOND);
        bedside.pumpRuns("1.93").runs(Duration.ofMinutes(14));

        assertThat(has(bedside, AlarmKind.OVER_INFUSION)).isFalse();
    }

    @Test
    @Tag("C06")
    @Tag("silent")
    void aRateWithinTheRangeThatTwoPeopleCheckedCountsAsOrdered() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
        bedside.pumpRuns("3.5").runs(SECOND).checks(PumpCheck.Occasion.RATE_CHANGE);

        assertThat(has(bedside.runs(HOUR), AlarmKind.OVER_INFUSION)).isFalse();
    }

    @Test
    @Tag("C06")
    @Tag("fires")
    void aRateWithinTheRangeThatNobodyCheckedIsOff() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND).leavesPumpUnchecked();
        bedside.pumpRuns("3.5").runs(SECOND).runs(QUARTER.plus(SECOND));

        assertThat(has(bedside, AlarmKind.OVER_INFUSION)).isTrue();
    }

    @Test
    @Tag("C06")
    @Tag("fires")
    void aCounterThatRunsFasterThanTheReportedRateIsOverInfusion() {
        Bedside bedside = infusing();
        counts(bedside, "1.75", 350, 17);

        assertThat(priority(bedside, AlarmKind.OVER_INFUSION)).isEqualTo(AlarmPriority.HIGH);
    }

    /** A reading every 6 s at the reported rate, while the counter rises by so many ten-thousandths of a mL a minute. */
    private static void counts(Bedside bedside, String mlPerH, int rise, int minutes) {
        int counted = 10;
        for (int minute = 0; minute < minutes; minute++) {
            counted += rise;
            for (int reading = 0; reading < 10; reading++) {
                Moment at = bedside.passes(Duration.ofSeconds(6)).now();
                says(
                        bedside,
                        PumpReading.from(Bedside.PUMP, at)
                                .flowRate(FlowRate.ofMlPerH(mlPerH))
                                .volumeInfused(Volume.ofMl("0." + "%04d".formatted(counted + rise * reading / 10))));
            }
        }
    }

    private static void says(Bedside bedside, PumpReading.Builder fields) {
        bedside.said(new PumpEvent.Reading(
                fields.deliveryStatus(DeliveryStatus.DELIVERING).build()));
    }

    @Test
    @Tag("C06")
    @Tag("fires")
    void aPumpThatDoesNotSayWhetherItRunsIsJudgedByItsCounter() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.UNKNOWN);
        for (int tenths = 1; tenths <= 7; tenths++) {
            for (int reading = 0; reading < 20; reading++) {
                PumpReading.Builder fields = PumpReading.from(
                                Bedside.PUMP,
                                bedside.passes(Duration.ofSeconds(9)).now())
                        .flowRate(FlowRate.ofMlPerH("2"))
                        .volumeInfused(Volume.ofMl("0." + tenths));
                bedside.said(new PumpEvent.Reading(fields.build()));
            }
        }

        assertThat(has(bedside, AlarmKind.OVER_INFUSION)).isTrue();
    }

    @Test
    @Tag("V16")
    @Tag("C06")
    @Tag("C23")
    @Tag("silent")
    void aCoarseCounterIsNotJudgedBeforeTwoOfItsStepsAreTenPercent() {
        Bedside bedside = infusing();
        for (int tenths = 1; tenths <= 6; tenths++) {
            for (int reading = 0; reading < 20; reading++) {
                Moment at = bedside.passes(Duration.ofSeconds(10)).now();
                says(
                        bedside,
                        PumpReading.from(Bedside.PUMP, at)
                                .flowRate(FlowRate.ofMlPerH("1.75"))
                                .volumeInfused(Volume.ofMl("0." + tenths)));
            }
        }

        assertThat(has(bedside, AlarmKind.OVER_INFUSION)).isFalse();
        assertThat(has(bedside, AlarmKind.UNDER_INFUSION)).isFalse();
    }

    private static Bedside jumps(String rise) {
        Bedside bedside = infusing().every(Duration.ofMinutes(1)).runs(Duration.ofMinutes(1));
        Volume before = bedside.session()
                .delivery()
                .newest()
                .flatMap(it -> it.reading().volumeInfused())
                .orElseThrow();
        Moment at = bedside.passes(Duration.ofMinutes(1)).now();
        says(
                bedside,
                PumpReading.from(Bedside.PUMP, at)
                        .flowRate(FlowRate.ofMlPerH("1.75"))
                        .volumeInfused(new Volume(before.ml().add(new java.math.BigDecimal(rise)))));
        return bedside;
    }

    @Test
    @Tag("V14")
    @Tag("R26")
    @Tag("C07")
    @Tag("fires")
    void aJumpAboveTheHighestOrderedRateAndTheGuardIsUnexpected() {
        Bedside bedside = jumps("0.3");

        AlarmCondition found = condition(bedside, AlarmKind.UNEXPECTED_DELIVERY).orElseThrow();
        assertThat(found.priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(found.basis().getFirst().sum()).isEqualTo("0.3 mL > 1.75 mL/h × 60 s + 0.2 mL");
    }

    @Test
    @Tag("V15")
    @Tag("R26")
    @Tag("C07")
    @Tag("silent")
    void aSmallerJumpIsNot() {
        assertThat(has(jumps("0.2"), AlarmKind.UNEXPECTED_DELIVERY)).isFalse();
    }

    @Test
    @Tag("V14")
    @Tag("R26")
    @Tag("C07")
    @Tag("fires")
    void aBolusReadEverySecondStandsOutOverTheMinute() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(2));
        assertThat(has(bedside, AlarmKind.UNEXPECTED_DELIVERY)).isFalse();

        bedside.every(SECOND).pumpRuns("60").runs(Duration.ofSeconds(18));

        assertThat(has(bedside, AlarmKind.UNEXPECTED_DELIVERY)).isTrue();
    }

    @Test
    @Tag("V15")
    @Tag("R26")
    @Tag("C07")
    @Tag("silent")
    void aFractionOfABolusReadEverySecondDoesNot() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(2));

        // 0.15 mL in 9 s, and as ordered before and after
        bedside.every(SECOND).pumpRuns("60").runs(Duration.ofSeconds(9));
        bedside.pumpRuns("1.75").runs(Duration.ofMinutes(2));

        assertThat(has(bedside, AlarmKind.UNEXPECTED_DELIVERY)).isFalse();
    }

    @Test
    @Tag("R26")
    @Tag("fires")
    void thePumpsOwnWordForABolusIsUnexpectedUntilItsCauseIsRecorded() {
        Bedside bedside = infusing();
        Moment at = bedside.passes(SECOND).now();
        says(
                bedside,
                PumpReading.from(Bedside.PUMP, at)
                        .flowRate(FlowRate.ofMlPerH("1.75"))
                        .bolusActive(true));
        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, AlarmKind.UNEXPECTED_DELIVERY)
                        .orElseThrow()
                        .isActive())
                .isTrue();

        bedside.does(new Event.DeliveryExplained(
                bedside.now(), DeliveryCause.GIVEN_AT_PUMP, "key found in the lock", Bedside.NURSE));
        assertThat(condition(bedside, AlarmKind.UNEXPECTED_DELIVERY)
                        .orElseThrow()
                        .isActive())
                .isFalse();
    }

    @Test
    @Tag("C07")
    @Tag("fires")
    void freeFlowReportedByThePumpIsHigh() {
        Bedside bedside = infusing().alarms("FF", AlarmClass.FREE_FLOW);

        assertThat(priority(bedside, AlarmKind.PUMP_ALARM)).isEqualTo(AlarmPriority.HIGH);
    }

    /** An alarm of the kind, then stopped, then started, each a second later. */
    private static void cycle(Bedside bedside, AlarmClass kind) {
        bedside.alarms("A", kind).pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);
        bedside.alarmEnds("A", kind).pumpIs(DeliveryStatus.DELIVERING).runs(SECOND);
    }

    private static Bedside cycles(Duration second, Duration third, AlarmClass last) {
        Bedside bedside = infusing();
        cycle(bedside, AlarmClass.OCCLUSION);
        bedside.runs(second.minusSeconds(2));
        cycle(bedside, AlarmClass.OCCLUSION);
        bedside.runs(third.minus(second).minusSeconds(2));
        assertThat(has(bedside, AlarmKind.STOP_START_CYCLE)).isFalse();
        cycle(bedside, last);
        return bedside;
    }

    @Test
    @Tag("V7")
    @Tag("C16")
    @Tag("N6")
    @Tag("fires")
    void theThirdStartAfterTheSameAlarmWithinTenMinutesIsAnAlarmThatLatches() {
        Bedside bedside = cycles(Duration.ofMinutes(4), Duration.ofSeconds(599), AlarmClass.OCCLUSION);
        assertThat(priority(bedside, AlarmKind.STOP_START_CYCLE)).isEqualTo(AlarmPriority.MEDIUM);

        bedside.runs(Duration.ofMinutes(20));
        assertThat(condition(bedside, AlarmKind.STOP_START_CYCLE).orElseThrow().endedAt())
                .isPresent();
        assertThat(has(bedside.acknowledges("STOP_START_CYCLE"), AlarmKind.STOP_START_CYCLE))
                .isFalse();
    }

    @Test
    @Tag("V8")
    @Tag("C16")
    @Tag("fires")
    void exactlyTenMinutesCount() {
        Bedside bedside = cycles(Duration.ofMinutes(5), Duration.ofMinutes(10), AlarmClass.OCCLUSION);

        assertThat(has(bedside, AlarmKind.STOP_START_CYCLE)).isTrue();
    }

    @Test
    @Tag("V9")
    @Tag("C16")
    @Tag("silent")
    void aSecondMoreDoesNotNorDoTwoKinds() {
        assertThat(has(
                        cycles(Duration.ofMinutes(5), Duration.ofSeconds(601), AlarmClass.OCCLUSION),
                        AlarmKind.STOP_START_CYCLE))
                .isFalse();
        assertThat(has(
                        cycles(Duration.ofMinutes(4), Duration.ofSeconds(599), AlarmClass.AIR_IN_LINE),
                        AlarmKind.STOP_START_CYCLE))
                .isFalse();
    }

    private static Bedside stoppedFor(Optional<Duration> planned) {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);
        planned.ifPresent(length -> bedside.does(new Event.StopExplained(
                bedside.now(), StopReason.SITE_CHANGE, "", Optional.of(length), Bedside.NURSE)));
        return bedside;
    }

    @Test
    @Tag("C24")
    @Tag("N7")
    @Tag("fires")
    void aStopWithoutAReasonIsTooLongAfterFiveMinutesAndRemindsEveryFifteen() {
        Bedside bedside =
                stoppedFor(Optional.empty()).runs(Duration.ofMinutes(5).minus(SECOND));
        assertThat(has(bedside, AlarmKind.PAUSED_TOO_LONG)).isFalse();
        assertThat(priority(bedside.runs(SECOND), AlarmKind.PAUSED_TOO_LONG)).isEqualTo(AlarmPriority.LOW);

        bedside.acknowledges("PAUSED_TOO_LONG").runs(QUARTER.minus(SECOND));
        assertThat(condition(bedside, AlarmKind.PAUSED_TOO_LONG).orElseThrow().acknowledged())
                .isPresent();
        bedside.runs(SECOND);
        assertThat(condition(bedside, AlarmKind.PAUSED_TOO_LONG).orElseThrow().acknowledged())
                .isEmpty();
    }

    @Test
    @Tag("C24")
    @Tag("silent")
    void aPlannedStopHasItsPlannedTimeAndFiveMinutes() {
        Bedside bedside = stoppedFor(Optional.of(Duration.ofMinutes(20)))
                .runs(Duration.ofMinutes(25).minus(SECOND));
        assertThat(has(bedside, AlarmKind.PAUSED_TOO_LONG)).isFalse();

        assertThat(has(bedside.runs(SECOND), AlarmKind.PAUSED_TOO_LONG)).isTrue();
    }

    @Test
    @Tag("C24")
    @Tag("silent")
    void aPauseForASideEffectIsPlannedForAnHour() {
        Bedside bedside = infusing().explains(StopReason.SIDE_EFFECT_PAUSE);
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(64));

        assertThat(has(bedside, AlarmKind.PAUSED_TOO_LONG)).isFalse();
        assertThat(has(bedside.runs(Duration.ofMinutes(1)), AlarmKind.PAUSED_TOO_LONG))
                .isTrue();
    }

    @Test
    @Tag("C15")
    @Tag("fires")
    void aCounterThatStandsStillWhileThePumpSaysItDeliversIsFrozen() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(1));
        frozen(bedside, 10, Optional.empty());
        assertThat(has(bedside, AlarmKind.FROZEN_DATA)).isFalse();

        frozen(bedside, 1, Optional.empty());
        assertThat(priority(bedside, AlarmKind.FROZEN_DATA)).isEqualTo(AlarmPriority.MEDIUM);
    }

    @Test
    @Tag("C15")
    @Tag("silent")
    void aSlowPumpThatMovesWithItsStepIsNotFrozen() {
        Bedside bedside = infusing().orders("0.1", RateOrder.Kind.CHANGE, "0.1").pumpRuns("0.1");

        // 0.001 mL at 0.1 mL/h takes 36 s
        assertThat(has(bedside.runs(Duration.ofMinutes(5)), AlarmKind.FROZEN_DATA))
                .isFalse();
    }

    @Test
    @Tag("C15")
    @Tag("fires")
    void aPumpClockThatStandsStillIsFrozen() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(1));
        frozen(bedside, 8, Optional.of(77L));
        assertThat(has(bedside, AlarmKind.FROZEN_DATA)).isFalse();

        frozen(bedside, 3, Optional.of(77L));
        assertThat(has(bedside, AlarmKind.FROZEN_DATA)).isTrue();
    }

    /** The same answer once a second. */
    private static void frozen(Bedside bedside, int seconds, Optional<Long> clock) {
        Volume volume = bedside.session()
                .delivery()
                .newest()
                .flatMap(it -> it.reading().volumeInfused())
                .orElseThrow();
        for (int second = 0; second < seconds; second++) {
            PumpReading.Builder fields = PumpReading.from(
                            Bedside.PUMP, bedside.passes(SECOND).now())
                    .flowRate(FlowRate.ofMlPerH("1.75"))
                    .volumeInfused(volume);
            clock.ifPresent(fields::deviceTimeS);
            says(bedside, fields);
        }
    }

    @Test
    @Tag("C26")
    @Tag("fires")
    void aDifferenceAboveAMillilitreAndFivePercentIsReconciled() {
        Bedside bedside =
                infusing().runs(Duration.ofMinutes(1)).pumpCounts("1.02").runs(SECOND);
        assertThat(has(bedside, AlarmKind.NOT_RECONCILED)).isFalse();

        bedside.pumpCounts("1.04").runs(SECOND);
        assertThat(priority(bedside, AlarmKind.NOT_RECONCILED)).isEqualTo(AlarmPriority.LOW);
    }

    @Test
    @Tag("C26")
    @Tag("silent")
    void aGapThatTheCounterBridgesIsNoDifference() {
        Bedside bedside = infusing().loses().runs(HOUR).reconnects().runs(Duration.ofMinutes(1));

        assertThat(has(bedside, AlarmKind.NOT_RECONCILED)).isFalse();
    }

    @Test
    @Tag("A21")
    @Tag("fires")
    void aPurgeIsFlaggedUntilItIsRecordedAndNeverInTheTotal() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(1));
        String before = bedside.mg();
        bedside.pumpIs(DeliveryStatus.PURGING).runs(SECOND).pumpCounts("2").runs(Duration.ofSeconds(3));
        assertThat(has(bedside, AlarmKind.PURGE_NOT_RECORDED)).isTrue();
        assertThat(bedside.snapshot().totals().atLeast()).isTrue();

        bedside.does(new Event.PurgeRecorded(bedside.now(), Volume.ofMl("2"), Bedside.NURSE));
        assertThat(has(bedside, AlarmKind.PURGE_NOT_RECORDED)).isFalse();
        assertThat(bedside.mg()).isEqualTo(before);
    }

    @Test
    @Tag("C28")
    @Tag("fires")
    void aPumpCheckIsDueHourlyAndOverdueAQuarterLater() {
        Bedside bedside = Bedside.ready("1.75").leavesPumpUnchecked().pumpRuns("1.75");
        bedside.every(Duration.ofSeconds(5)).runs(Duration.ofSeconds(5)).runs(Duration.ofMinutes(75));
        assertThat(bedside.session()
                        .supervision()
                        .checks()
                        .overdue(bedside.session().elapsed()))
                .isEmpty();

        assertThat(priority(bedside.runs(Duration.ofSeconds(5)), AlarmKind.PUMP_CHECK_OVERDUE))
                .isEqualTo(AlarmPriority.LOW);
        bedside.runs(Duration.ofSeconds(5));
        assertThat(has(bedside.checks(PumpCheck.Occasion.HOURLY), AlarmKind.PUMP_CHECK_OVERDUE))
                .isFalse();
    }

    @Test
    @Tag("C28")
    @Tag("fires")
    void startRateChangeAndSyringeChangeEachAskForACheck() {
        Bedside bedside = Bedside.started()
                .leavesPumpUnchecked()
                .opens()
                .reads()
                .binds(Bedside.PUMP)
                .pumpRuns("1.75")
                .runs(SECOND);
        assertThat(occasions(bedside)).containsExactly(PumpCheck.Occasion.START, PumpCheck.Occasion.HOURLY);

        bedside.checks(PumpCheck.Occasion.START).pumpRuns("3.5").runs(SECOND);
        assertThat(occasions(bedside)).contains(PumpCheck.Occasion.RATE_CHANGE);

        bedside.checks(PumpCheck.Occasion.RATE_CHANGE)
                .runs(Duration.ofMinutes(1))
                .pumpCounts("0")
                .runs(SECOND);
        assertThat(occasions(bedside)).contains(PumpCheck.Occasion.SYRINGE_CHANGE);
    }

    private static List<PumpCheck.Occasion> occasions(Bedside bedside) {
        return bedside.session().supervision().checks().open().stream()
                .map(duty -> duty.occasion())
                .toList();
    }

    @Test
    @Tag("A26")
    @Tag("C03")
    @Tag("fires")
    void theSitesCapInMilligramsIsAnotherLimit() {
        Bedside bedside = Bedside.ready("3.5").pumpRuns("3.5").runs(SECOND);
        assertThat(has(bedside.chooses(SiteSetting.CAP_MG_PER_H, "14").runs(SECOND), AlarmKind.DOSE_ABOVE_MAXIMUM))
                .as("14 mg/h exactly")
                .isFalse();

        bedside.chooses(SiteSetting.CAP_MG_PER_H, "13.9").runs(SECOND);
        assertThat(condition(bedside, AlarmKind.DOSE_ABOVE_MAXIMUM)
                        .orElseThrow()
                        .basis())
                .extracting(line -> line.sum())
                .containsExactly("14.00 mg/h > 13.90 mg/h");
    }

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
