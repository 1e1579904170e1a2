package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.opioid.OpioidRegimen.Occasion;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.OutcomeScores;
import vigil.session.Phase;

class BackgroundRulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Optional<Finding> finding(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst();
    }

    private static Bedside takes(Bedside bedside, Occasion occasion, String... substances) {
        List<OpioidDose> doses = Stream.of(substances)
                .map(substance -> new OpioidDose(
                        substance, OpioidDose.Route.ORAL, BigDecimal.TEN, OpioidDose.Unit.MG_PER_DAY, false))
                .toList();
        OpioidRegimen regimen = new OpioidRegimen(occasion, DAY, doses, OmeddTable.CURRENT);
        return bedside.does(new Event.OpioidRegimenRecorded(bedside.now(), regimen, Bedside.PHYSICIAN));
    }

    private static Bedside opened() {
        return Bedside.started().opens();
    }

    @Test
    @Tag("R4")
    @Tag("fires")
    void scoresAreMissedUntilTheyAreThere() {
        assertThat(finding(opened(), Rule.R04)).contains(new Finding(Rule.R04, Finding.Level.ADVISORY, List.of()));
    }

    @Test
    @Tag("R4")
    @Tag("silent")
    void scoresBeforeTheCourseSatisfy() {
        assertThat(finding(opened().scores(), Rule.R04)).isEmpty();
    }

    @Test
    @Tag("R4")
    @Tag("silent")
    void aReasonSatisfiesAsWellAsAScore() {
        Bedside bedside = opened();
        bedside.does(new Event.OutcomesScored(bedside.now(), waived(OutcomeScores.Occasion.BEFORE), Bedside.PHYSICIAN));
        assertThat(finding(bedside, Rule.R04)).isEmpty();
    }

    @Test
    @Tag("R4")
    @Tag("fires")
    void whatIsScoredAfterwardsIsNoScoreBefore() {
        Bedside bedside = opened();
        bedside.does(new Event.OutcomesScored(bedside.now(), waived(OutcomeScores.Occasion.AFTER), Bedside.PHYSICIAN));
        assertThat(finding(bedside, Rule.R04)).isPresent();
    }

    private static OutcomeScores waived(OutcomeScores.Occasion occasion) {
        return new OutcomeScores(
                occasion, DAY, Optional.empty(), Optional.empty(), Optional.empty(), "", "speaks no English");
    }

    @Test
    @Tag("R19")
    @Tag("fires")
    void anOpioidPlanIsMissedBeforeTheStart() {
        assertThat(finding(opened(), Rule.R19).orElseThrow().level()).isEqualTo(Finding.Level.REQUIRED);
        assertThat(opened().session().missingSetUp()).contains("missing.opioidPlan");
    }

    @Test
    @Tag("R19")
    @Tag("silent")
    void anOpioidPlanThatIsRecordedIsNotMissed() {
        assertThat(finding(opened().assesses(), Rule.R19)).isEmpty();
    }

    @Test
    @Tag("R20")
    @Tag("fires")
    void twoOpioidsAreFound() {
        assertThat(finding(takes(opened(), Occasion.ADMISSION, "oxycodone", "tramadol"), Rule.R20))
                .contains(new Finding(Rule.R20, Finding.Level.ADVISORY, List.of(new BasisLine("2 ≠ 1", ""))));
    }

    @Test
    @Tag("R20")
    @Tag("fires")
    void noOpioidIsNotOneEither() {
        assertThat(finding(takes(opened(), Occasion.ADMISSION), Rule.R20)).isPresent();
    }

    @Test
    @Tag("R20")
    @Tag("silent")
    void oneOpioidIsRight() {
        assertThat(finding(takes(opened(), Occasion.ADMISSION, "oxycodone", "oxycodone"), Rule.R20))
                .isEmpty();
    }

    @Test
    @Tag("R20")
    @Tag("silent")
    void nothingIsFoundWhileNoRegimenIsRecorded() {
        assertThat(finding(opened(), Rule.R20)).isEmpty();
    }

    @Test
    @Tag("R20")
    @Tag("silent")
    void aChangeToOneOpioidSettlesIt() {
        Bedside bedside = takes(opened(), Occasion.ADMISSION, "oxycodone", "tramadol");
        assertThat(finding(takes(bedside, Occasion.CHANGE, "oxycodone"), Rule.R20))
                .isEmpty();
    }

    @Test
    @Tag("R21")
    @Tag("fires")
    void aChangeDuringTheStayIsLogged() {
        Bedside bedside = takes(takes(opened(), Occasion.ADMISSION, "oxycodone"), Occasion.CHANGE, "oxycodone");
        assertThat(bedside.session().setUp().background().isOpioidChangeLogged())
                .isTrue();
    }

    @Test
    @Tag("R21")
    @Tag("fires")
    void anotherRegimenAtDischargeIsAChange() {
        Bedside bedside = takes(takes(opened(), Occasion.ADMISSION, "oxycodone"), Occasion.DISCHARGE, "tramadol");
        assertThat(bedside.session().setUp().background().isOpioidChangeLogged())
                .isTrue();
    }

    @Test
    @Tag("R21")
    @Tag("silent")
    void theSameRegimenAtDischargeIsNoChange() {
        Bedside bedside = takes(takes(opened(), Occasion.ADMISSION, "oxycodone"), Occasion.DISCHARGE, "oxycodone");
        assertThat(bedside.session().setUp().background().isOpioidChangeLogged())
                .isFalse();
    }

    @Test
    @Tag("R21")
    @Tag("silent")
    void theRegimenAtAdmissionAndItsCorrectionAreNoChange() {
        Bedside bedside = takes(takes(opened(), Occasion.ADMISSION, "oxycodone"), Occasion.ADMISSION, "tramadol");
        assertThat(bedside.session().setUp().background().isOpioidChangeLogged())
                .isFalse();
    }

    @Test
    void aRegimenOfAnUnknownTableVersionIsRefused() {
        Bedside bedside = opened();
        OpioidRegimen regimen = new OpioidRegimen(Occasion.ADMISSION, DAY, List.of(), "2030-01");
        assertThat(bedside.engine().check(new Event.OpioidRegimenRecorded(bedside.now(), regimen, Bedside.PHYSICIAN)))
                .contains("there is no conversion table of version 2030-01");
    }

    @Test
    @Tag("R20")
    @Tag("fires")
    @Tag("silent")
    void opioidsAreAskedAboutUntilTheInfusionHasCeased() {
        Bedside bedside = takes(Bedside.ready("1.75"), Occasion.ADMISSION, "oxycodone", "tramadol");
        assertThat(bedside.session().phase()).isEqualTo(Phase.READY);
        assertThat(finding(bedside, Rule.R20)).isPresent();

        bedside.pumpRuns("1.75").runs(SECOND);
        assertThat(bedside.session().phase()).isEqualTo(Phase.INFUSING);
        assertThat(finding(bedside, Rule.R20)).isPresent();

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND).ceases(CessationReason.PLANNED);
        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);
        assertThat(finding(bedside, Rule.R20)).isEmpty();
    }
}
