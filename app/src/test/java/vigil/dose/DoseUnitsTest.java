package vigil.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Volume;

/** The bounds of each quantity, how it is shown, and the tolerance of the alarm page, sections 6.1 and 6.2. */
class DoseUnitsTest {
    private static final DosingWeight KG_70 = DosingWeight.ofKg("70");
    private static final BigDecimal STEP_ML = new BigDecimal("0.1");

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.0", "70", "300"})
    void weightsFromTwentyToThreeHundredAreTaken(String kg) {
        assertThat(DosingWeight.ofKg(kg).kg()).isEqualByComparingTo(kg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.9", "300.1", "0", "-70", "7000"})
    void aWeightOutsideTwentyToThreeHundredIsRefused(String kg) {
        assertThatThrownBy(() -> DosingWeight.ofKg(kg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(kg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.5", "10"})
    void limitsAboveZeroAndUpToTenAreTaken(String limit) {
        assertThat(DoseLimit.of(limit).mgPerKgPerH()).isEqualByComparingTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "10.01", "50"})
    void aLimitOutsideZeroToTenIsRefused(String limit) {
        assertThatThrownBy(() -> DoseLimit.of(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(limit);
    }

    @Test
    void massIsNeverBelowZeroAndMayBeZero() {
        assertThat(DrugMass.ofMg("0").isZero()).isTrue();
        assertThat(DrugMass.ofMg("0.000001").isZero()).isFalse();
        assertThat(DrugMass.ofMg("1").minus(DrugMass.ofMg("1"))).isEqualTo(DrugMass.ZERO);
        assertThatThrownBy(() -> DrugMass.ofMg("1").minus(DrugMass.ofMg("1.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void massInAVolumeIsVolumeTimesConcentration() {
        Concentration strength = Concentration.ofMgPerMl("4");

        assertThat(new Dosing(strength, KG_70).massIn(Volume.ofMl("1.75"))).isEqualTo(DrugMass.ofMg("7"));
        assertThat(DrugMass.in(Volume.ofMl("0.1"), strength)).isEqualTo(DrugMass.ofMg("0.4"));
    }

    @Test
    void massIsShownRoundedHalfUpAndOrderedBySize() {
        DrugMass mass = DrugMass.ofMg("168.45");

        assertThat(mass.toDisplay(1)).isEqualTo("168.5");
        assertThat(mass.perKgDisplay(KG_70, 2)).isEqualTo("2.41");
        assertThat(mass).isGreaterThan(DrugMass.ofMg("168.4")).isLessThan(DrugMass.ofMg("168.5"));
    }

    @Test
    void doseRateIsShownWithThreeDecimalsAndMayBeZeroButNotBelow() {
        assertThat(new DoseRate(new BigDecimal("35.2"), KG_70).toDisplay()).isEqualTo("0.503");
        assertThat(new DoseRate(BigDecimal.ZERO, KG_70).isZero()).isTrue();
        assertThat(new DoseRate(new BigDecimal("0.1"), KG_70).isZero()).isFalse();
        assertThatThrownBy(() -> new DoseRate(new BigDecimal("-0.1"), KG_70))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"5.51, true, false", "5.5, false, false", "5, false, false", "4.5, false, false", "4.49, false, true"})
    void exactlyTenPerCentOfTheOrderedRateIsWithin(String reported, boolean above, boolean below) {
        FlowRate ordered = FlowRate.ofMlPerH("5");

        assertThat(FlowTolerance.isAbove(FlowRate.ofMlPerH(reported), ordered)).isEqualTo(above);
        assertThat(FlowTolerance.isBelow(FlowRate.ofMlPerH(reported), ordered)).isEqualTo(below);
    }

    /** 10 mL/h are 1 mL in six minutes; 10 % of it and one step of the counter are within. */
    @ParameterizedTest
    @CsvSource({"1.21, true, false", "1.2, false, false", "1, false, false", "0.8, false, false", "0.79, false, true"})
    void tenPerCentOfAVolumeAndOneStepOfTheCounterAreWithin(String counted, boolean above, boolean below) {
        FlowRate ordered = FlowRate.ofMlPerH("10");
        BigDecimal volume = new BigDecimal(counted);
        Duration time = Duration.ofMinutes(6);

        assertThat(FlowTolerance.isAbove(volume, time, ordered, STEP_ML)).isEqualTo(above);
        assertThat(FlowTolerance.isBelow(volume, time, ordered, STEP_ML)).isEqualTo(below);
    }

    /** Two steps of 0.1 mL are 10 % of 2 mL. */
    @Test
    void volumeIsCountedUntilTenPerCentAreTwoStepsOfTheCounter() {
        Duration least = Duration.ofMinutes(5);

        assertThat(FlowTolerance.window(FlowRate.ofMlPerH("10"), STEP_ML, least))
                .isEqualTo(Duration.ofMinutes(12));
        assertThat(FlowTolerance.window(FlowRate.ofMlPerH("60"), STEP_ML, least))
                .isEqualTo(least);
        assertThat(FlowTolerance.window(FlowRate.ZERO, STEP_ML, least)).isEqualTo(least);
        assertThat(FlowTolerance.window(FlowRate.ofMlPerH("7"), STEP_ML, least))
                .isEqualTo(Duration.ofNanos(1_028_571_428_572L));
    }

    @Test
    void aCourseKeepsOneMarkAMinuteHoweverManyReadingsItHas() {
        DoseTotals totals = DoseTotals.NONE;
        for (int second = 0; second < 180; second++) {
            totals = totals.plus(DrugMass.ofMg("0.01"), LocalDate.of(2026, 3, 2), Duration.ofSeconds(second));
        }

        assertThat(totals.minutes()).hasSize(3);
    }

    @Test
    void aListWithOneEntryReplacedHasAllOthersAsTheyWere() {
        GrowingList<Integer> list = GrowingList.<Integer>empty().with(1).with(2).with(3);

        assertThat(list.replacing(1, 9)).containsExactly(1, 9, 3);
        assertThat(list).containsExactly(1, 2, 3);
    }
}
