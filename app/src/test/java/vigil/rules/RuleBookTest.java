package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SiteSetting;
import vigil.session.Solution;

class RuleBookTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static List<Rule> rules(Bedside bedside) {
        return bedside.step().findings().stream().map(Finding::rule).toList();
    }

    private static Optional<Finding> finding(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst();
    }

    private static Bedside infusing(String kg, String mgPerMl, String mlPerH) {
        return Bedside.ready(Bedside.started(), kg, mgPerMl, mlPerH)
                .pumpRuns(mlPerH)
                .runs(SECOND);
    }

    @Test
    @Tag("R1")
    @Tag("R2")
    @Tag("R3")
    @Tag("R19")
    @Tag("fires")
    @Tag("silent")
    void whatTheSetUpLacksIsFoundUntilItIsThere() {
        Bedside bedside = Bedside.started().opens();
        assertThat(rules(bedside)).containsExactly(Rule.R01, Rule.R02, Rule.R03, Rule.R19, Rule.R04);

        bedside.assesses();
        assertThat(rules(bedside)).isEmpty();
    }

    @Test
    void nothingIsFoundBeforeASessionIsOpen() {
        assertThat(Bedside.started().runs(SECOND).step().findings()).isEmpty();
    }

    @ParameterizedTest
    @Tag("R11")
    @CsvSource({
        "70, 4, 1.75, false", // T1: 0.1 exactly
        "70, 10, 0.7, false", // T7: 0.1 exactly
        "70, 1, 3.5, false", // 0.05 exactly
        "68.4, 4, 1.8, true", // T8: 0.105263
        "70, 1, 3.4, true" // 0.048571
    })
    @Tag("fires")
    @Tag("silent")
    void inductionIsOutsideItsRangeOnlyBeyondItsEnds(String kg, String mgPerMl, String mlPerH, boolean found) {
        assertThat(finding(infusing(kg, mgPerMl, mlPerH), Rule.R11).isPresent()).isEqualTo(found);
    }

    @Test
    @Tag("R11")
    @Tag("A16")
    @Tag("silent")
    void inductionRangeEndsWithTheFirstOrderedChange() {
        Bedside bedside = infusing("68.4", "4", "1.8")
                .orders("3.5", RateOrder.Kind.CHANGE)
                .pumpRuns("3.5")
                .runs(SECOND);

        assertThat(rules(bedside)).doesNotContain(Rule.R11);
    }

    @ParameterizedTest
    @Tag("R12")
    @CsvSource({"70, 4, 8.75, false", "70, 4, 8.8, true", "70, 4, 8.7, false", "50, 5, 5.0, false", "49, 5, 5.0, true"})
    @Tag("fires")
    @Tag("silent")
    void maximumIsFoundPassedOnlyAboveIt(String kg, String mgPerMl, String mlPerH, boolean found) {
        assertThat(finding(infusing(kg, mgPerMl, mlPerH), Rule.R12).isPresent()).isEqualTo(found);
    }

    @Test
    @Tag("R12")
    @Tag("fires")
    void maximumShowsTheNumbersItRestsOn() {
        assertThat(finding(infusing("70", "4", "8.8"), Rule.R12).orElseThrow())
                .isEqualTo(new Finding(
                        Rule.R12,
                        Finding.Level.HIGH,
                        List.of(
                                new BasisLine("8.8 mL/h × 4 mg/mL", "35.20 mg/h"),
                                new BasisLine("35.20 mg/h ÷ 70 kg", "0.503 mg/kg/h"),
                                new BasisLine("0.5 mg/kg/h × 70 kg", "35.00 mg/h"))));
    }

    @Test
    @Tag("R12")
    @Tag("silent")
    void aPumpThatStandsStillOnAHighRateIsNotAboveTheMaximum() {
        Bedside bedside =
                infusing("70", "4", "8.8").pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);

        assertThat(rules(bedside)).doesNotContain(Rule.R12);
    }

    @Test
    @Tag("R12")
    @Tag("R18")
    void maximumComesBeforeEveryOtherFinding() {
        assertThat(infusing("70", "4", "8.8").step().findings().getFirst().rule())
                .isEqualTo(Rule.R12);
    }

    @Test
    @Tag("R27")
    @Tag("silent")
    void aRateWithinTheOrdersRangeNeedsNoNewOrder() {
        Bedside bedside = infusing("70", "4", "1.75")
                .orders("1.75", RateOrder.Kind.CHANGE, "0.2")
                .pumpRuns("3.5")
                .runs(SECOND);

        assertThat(rules(bedside)).doesNotContain(Rule.R27);
    }

    @Test
    @Tag("R27")
    @Tag("fires")
    void aRateAboveTheOrdersRangeNeedsAnOrder() {
        Bedside bedside = infusing("70", "4", "1.75")
                .orders("1.75", RateOrder.Kind.CHANGE, "0.2")
                .pumpRuns("3.6")
                .runs(SECOND);

        assertThat(finding(bedside, Rule.R27).orElseThrow().basis())
                .containsExactly(new BasisLine("3.6 mL/h > 1.75 mL/h", ""));
    }

    @Test
    @Tag("R27")
    @Tag("fires")
    void deliveryWithoutAnyOrderNeedsOne() {
        Bedside bedside =
                Bedside.started().opens().binds(Bedside.PUMP).pumpRuns("1.75").runs(SECOND);

        assertThat(rules(bedside)).contains(Rule.R27);
    }

    @Test
    @Tag("R31")
    @Tag("fires")
    @Tag("silent")
    void silenceIsFoundAfterTenSeconds() {
        Bedside bedside = infusing("70", "4", "1.75").loses().runs(Duration.ofSeconds(9));
        assertThat(rules(bedside)).doesNotContain(Rule.R31);

        assertThat(rules(bedside.runs(SECOND))).contains(Rule.R31);
    }

    @ParameterizedTest
    @EnumSource(
            value = Overridable.class,
            names = {"R1", "R2", "R3", "R19"})
    @Tag("R1")
    @Tag("R2")
    @Tag("R3")
    @Tag("R19")
    @Tag("R32")
    @Tag("silent")
    void whatTheSetUpLacksMayBeOverriddenWithAReason(Overridable rule) {
        Bedside bedside = Bedside.started().opens();

        bedside.does(CareEntries.overridden(bedside, rule));

        assertThat(bedside.step().findings())
                .extracting(finding -> finding.rule().label())
                .containsExactlyInAnyOrderElementsOf(Stream.of("R1", "R2", "R3", "R19", "R4")
                        .filter(label -> !label.equals(rule.name()))
                        .toList());
    }

    @Test
    @Tag("R1")
    @Tag("R2")
    @Tag("R3")
    @Tag("R19")
    @Tag("fires")
    @Tag("silent")
    void whatTheSetUpLacksIsAskedDuringTheCourseAndNoLongerAfterIt() {
        Bedside bedside =
                Bedside.started().opens().binds(Bedside.PUMP).pumpRuns("1.75").runs(SECOND);
        assertThat(rules(bedside)).contains(Rule.R01, Rule.R02, Rule.R03, Rule.R19);

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND).ceases(CessationReason.PLANNED);
        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);
        assertThat(rules(bedside)).doesNotContain(Rule.R01, Rule.R02, Rule.R03, Rule.R19);
    }

    @Test
    @Tag("R12")
    @Tag("A26")
    @Tag("fires")
    void theCapOfTheSiteIsShownWithoutAWeight() {
        Bedside bedside = infusing("70", "4", "3.5")
                .chooses(SiteSetting.CAP_MG_PER_H, "13.9")
                .runs(SECOND);

        assertThat(finding(bedside, Rule.R12))
                .contains(new Finding(
                        Rule.R12, Finding.Level.HIGH, List.of(new BasisLine("14.00 mg/h > 13.90 mg/h", ""))));
    }

    @Test
    @Tag("R12")
    @Tag("A26")
    @Tag("fires")
    void aboveBothLimitsTheOneByWeightIsShown() {
        Bedside bedside = infusing("70", "4", "8.8")
                .chooses(SiteSetting.CAP_MG_PER_H, "14")
                .runs(SECOND);

        assertThat(finding(bedside, Rule.R12).orElseThrow().basis())
                .contains(new BasisLine("0.5 mg/kg/h × 70 kg", "35.00 mg/h"));
    }

    /** The range of an order is in mg/kg/h: without a checked solution only its rate can be compared. */
    @Test
    @Tag("R27")
    @Tag("fires")
    @Tag("silent")
    void whileNoDoseIsKnownTheOrderedRateItselfIsCoveredAndNoHigherOne() {
        Bedside bedside = infusing("70", "4", "1.75");
        Solution other = new Solution("ketamine", Concentration.ofMgPerMl("5"), "200 mg in 40 mL");
        bedside.does(new Event.SolutionEntered(bedside.now(), other, Bedside.NURSE))
                .runs(SECOND);
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
        assertThat(rules(bedside)).doesNotContain(Rule.R27);

        assertThat(rules(bedside.pumpRuns("1.76").runs(SECOND))).contains(Rule.R27);
    }

    @Test
    @Tag("R31")
    @Tag("fires")
    void theAgeOfTheLastValueIsShownInHoursMinutesAndSeconds() {
        Bedside bedside = infusing("70", "4", "1.75").loses().runs(Duration.ofSeconds(610));

        assertThat(finding(bedside, Rule.R31).orElseThrow().basis())
                .containsExactly(new BasisLine("0:10:10", "0:00:10"));
    }
}
