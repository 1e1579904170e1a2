package vigil.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;

/** The vectors T1 to T8 and T10 of the clinical rules, section 12. */
class DosingTest {
    private static final BigDecimal STEP = new BigDecimal("0.1");

    private static Dosing dosing(String mgPerMl, String kg) {
        return new Dosing(Concentration.ofMgPerMl(mgPerMl), DosingWeight.ofKg(kg));
    }

    @ParameterizedTest
    @CsvSource({
        "T1, 4, 1.75, 70, 7, 0.100000",
        "T2, 4, 8.75, 70, 35, 0.500000",
        "T3, 4, 8.8, 70, 35.2, 0.502857",
        "T4, 4, 8.7, 70, 34.8, 0.497143",
        "T5, 5, 5.0, 70, 25, 0.357143",
        "T6, 5, 5.0, 50, 25, 0.500000",
        "T6, 5, 5.0, 49, 25, 0.510204",
        "T7, 10, 0.7, 70, 7, 0.100000",
        "T8, 4, 1.8, 68.4, 7.2, 0.105263",
        "T10, 0.16, 100, 70, 16, 0.228571"
    })
    void doseRateIsFlowTimesConcentrationByWeight(
            String vector, String mgPerMl, String mlPerH, String kg, String mgPerH, String mgPerKgPerH) {
        DoseRate rate = dosing(mgPerMl, kg).doseRateAt(FlowRate.ofMlPerH(mlPerH));

        assertThat(rate.mgPerH()).as(vector).isEqualByComparingTo(mgPerH);
        assertThat(rate.toDecimal(6)).as(vector).isEqualTo(new BigDecimal(mgPerKgPerH));
    }

    @Tag("R12")
    @ParameterizedTest
    @CsvSource({
        "4, 8.75, 70, false",
        "4, 8.8, 70, true",
        "4, 8.7, 70, false",
        "5, 5.0, 50, false",
        "5, 5.0, 49, true",
        "10, 0.7, 70, false"
    })
    void maximumIsPassedOnlyAboveIt(String mgPerMl, String mlPerH, String kg, boolean above) {
        DoseRate rate = dosing(mgPerMl, kg).doseRateAt(FlowRate.ofMlPerH(mlPerH));

        assertThat(rate.isAbove(DoseLimit.MAXIMUM)).isEqualTo(above);
    }

    @Test
    @Tag("R12")
    void highestStepBelowTheMaximumIsTheLastThatDoesNotPassIt() {
        Dosing dosing = dosing("4", "70");

        FlowRate highest = dosing.highestStepWithin(DoseLimit.MAXIMUM, STEP);

        assertThat(highest).isEqualTo(FlowRate.ofMlPerH("8.7"));
        assertThat(dosing.doseRateAt(new FlowRate(highest.mlPerH().add(STEP))).isAbove(DoseLimit.MAXIMUM))
                .isTrue();
    }

    /** With doubles made of tenths about one setting in ten that lies exactly on a limit would come out above it. */
    @Test
    @Tag("R12")
    void everySettingExactlyOnTheLimitStaysWithinIt() {
        Stream.iterate(200, tenths -> tenths <= 1500, tenths -> tenths + 1).forEach(tenths -> {
            BigDecimal kg = BigDecimal.valueOf(tenths, 1);
            FlowRate onLimit = new FlowRate(kg.multiply(new BigDecimal("0.5")));
            DoseRate rate = new Dosing(Concentration.ofMgPerMl("1"), new DosingWeight(kg)).doseRateAt(onLimit);
            assertThat(rate.isAbove(DoseLimit.MAXIMUM)).as("%s kg", kg).isFalse();
            assertThat(rate.isBelow(DoseLimit.MAXIMUM)).as("%s kg", kg).isFalse();
        });
    }
}
