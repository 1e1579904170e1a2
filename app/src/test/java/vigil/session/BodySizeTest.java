package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.dose.DosingWeight;
import vigil.session.BodySize.DosedOn;

/** Which weight doses go by (ruling A15); 170 cm is 2.89 m², so that 30 kg/m² is 86.7 kg and 22 kg/m² is 63.58 kg. */
class BodySizeTest {
    private static BodySize size(String kg, DosedOn dosedOn) {
        return new BodySize(new BigDecimal("170"), DosingWeight.ofKg(kg), dosedOn, "advice of the pharmacy");
    }

    @ParameterizedTest
    @CsvSource({"86.69, false", "86.7, true", "110, true"})
    void obesityBeginsExactlyAtThirtyKilogramsASquareMetre(String kg, boolean obese) {
        assertThat(size(kg, DosedOn.ACTUAL).isObese()).isEqualTo(obese);
    }

    @Test
    void idealAndAdjustedWeightAreWorkedOutFromHeightAndActualWeight() {
        BodySize size = size("110", DosedOn.ACTUAL);
        assertThat(size.bodyMassIndex()).isEqualTo("38.1");
        assertThat(size.idealKg()).isEqualTo("63.6");
        // 63.58 + 0.4 × (110 − 63.58) = 82.148
        assertThat(size.adjustedKg()).isEqualTo("82.1");
    }

    @ParameterizedTest
    @CsvSource({"ACTUAL, 110", "IDEAL, 63.6", "ADJUSTED, 82.1"})
    void dosesGoByTheWeightThatWasChosen(DosedOn dosedOn, BigDecimal kg) {
        assertThat(size("110", dosedOn).dosedKg()).isEqualByComparingTo(kg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.9", "250.1", "1.70"})
    void aHeightThatCannotBeIsRefusedWithItsValue(String cm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BodySize(new BigDecimal(cm), DosingWeight.ofKg("70"), DosedOn.ACTUAL, ""))
                .withMessageContaining(cm)
                .withMessageContaining("100 to 250 cm");
    }

    @Test
    void anotherWeightThanTheActualOneNeedsAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BodySize(new BigDecimal("170"), DosingWeight.ofKg("110"), DosedOn.IDEAL, " "))
                .withMessageContaining("reason");
    }

    @Test
    void aDosingWeightThatIsNotTheOneNamedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightEntry(
                        DosingWeight.ofKg("110"),
                        WeightEntry.Basis.MEASURED,
                        "bed scale",
                        LocalDate.of(2026, 3, 2),
                        Optional.of(size("110", DosedOn.ADJUSTED))))
                .withMessageContaining("82.1");
    }
}
