package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.priority;
import static vigil.alarm.Watched.says;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.SiteSetting;

/** What the pump gives beyond order and limits: vectors V14 and V15, rows C07 and C03 with the cap in mg. */
class UnexpectedDeliveryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

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
}
