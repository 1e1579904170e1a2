package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmKind;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;

/**
 * Values of the counter that the pump never said: one turned bit makes another digit of a digit, and New Era's basic mode has
 * no check (ruling A19). At 1.75 mL/h and 4 mg/mL; one reading a second.
 */
@Tag("A5")
@Tag("A18")
@Tag("A19")
class CounterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A running pump whose counter stands at {@code ml}; what it counted before is no patient dose. */
    private static Bedside infusingAt(String ml) {
        Bedside bedside = Bedside.ready("1.75").pumpCounts(ml).runs(Duration.ofSeconds(3));
        return bedside.pumpRuns("1.75").runs(SECOND);
    }

    private static Bedside says(Bedside bedside, String... ml) {
        for (String each : ml) {
            bedside.passes(SECOND).pumpCounts(each).reads();
        }
        return bedside;
    }

    private static boolean isAtLeast(Bedside bedside) {
        return bedside.snapshot().totals().atLeast();
    }

    private static List<Segment> segments(Bedside bedside) {
        return bedside.session().dosage().segments().all();
    }

    private static Optional<AlarmCondition> prompt(Bedside bedside) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == AlarmKind.COUNTER_IMPLAUSIBLE)
                .findFirst();
    }

    @Test
    @Tag("R30")
    void aValueThatStoodTooHighForOneReadingIsNotCountedTwice() {
        Bedside bedside = says(infusingAt("8.95"), "8.957", "8.978", "8.958", "8.959");
        assertThat(segments(bedside)).hasSize(1);
        // (8.978 - 8.95) mL: the total never falls, it waits
        assertThat(bedside.mg()).isEqualTo("0.112");
        assertThat(segments(bedside).getFirst().counted().estimated()).isTrue();
        assertThat(isAtLeast(bedside)).isFalse();

        says(bedside, "8.977");
        assertThat(bedside.mg()).isEqualTo("0.112");
        says(bedside, "8.979");
        // exact again
        assertThat(bedside.mg()).isEqualTo("0.116");
    }

    @Test
    @Tag("fires")
    void whatWasTakenForTooHighIsToldUntilItsCauseIsRecorded() {
        Bedside bedside = says(infusingAt("8.95"), "8.957", "8.978", "8.958");

        assertThat(prompt(bedside).orElseThrow().basis().getFirst().sum()).isEqualTo("8.978 mL ≠ 8.958 mL");
        says(bedside, "8.959", "8.96");
        assertThat(prompt(bedside)).isPresent();
        bedside.does(new Event.DeliveryExplained(bedside.now(), DeliveryCause.OTHER, "line", Bedside.NURSE));
        says(bedside, "8.961");
        assertThat(prompt(bedside)).isEmpty();
    }

    @Test
    @Tag("R30")
    void aValueFarAboveTheLineWaitsForTheNextAndIsTakenForNoise() {
        // 1 and 9 differ in one bit
        Bedside bedside = says(infusingAt("10.45"), "10.451", "90.451");
        assertThat(bedside.mg()).isEqualTo("0.004");
        assertThat(isAtLeast(bedside)).isTrue();

        says(bedside, "10.452");
        assertThat(bedside.mg()).isEqualTo("0.008");
        assertThat(isAtLeast(bedside)).isFalse();
        assertThat(prompt(bedside)).isEmpty();
    }

    @Test
    @Tag("R30")
    void aValueFarBelowTheLineIsNoReset() {
        // 8 and 0 differ in one bit
        Bedside bedside = says(infusingAt("8.04"), "8.041", "0.042");
        assertThat(bedside.mg()).isEqualTo("0.004");
        assertThat(isAtLeast(bedside)).isTrue();

        says(bedside, "8.043");
        assertThat(bedside.mg()).isEqualTo("0.012");
        assertThat(segments(bedside)).hasSize(1);
        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    @Tag("silent")
    void aCounterSetBackCountsFromZeroOnceASecondReadingSaysSo() {
        Bedside bedside = says(infusingAt("8.95"), "8.951", "0.001");
        assertThat(isAtLeast(bedside)).isTrue();

        says(bedside, "0.002");
        assertThat(bedside.mg()).isEqualTo("0.012");
        assertThat(segments(bedside))
                .extracting(Segment::openedBecause)
                .containsExactly(Segment.Cause.START, Segment.Cause.COUNTER_RESET);
        assertThat(isAtLeast(bedside)).isFalse();
        assertThat(prompt(bedside)).isEmpty();
    }

    @Test
    @Tag("fires")
    void aFallThatNoResetCanHaveMadeIsNotCountedAndTheTotalIsALowerBoundForGood() {
        Bedside bedside = says(infusingAt("8.95"), "8.951", "5.3", "5.301", "5.302");

        assertThat(bedside.mg()).isEqualTo("0.012");
        assertThat(isAtLeast(bedside)).isTrue();
        assertThat(prompt(bedside).orElseThrow().basis().getFirst().sum()).isEqualTo("5.3 mL ≠ 8.951 mL");
    }

    @Test
    @Tag("R26")
    void aJumpThatTheNextReadingConfirmsIsCountedAndUnexpected() {
        Bedside bedside = says(infusingAt("8.95"), "8.951", "10.951");
        assertThat(bedside.mg()).isEqualTo("0.004");
        assertThat(isAtLeast(bedside)).isTrue();

        says(bedside, "10.952");
        assertThat(bedside.mg()).isEqualTo("8.008");
        assertThat(bedside.snapshot().attention().conditions())
                .extracting(AlarmCondition::kind)
                .contains(AlarmKind.UNEXPECTED_DELIVERY);
    }

    @Test
    @Tag("A20")
    void aFallThatMayBeNoiseOrAResetIsSaidToBeALowerBound() {
        // Two minutes without data; 0.4 mL lie between the values before, and a reset can have led there as well
        Bedside bedside = says(infusingAt("0.2"), "0.201");
        bedside.passes(Duration.ofMinutes(2));
        says(bedside, "0.6", "0.4");

        assertThat(bedside.mg()).isEqualTo("1.6");
        assertThat(isAtLeast(bedside)).isTrue();
    }

    @Test
    void aBolusThatThePumpTellsOfIsBelievedAtOnce() {
        Bedside bedside = says(infusingAt("1"), "1.001").pumpIs(DeliveryStatus.PURGING);
        says(bedside, "4");

        assertThat(bedside.session().delivery().isCounterInDoubt()).isFalse();
    }

    @Test
    void oneRejectedValueInAMinuteIsCountedForTheQualityOfTheLine() {
        Bedside bedside = says(infusingAt("8.04"), "8.041");
        int before = bedside.session().delivery().quality().rejected();
        says(bedside, "0.042", "8.043");

        assertThat(bedside.session().delivery().quality().rejected()).isEqualTo(before + 1);
    }
}
