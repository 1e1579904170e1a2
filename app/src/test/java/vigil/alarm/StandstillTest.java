package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.priority;
import static vigil.alarm.Watched.says;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.RateOrder;
import vigil.session.StopReason;

/** Stops, starts and counters that stand still: vectors V7 to V9, rows C15, C16, C24 and C26, purges. */
class StandstillTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

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
            PumpReadingBuilder fields = PumpReading.from(
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
}
