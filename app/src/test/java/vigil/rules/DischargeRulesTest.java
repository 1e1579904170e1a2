package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.opioid.OpioidRegimen.Occasion;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.Phase;

/** The way out: the four hours (R14) and what is there before a session is closed (R21 to R25). */
class DischargeRulesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private static List<Rule> rules(Bedside bedside) {
        return bedside.step().findings().stream().map(Finding::rule).toList();
    }

    private static Bedside observing() {
        return Bedside.ready("1.75")
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofHours(1))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(STEP)
                .ceases(CessationReason.PLANNED);
    }

    @Test
    @Tag("R14")
    @Tag("fires")
    void theGateIsShutWhileObserving() {
        assertThat(rules(observing().runs(Duration.ofHours(4)))).contains(Rule.R14);
    }

    @Test
    @Tag("R14")
    @Tag("silent")
    void theGateIsOpenAfterFourHoursAndAGoodSet() {
        Bedside bedside = observing().runs(Duration.ofHours(4)).observes(Bedside.fullSet());

        assertThat(rules(bedside)).doesNotContain(Rule.R14);
    }

    @Test
    @Tag("R14")
    @Tag("R16")
    void anOpenHighPromptKeepsTheGateShut() {
        Bedside bedside = Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.observes(Charts.with("S1:2")).observes(Charts.with("S1:2 S2:2"));
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(STEP).ceases(CessationReason.PHYSICIAN_ORDER);
        bedside.runs(Duration.ofHours(4)).observes(Bedside.fullSet());
        assertThat(bedside.session().gate().lines())
                .filteredOn(line -> !line.met() && line.number() <= 7)
                .extracting(line -> line.number() + " " + line.value())
                .containsExactly("7 R16");

        bedside.does(CareEntries.directed(bedside));
        assertThat(bedside.session().gate().isMet()).isTrue();
    }

    @Test
    @Tag("R21")
    @Tag("R22")
    @Tag("R23")
    @Tag("R24")
    @Tag("R25")
    @Tag("fires")
    void whatIsMissingBeforeClosingIsFoundFromTheCessationOn() {
        assertThat(rules(observing())).contains(Rule.R21, Rule.R22, Rule.R23, Rule.R24, Rule.R25);
    }

    @Test
    @Tag("R21")
    @Tag("R22")
    @Tag("R23")
    @Tag("R24")
    @Tag("R25")
    @Tag("silent")
    void aCompletePlanAndAPlannedReviewLeaveNothingToFind() {
        Bedside bedside = observing().plansDischarge();
        bedside.does(CareEntries.reviewPlanned(bedside));

        assertThat(rules(bedside)).doesNotContain(Rule.R21, Rule.R22, Rule.R23, Rule.R24, Rule.R25);
    }

    @ParameterizedTest
    @Tag("R21")
    @Tag("R22")
    @Tag("R23")
    @Tag("R24")
    @CsvSource({
        "false, true, true, true, true, R21",
        "true, false, true, true, true, R22",
        "true, true, false, true, true, R23",
        "true, true, true, false, true, R24",
        "true, true, true, true, false, R24"
    })
    void theSessionIsClosedOnlyWhenNothingIsMissing(
            boolean letter, boolean relapse, boolean emergency, boolean informed, boolean followUp, Rule missing) {
        Bedside bedside = observing().runs(Duration.ofHours(4)).observes(Bedside.fullSet());
        DischargePlan plan = new DischargePlan(letter, relapse, emergency, informed, followUp);
        bedside.releases().does(new Event.DischargePlanned(bedside.now(), plan, Bedside.PHYSICIAN));

        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVATION_COMPLETE);
        assertThat(rules(bedside)).contains(missing);
        bedside.plansDischarge();
        assertThat(bedside.session().phase()).isEqualTo(Phase.CLOSED);
    }

    /** One regimen at admission and the same at discharge: no opioid was changed. */
    @Test
    @Tag("R21")
    @Tag("silent")
    void withoutAChangeOfOpioidNoLetterIsMissed() {
        Bedside bedside = Bedside.ready("1.75");
        bedside.does(regimen(bedside, "oxycodone", Occasion.ADMISSION))
                .pumpRuns("1.75")
                .runs(STEP)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(STEP)
                .ceases(CessationReason.PLANNED);
        assertThat(rules(bedside)).doesNotContain(Rule.R21).contains(Rule.R22);

        assertThat(rules(bedside.does(regimen(bedside, "tramadol", Occasion.DISCHARGE))))
                .contains(Rule.R21);
    }

    private static Event regimen(Bedside bedside, String substance, Occasion occasion) {
        OpioidDose dose =
                new OpioidDose(substance, OpioidDose.Route.ORAL, BigDecimal.TEN, OpioidDose.Unit.MG_PER_DAY, false);
        OpioidRegimen taken = new OpioidRegimen(occasion, LocalDate.of(2026, 3, 1), List.of(dose), OmeddTable.CURRENT);
        return new Event.OpioidRegimenRecorded(bedside.now(), taken, Bedside.PHYSICIAN);
    }
}
