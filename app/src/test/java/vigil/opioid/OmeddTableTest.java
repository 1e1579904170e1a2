package vigil.opioid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.opioid.OpioidDose.Route;
import vigil.opioid.OpioidDose.Unit;

class OmeddTableTest {
    private static final OmeddTable TABLE = OmeddTable.current();

    private static OpioidDose dose(String substance, Route route, String amount, Unit unit) {
        return new OpioidDose(substance, route, new BigDecimal(amount), unit, false);
    }

    /** The test rows of the clinical rules, section 11, and one row for each factor of its table. */
    @ParameterizedTest
    @CsvSource({
        "oxycodone, ORAL, 40, MG_PER_DAY, 60",
        "tapentadol, ORAL, 200, MG_PER_DAY, 60",
        "fentanyl, TRANSDERMAL, 25, MICROGRAM_PER_H, 75",
        "buprenorphine, TRANSDERMAL, 20, MICROGRAM_PER_H, 40",
        "hydromorphone, ORAL, 16, MG_PER_DAY, 80",
        "buprenorphine, SUBLINGUAL, 8, MG_PER_DAY, 320",
        "morphine, ORAL, 10, MG_PER_DAY, 10",
        "oxycodone, RECTAL, 10, MG_PER_DAY, 15",
        "codeine, ORAL, 60, MG_PER_DAY, 7.8",
        "dextropropoxyphene, ORAL, 100, MG_PER_DAY, 10",
        "tramadol, ORAL, 200, MG_PER_DAY, 40",
        "morphine, PARENTERAL, 10, MG_PER_DAY, 30",
        "oxycodone, PARENTERAL, 10, MG_PER_DAY, 30",
        "hydromorphone, PARENTERAL, 2, MG_PER_DAY, 30",
        "codeine, PARENTERAL, 60, MG_PER_DAY, 15",
        "pethidine, PARENTERAL, 100, MG_PER_DAY, 40",
        "fentanyl, PARENTERAL, 600, MICROGRAM_PER_DAY, 120",
        "sufentanil, PARENTERAL, 30, MICROGRAM_PER_DAY, 60"
    })
    void everyRowOfTheTableConvertsExactly(
            String substance, Route route, String amount, Unit unit, BigDecimal expected) {
        assertThat(TABLE.mgPerDay(dose(substance, route, amount, unit))).contains(expected);
    }

    @Test
    void theTableOfDecember2014KnowsTheOlderFactorOfTapentadol() {
        OmeddTable older = OmeddTable.of("2014-12").orElseThrow();
        assertThat(older.mgPerDay(dose("tapentadol", Route.ORAL, "200", Unit.MG_PER_DAY)))
                .contains(new BigDecimal("80"));
    }

    @Test
    void methadoneIsNotConvertible() {
        assertThat(TABLE.mgPerDay(dose("methadone", Route.ORAL, "10", Unit.MG_PER_DAY)))
                .isEmpty();
    }

    @Test
    void aSumWithMethadoneSaysThatItExcludesIt() {
        Omedd sum = TABLE.sum(List.of(
                dose("oxycodone", Route.ORAL, "40", Unit.MG_PER_DAY),
                dose("Methadone", Route.ORAL, "10", Unit.MG_PER_DAY)));
        assertThat(sum).isEqualTo(new Omedd(new BigDecimal("60"), List.of("methadone"), "2021-06"));
        assertThat(sum.hasSum()).isTrue();
    }

    @Test
    void methadoneAloneHasNoSumAndNotAZero() {
        assertThat(TABLE.sum(List.of(dose("methadone", Route.ORAL, "10", Unit.MG_PER_DAY)))
                        .hasSum())
                .isFalse();
    }

    @Test
    void noOpioidAtAllIsASumOfZero() {
        assertThat(TABLE.sum(List.of()).hasSum()).isTrue();
    }

    @Test
    void anotherUnitOrRouteThanTheTablesIsNotConvertible() {
        assertThat(TABLE.factor(dose("fentanyl", Route.TRANSDERMAL, "25", Unit.MG_PER_DAY)))
                .isEmpty();
        assertThat(TABLE.factor(dose("fentanyl", Route.SUBLINGUAL, "200", Unit.MICROGRAM_PER_DAY)))
                .isEmpty();
    }

    @Test
    void theSumIsExact() {
        assertThat(TABLE.sum(List.of(
                                dose("codeine", Route.ORAL, "0.1", Unit.MG_PER_DAY),
                                dose("tramadol", Route.ORAL, "0.1", Unit.MG_PER_DAY)))
                        .mgPerDay())
                .isEqualTo(new BigDecimal("0.033"));
    }

    @Test
    void anUnknownVersionHasNoTable() {
        assertThat(OmeddTable.of("2030-01")).isEmpty();
    }

    @Test
    @Tag("R20")
    void aCombinationWithNaloxoneCountsAsItsOpioid() {
        OpioidDose plain = dose("oxycodone", Route.ORAL, "10", Unit.MG_PER_DAY);
        OpioidDose combined = new OpioidDose("oxycodone", Route.ORAL, BigDecimal.TEN, Unit.MG_PER_DAY, true);
        assertThat(regimen(plain, combined).substances()).isEqualTo(1);
        assertThat(TABLE.mgPerDay(combined)).isEqualTo(TABLE.mgPerDay(plain));
    }

    @Test
    @Tag("R20")
    void twoSubstancesAreTwoEvenByTheSameRoute() {
        assertThat(regimen(
                                dose("oxycodone", Route.ORAL, "10", Unit.MG_PER_DAY),
                                dose("tramadol", Route.ORAL, "50", Unit.MG_PER_DAY))
                        .substances())
                .isEqualTo(2);
    }

    @Test
    void aDoseIsAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dose("morphine", Route.ORAL, "0", Unit.MG_PER_DAY))
                .withMessageContaining("above 0");
    }

    private static OpioidRegimen regimen(OpioidDose... doses) {
        return new OpioidRegimen(
                OpioidRegimen.Occasion.ADMISSION, LocalDate.of(2026, 3, 1), List.of(doses), OmeddTable.CURRENT);
    }
}
