package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.engine.Step;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.Overridable;
import vigil.session.Phase;

/** Dissociative or amnestic effects: rule R17, rulings A12 to A14, vector T15. */
class DissociationRulesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    /** Infusing for an hour; at the baseline D3 was U and D7 was Y. */
    private static Bedside infusing() {
        return Bedside.ready("1.75")
                .observes(Charts.with("D3:U D7:Y"))
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofHours(1));
    }

    private static boolean terminates(Bedside bedside) {
        return bedside.step().findings().stream()
                .anyMatch(finding -> finding.rule() == Rule.R17 && finding.level() == Level.HIGHEST);
    }

    private static List<Rule> rules(Step step) {
        return step.findings().stream().map(Finding::rule).toList();
    }

    @ParameterizedTest
    @Tag("R17")
    @Tag("fires")
    @CsvSource({"D1:Y", "D8:Y", "D3:Y", "D1:U D2:U"})
    void aYesOrTwoUnsureAnswersInOneSetAskForTheEnd(String answers) {
        assertThat(terminates(infusing().observes(Charts.with(answers)))).isTrue();
    }

    @ParameterizedTest
    @Tag("R17")
    @Tag("silent")
    @CsvSource({"D1:N", "D1:U", "D7:Y", "D3:U", "D1:?", "D3:U D1:U"})
    void aSingleUnsureAnswerOrTheBaselineItselfDoesNot(String answers) {
        assertThat(terminates(infusing().observes(Charts.with(answers)))).isFalse();
    }

    @Test
    @Tag("R17")
    @Tag("A12")
    @Tag("fires")
    void theSameItemUnsureAgainWithinTenMinutesAsksForTheEnd() {
        Bedside bedside = infusing().observes(Charts.with("D1:U")).runs(Duration.ofMinutes(10));

        assertThat(terminates(bedside.observes(Charts.with("D1:U")))).isTrue();
    }

    @Test
    @Tag("R17")
    @Tag("A12")
    @Tag("silent")
    void laterThanTenMinutesOrOnAnotherItemItIsSingleAgain() {
        Bedside late = infusing()
                .observes(Charts.with("D1:U"))
                .runs(Duration.ofMinutes(10).plus(STEP));
        assertThat(terminates(late.observes(Charts.with("D1:U")))).isFalse();

        Bedside other = infusing().observes(Charts.with("D1:U")).runs(Duration.ofMinutes(5));
        assertThat(terminates(other.observes(Charts.with("D2:U")))).isFalse();
    }

    @Test
    @Tag("R17")
    void itStaysUntilFlowIsSeenZeroAndCessationIsRecorded() {
        Bedside bedside = infusing().observes(Charts.with("D5:Y")).pumpIs(DeliveryStatus.NOT_DELIVERING);
        bedside.runs(Duration.ofMinutes(1)).observes(Charts.with(""));
        assertThat(terminates(bedside)).isTrue();

        bedside.ceases(CessationReason.DISSOCIATION);

        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);
        assertThat(terminates(bedside)).isFalse();
    }

    @Test
    @Tag("R17")
    void aRecordedCessationDoesNotResolveItWhileThePumpRuns() {
        Bedside bedside = infusing().observes(Charts.with("D5:Y")).ceases(CessationReason.DISSOCIATION);

        assertThat(terminates(bedside.runs(Duration.ofMinutes(1)))).isTrue();
    }

    @Test
    @Tag("R17")
    @Tag("A13")
    void aBenzodiazepineIsShownAndDoesNotExcuse() {
        Bedside bedside = infusing().observes(Charts.with("D6:Y", Circumstance.BENZODIAZEPINE_WITHIN_4_H));

        assertThat(bedside.step().findings().getFirst().basis())
                .containsExactly(new BasisLine("item.D6", "", "N → Y"), new BasisLine("basis.benzodiazepine", "", ""));
    }

    @Test
    @Tag("R17")
    @Tag("A13")
    @Tag("R32")
    void aPhysiciansOverrideEndsThisOccurrenceOnly() {
        Bedside bedside = infusing().observes(Charts.with("D6:Y"));
        bedside.does(CareEntries.overridden(bedside, Overridable.R17)).runs(STEP);
        assertThat(terminates(bedside)).isFalse();

        assertThat(terminates(bedside.observes(Charts.with("D6:Y")))).isTrue();
    }

    @Test
    @Tag("R17")
    @Tag("A14")
    void noOtherReasonEndsTheCourseAndNoHigherRateIsOrdered() {
        Bedside bedside = infusing().observes(Charts.with("D6:Y"));

        assertThat(bedside.engine().check(cessation(bedside, CessationReason.PLANNED)))
                .isPresent();
        assertThat(bedside.engine().check(cessation(bedside, CessationReason.DISSOCIATION)))
                .isEmpty();
    }

    private static Event cessation(Bedside bedside, CessationReason reason) {
        return new Event.CessationDecided(bedside.now(), reason, "Dr P. Okafor", Bedside.NURSE);
    }

    @Test
    @Tag("T15")
    @Tag("R18")
    @Tag("R17")
    @Tag("R15")
    @Tag("fires")
    void dissociationIsShownFirstAndTheSideEffectIsKept() {
        Bedside bedside = infusing().observes(Charts.with("S1:2 D8:Y"));

        assertThat(rules(bedside.step())).startsWith(Rule.R17).contains(Rule.R15);
        assertThat(bedside.snapshot().attention().conditions())
                .extracting(condition -> condition.key())
                .startsWith("R17", "R15");
    }

    @Test
    @Tag("R18")
    void allFourAreShownInTheirOrderAndNoneIsLost() {
        Bedside bedside = Bedside.ready(Bedside.started(), "49", "5", "5.0")
                .every(STEP)
                .pumpRuns("5.0")
                .runs(STEP)
                .observes(Charts.with("S1:2"));
        bedside.observes(Charts.with("S1:2 S2:2 D8:Y"));

        assertThat(rules(bedside.step())).containsSequence(Rule.R17, Rule.R12, Rule.R16, Rule.R15);
    }

    @Test
    @Tag("R18")
    @Tag("silent")
    void withNothingAboveItASideEffectStandsFirst() {
        assertThat(rules(infusing().observes(Charts.with("S1:2")).step())).startsWith(Rule.R15);
    }
}
