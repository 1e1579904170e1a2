package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.at;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.priority;
import static vigil.alarm.Watched.says;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Volume;
import vigil.session.PumpCheck;
import vigil.session.StopReason;

/** Over- and under-infusion: vectors V1 to V6 and V16, rows C06 and C23. */
class FlowSupervisionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

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

    @Test
    @Tag("C06")
    @Tag("fires")
    void aPumpThatDoesNotSayWhetherItRunsIsJudgedByItsCounter() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.UNKNOWN);
        for (int tenths = 1; tenths <= 7; tenths++) {
            for (int reading = 0; reading < 20; reading++) {
                PumpReadingBuilder fields = PumpReading.from(
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
}
