package vigil.regimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.dose.DosingWeight;
import vigil.regimen.Regimen.Mark;

/** Against the table of the clinical rules, section 2. */
class RegimensTest {
    private static final Regimens REGIMENS = Regimens.shipped();
    private static final DosingWeight SEVENTY = DosingWeight.ofKg("70");

    private static Regimen regimen(String id) {
        return REGIMENS.find(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "FPM-IND, 70, 0.05, 0.1",
        "FPM-MAX, 70, , 0.5",
        "SIG09, 70, 0.289, 0.346", // 22.2 ± 2 mg/h/70 kg
        "SIG09, 100, 0.289, 0.346",
        "SCH09, 70, , 0.35",
        "SCH09, 100, , 0.25", // capped at 25 mg/h above 71.43 kg
        "AMR10, 50, 0.32, 0.32",
        "AMR10, 100, 0.16, 0.16",
        "KAP10, 70, 0.143, 1.429",
        "QUI12, 70, 0.036, 0.571",
        "HOC03, 70, 0.125, 0.3",
        "EIDE95, 70, 0.05, 0.15",
        "GOLD10, 70, 0.143, 0.571",
        "COH21, 70, 0.1, 0.343", // capped at 24 mg/h above 68.57 kg
        "COH21, 60, 0.1, 0.35",
        "NHSH, 70, 0.071, 0.357",
        "NHSH, 50, 0.1, 0.3", // 15 mg/h at 50 kg and below
        "APP2-ANTIHYPERALGESIC, 70, 0.05, 0.3",
        "APP2-PSYCHOMIMETIC, 70, 0.2, 0.6",
        "APP2-PSYCHOTROPIC, 70, 0.15, 1.2"
    })
    void theBandIsTheOneOfTheTable(String id, String kg, BigDecimal lowest, BigDecimal highest) {
        Regimen.Band band = regimen(id).at(DosingWeight.ofKg(kg));
        assertThat(band.highest().setScale(3, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo(highest);
        assertThat(band.lowest()
                        .map(it ->
                                it.setScale(3, java.math.RoundingMode.HALF_UP).stripTrailingZeros()))
                .isEqualTo(Optional.ofNullable(lowest).map(BigDecimal::stripTrailingZeros));
    }

    @ParameterizedTest
    @CsvSource({"KAP10", "QUI12", "GOLD10"})
    void thoseAboveTheMaximumSayFromWhere(String id) {
        assertThat(regimen(id).exceedsMaximumAbove(SEVENTY, SEVENTY)).contains(new BigDecimal("35"));
    }

    @ParameterizedTest
    @CsvSource({"FPM-MAX", "SIG09", "SCH09", "AMR10", "HOC03", "EIDE95", "COH21", "NHSH"})
    void thoseUpToTheMaximumSayNothing(String id) {
        assertThat(regimen(id).exceedsMaximumAbove(SEVENTY, SEVENTY)).isEmpty();
    }

    @Test
    void aFixedRateExceedsTheMaximumOnlyInALighterPerson() {
        assertThat(regimen("NHSH").exceedsMaximumAbove(DosingWeight.ofKg("50"), DosingWeight.ofKg("50")))
                .isEmpty();
        assertThat(regimen("GOLD10").exceedsMaximumAbove(DosingWeight.ofKg("80"), DosingWeight.ofKg("80")))
                .isEmpty();
        assertThat(regimen("GOLD10").exceedsMaximumAbove(DosingWeight.ofKg("79"), DosingWeight.ofKg("79")))
                .contains(new BigDecimal("39.5"));
    }

    @Test
    void whatIsNotConfirmedIsMarked() {
        assertThat(REGIMENS.all().stream()
                        .filter(regimen -> regimen.marks().contains(Mark.UNVERIFIED))
                        .map(Regimen::id))
                .containsExactly(
                        "AMR10",
                        "KAP10",
                        "QUI12",
                        "HOC03",
                        "APP2-ANTIHYPERALGESIC",
                        "APP2-PSYCHOMIMETIC",
                        "APP2-BRONCHODILATION",
                        "APP2-SEDATION",
                        "APP2-PSYCHOTROPIC");
    }

    @Test
    void theStudyOfTheEnantiomerSaysThatItIsNotRacemic() {
        assertThat(regimen("SIG09").marks()).containsExactly(Mark.NOT_RACEMIC, Mark.TITRATED);
    }

    @Test
    void anUnresolvedRouteIsMarked() {
        assertThat(regimen("QUI12").marks()).contains(Mark.ROUTE_UNRESOLVED);
    }

    @Test
    void everyRegimenHasItsSource() {
        assertThat(REGIMENS.all())
                .hasSize(17)
                .allSatisfy(it -> assertThat(it.source()).isNotBlank());
    }

    /** 24.2 mg/h for each 70 kg are 48.4 mg/h at 140 kg: 0.691 for each of 70 kg that doses go by, above their 35 mg/h. */
    @Test
    void aStudyScalesByTheActualWeightAndARuleByTheOneThatDosesGoBy() {
        DosingWeight actual = DosingWeight.ofKg("140");
        Regimen study = regimen("SIG09");

        assertThat(study.at(SEVENTY, actual).highest().setScale(3, RoundingMode.HALF_UP))
                .isEqualTo("0.691");
        assertThat(study.exceedsMaximumAbove(SEVENTY, actual)).contains(new BigDecimal("35"));
        assertThat(Regimens.shipped().all())
                .filteredOn(regimen -> regimen.kind() == Regimen.Kind.RULE)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.at(SEVENTY, actual)).isEqualTo(rule.at(SEVENTY)));
    }
}
