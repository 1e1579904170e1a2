package vigil.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One compartment, whose amounts are known in closed form: what was there dies away, what is given comes to a level. */
class PropagatorTest {
    /** A few units in the last place, in percent. */
    private static final double LAST_BITS = 3e-12;

    private static double[] after(double eliminationPerH, double hours, double amountMg, double mgPerH) {
        double[][] perH = {{-eliminationPerH}};
        return Propagator.over(perH, 0, hours).after(new double[] {amountMg}, mgPerH);
    }

    /** 15.9 is just below a power of two: there the fewest terms of the series would show first. */
    @ParameterizedTest
    @CsvSource({"15900,0.001", "7900,0.001", "1,0.01", "0.5,20", "11,1"})
    void whatWasThereDiesAwayExactlyHoweverLongTheStep(double eliminationPerH, double hours) {
        assertThat(after(eliminationPerH, hours, 100, 0)[0])
                .isCloseTo(100 * Math.exp(-eliminationPerH * hours), withinPercentage(LAST_BITS));
    }

    @ParameterizedTest
    @CsvSource({"15900,0.001", "0.5,20", "2,1"})
    void whatIsGivenComesToItsLevel(double eliminationPerH, double hours) {
        assertThat(after(eliminationPerH, hours, 0, 7)[0])
                .isCloseTo(-7 * Math.expm1(-eliminationPerH * hours) / eliminationPerH, withinPercentage(LAST_BITS));
    }

    @Test
    void withoutEliminationAllThatIsGivenStays() {
        assertThat(after(0, 5, 3, 7)[0]).isCloseTo(38, withinPercentage(LAST_BITS));
    }

    @Test
    void noTimeChangesNothing() {
        assertThat(after(2, 0, 3, 7)[0]).isEqualTo(3);
    }
}
