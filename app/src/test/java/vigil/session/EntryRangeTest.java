package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vigil.dose.DoseLimit;
import vigil.engine.Bedside;
import vigil.pump.FlowRate;

/** Entries that contradict themselves or what was entered before: refused whole, with the values named. */
class EntryRangeTest {
    private static Event order(Bedside bedside, String mlPerH, String lowest, String highest, RateOrder.Kind kind) {
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH(mlPerH), DoseLimit.of(lowest), DoseLimit.of(highest), kind, "Dr P. Okafor");
        return new Event.RateOrdered(bedside.now(), order, Bedside.PHYSICIAN);
    }

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofSeconds(2));
    }

    @Test
    void aRangeThatEndsBelowItsBeginningIsNamed() {
        Bedside bedside = infusing();

        assertThat(bedside.engine().check(order(bedside, "1.75", "0.3", "0.1", RateOrder.Kind.CHANGE)))
                .contains("the range of the order ends below its beginning: 0.3 > 0.1 mg/kg/h");
        assertThat(bedside.engine().check(order(bedside, "1.75", "0.1", "0.1", RateOrder.Kind.CHANGE)))
                .isEmpty();
    }

    @Test
    void aWeanStepThatDoesNotLowerTheRateIsNamed() {
        Bedside bedside = infusing();

        assertThat(bedside.engine().check(order(bedside, "1.8", "0.05", "0.5", RateOrder.Kind.WEAN_STEP)))
                .contains("a wean step must lower the ordered rate: 1.8 ≥ 1.75 mL/h");
    }

    @Test
    void anEntryThatIsRefusedChangesNothing() {
        Bedside bedside = infusing();
        Session before = bedside.session();

        assertThat(bedside.engine().check(order(bedside, "1.75", "0.3", "0.1", RateOrder.Kind.CHANGE)))
                .isPresent();

        assertThat(bedside.engine().session()).isEqualTo(before);
    }
}
