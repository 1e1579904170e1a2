package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.CessationReason;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.Overridable;
import vigil.session.Pause;
import vigil.session.Phase;
import vigil.session.StopReason;

/** Troublesome side effects: rules R15 and R16, rulings A6 to A10, vector T12. */
class SideEffectRulesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    /** Infusing for an hour; at the baseline S5 was grade 1 and S8 grade 2. */
    private static Bedside infusing() {
        return Bedside.ready("1.75")
                .observes(Charts.with("S5:1 S8:2"))
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofHours(1));
    }

    private static Bedside paused(Bedside bedside) {
        return bedside.explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(STEP);
    }

    private static Bedside resumed(Bedside bedside) {
        return bedside.pumpRuns("1.75").runs(STEP);
    }

    private static Optional<Level> level(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::level)
                .findFirst();
    }

    private static boolean isHigh(Bedside bedside, Rule rule) {
        return level(bedside, rule).equals(Optional.of(Level.HIGH));
    }

    @ParameterizedTest
    @Tag("R15")
    @Tag("A10")
    @Tag("fires")
    @CsvSource({"S1:2", "S1:3", "S5:2", "S8:3", "S3:2"})
    void aGradeOfTwoAboveTheBaselineAsksForAPause(String effects) {
        assertThat(isHigh(infusing().observes(Charts.with(effects)), Rule.R15)).isTrue();
    }

    @ParameterizedTest
    @Tag("R15")
    @Tag("A10")
    @Tag("silent")
    @CsvSource({"S1:1", "S8:2", "S5:1", "S3:3 sedation:2"})
    void aLowerGradeOrTheBaselineItselfDoesNot(String effects) {
        assertThat(level(infusing().observes(Charts.with(effects)), Rule.R15)).isEmpty();
    }

    @Test
    @Tag("R15")
    @Tag("A10")
    @Tag("fires")
    void askingToStopOrDistressQualifiesWhateverTheBaseline() {
        assertThat(isHigh(infusing().observes(Charts.with("", Circumstance.ASKS_TO_STOP)), Rule.R15))
                .isTrue();
        assertThat(isHigh(infusing().observes(Charts.with("S8:2", Circumstance.DISTRESSING)), Rule.R15))
                .isTrue();
    }

    @Test
    @Tag("R15")
    @Tag("silent")
    void noSetBeforeTheStartAndNoneAfterCessationAsksForAPause() {
        assertThat(level(Bedside.ready("1.75").observes(Charts.with("S1:3")), Rule.R15))
                .isEmpty();
        Bedside ceased = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(STEP);
        assertThat(level(ceased.ceases(CessationReason.PLANNED).observes(Charts.with("S1:3")), Rule.R15))
                .isEmpty();
    }

    @Test
    @Tag("R15")
    @Tag("fires")
    void theItemIsShownWithItsBaselineAndItsGrade() {
        Bedside bedside = infusing().observes(Charts.with("S5:3 S8:2"));

        assertThat(bedside.step().findings())
                .contains(new Finding(Rule.R15, Level.HIGH, List.of(new BasisLine("item.S5", "", "1 → 3"))));
    }

    @Test
    @Tag("R15")
    void itStaysUntilThePauseIsRecordedAndThePumpIsSeenStopped() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofMinutes(3));
        assertThat(isHigh(bedside, Rule.R15)).isTrue();

        bedside.pumpIs(DeliveryStatus.STANDBY).runs(STEP);
        assertThat(level(bedside, Rule.R15)).isEmpty();
        assertThat(bedside.session().phase()).isEqualTo(Phase.PAUSED_FOR_SIDE_EFFECT);
    }

    @Test
    @Tag("R15")
    void aStoppedPumpWithoutARecordedPauseDoesNotResolveIt() {
        Bedside bedside = infusing()
                .observes(Charts.with("S1:2"))
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(STEP);
        assertThat(isHigh(bedside, Rule.R15)).isTrue();

        bedside.explains(StopReason.SIDE_EFFECT_PAUSE);
        assertThat(level(bedside, Rule.R15)).isEmpty();
    }

    @Test
    @Tag("R15")
    @Tag("R32")
    void aPhysiciansOverrideResolvesIt() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));

        bedside.does(CareEntries.overridden(bedside, Overridable.R15)).runs(STEP);

        assertThat(level(bedside, Rule.R15)).isEmpty();
    }

    @Test
    @Tag("R15")
    @Tag("A6")
    void theHourCountsFromTheLastDeliveringSampleAndSurvivesARestart() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));
        Duration lastDelivery = bedside.session().elapsed();
        paused(bedside).runs(Duration.ofMinutes(20));
        bedside.clockSteps(Duration.ofHours(-3))
                .restarts(Duration.ofMinutes(20), true)
                .runs(Duration.ofMinutes(19));
        bedside.observes(Charts.with(""));
        assertThat(level(bedside, Rule.R15)).isEmpty();

        bedside.runs(lastDelivery.plusMinutes(60).minus(bedside.session().elapsed()));

        assertThat(level(bedside, Rule.R15)).contains(Level.PROMPT);
        assertThat(bedside.session().care().effects().running().map(Pause::from))
                .hasValueSatisfying(from -> assertThat(from.elapsed()).isEqualTo(lastDelivery));
    }

    @Test
    @Tag("R15")
    @Tag("A7")
    void easedEffectsLeadBackToTheOrderedRate() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(60));
        bedside.observes(Charts.with("S1:1")).does(CareEntries.assessed(bedside, true));

        Finding card = bedside.step().findings().stream()
                .filter(finding -> finding.rule() == Rule.R15)
                .findFirst()
                .orElseThrow();
        assertThat(card.level()).isEqualTo(Level.PROMPT);
        assertThat(card.basis())
                .contains(
                        new BasisLine("basis.ordered-rate", "", "1.75 mL/h"),
                        new BasisLine("basis.level-left", "", "42–66 %"));

        resumed(bedside);
        assertThat(level(bedside, Rule.R15)).isEmpty();
        assertThat(bedside.session().phase()).isEqualTo(Phase.INFUSING);
    }

    @Test
    @Tag("R15")
    void resumingEarlyIsNotedUntilTheNextSet() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(30));

        resumed(bedside);

        assertThat(level(bedside, Rule.R15)).contains(Level.ADVISORY);
        assertThat(bedside.session().care().effects().pauses().getLast().isResumedEarly())
                .isTrue();
        bedside.runs(Duration.ofMinutes(15)).observes(Charts.with(""));
        assertThat(level(bedside, Rule.R15)).isEmpty();
    }

    @Test
    @Tag("R16")
    @Tag("T12")
    @Tag("fires")
    void theSameEffectStillThereAtTheEndOfTheHourAsksThePhysician() {
        Bedside bedside = Bedside.ready("1.75").every(STEP).pumpRuns("1.75").until("09:59");
        bedside.observes(Charts.with("S1:2"))
                .explains(StopReason.SIDE_EFFECT_PAUSE)
                .until("10:00");
        bedside.pumpIs(DeliveryStatus.STANDBY).until("10:59").observes(Charts.with("S1:2"));
        assertThat(level(bedside, Rule.R16)).isEmpty();

        bedside.until("11:00");
        assertThat(level(bedside, Rule.R15)).contains(Level.PROMPT);
        bedside.observes(Charts.with("S1:2"));

        assertThat(isHigh(bedside, Rule.R16)).isTrue();
    }

    @Test
    @Tag("R16")
    @Tag("T12")
    @Tag("fires")
    void theAnswerNotEasedAsksThePhysicianUntilTheDirectionIsRecorded() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(60));

        bedside.does(CareEntries.assessed(bedside, false)).runs(Duration.ofMinutes(30));
        assertThat(isHigh(bedside, Rule.R16)).isTrue();

        bedside.does(CareEntries.directed(bedside));
        assertThat(level(bedside, Rule.R16)).isEmpty();
        assertThat(bedside.session().care().ward().directions()).hasSize(1);
    }

    @Test
    @Tag("R16")
    @Tag("silent")
    void theSameEffectWithinTheHourIsNoFurtherOne() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(15));

        bedside.observes(Charts.with("S1:2"));

        assertThat(level(bedside, Rule.R16)).isEmpty();
    }

    @ParameterizedTest
    @Tag("R16")
    @Tag("A8")
    @Tag("fires")
    @CsvSource({"S1:3", "S1:2 S2:2"})
    void anEffectThatIsNewOrWorseWithinTheHourAsksThePhysician(String effects) {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(15));

        bedside.observes(Charts.with(effects));

        assertThat(isHigh(bedside, Rule.R16)).isTrue();
    }

    @ParameterizedTest
    @Tag("R16")
    @Tag("A8")
    @Tag("A9")
    @Tag("fires")
    @CsvSource({"S1:2", "S4:2"})
    void afterThePauseAnyQualifyingEffectAsksThePhysicianEachTime(String effects) {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(60));
        resumed(bedside.observes(Charts.with(""))).observes(Charts.with(effects));
        assertThat(isHigh(bedside, Rule.R16)).isTrue();

        bedside.does(CareEntries.directed(bedside)).runs(Duration.ofMinutes(15));
        assertThat(level(bedside, Rule.R16)).isEmpty();

        bedside.observes(Charts.with(effects));
        assertThat(isHigh(bedside, Rule.R16)).isTrue();
    }

    @Test
    @Tag("R16")
    void cessationAloneDoesNotResolveTheCallToThePhysician() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(60));
        bedside.does(CareEntries.assessed(bedside, false)).ceases(CessationReason.PHYSICIAN_ORDER);

        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);
        assertThat(isHigh(bedside, Rule.R16)).isTrue();
    }

    @Test
    @Tag("R15")
    @Tag("R32")
    void theCardTakesNoAnswerBeforeTheHourAndNoEasedAgainstTheNewestSet() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(30));
        assertThat(bedside.engine().check(CareEntries.assessed(bedside, true)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("30 min left"));

        bedside.runs(Duration.ofMinutes(30));
        assertThat(bedside.engine().check(CareEntries.assessed(bedside, true))).isPresent();
        assertThat(bedside.engine().check(CareEntries.assessed(bedside, false))).isEmpty();
        bedside.observes(Charts.with(""));
        assertThat(bedside.engine().check(CareEntries.assessed(bedside, true))).isEmpty();
    }

    @Test
    @Tag("R16")
    @Tag("A8")
    @Tag("fires")
    void anEffectThatHadGoneAndComesBackIsAFurtherEventEvenIfThePauseWasOverridden() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));
        bedside.does(CareEntries.overridden(bedside, Overridable.R15));
        bedside.runs(Duration.ofHours(1)).observes(Charts.with("S1:2"));
        assertThat(level(bedside, Rule.R16)).as("goes on as it was").isEmpty();

        bedside.runs(Duration.ofHours(1)).observes(Charts.with("S1:0")).runs(Duration.ofHours(8));
        assertThat(isHigh(bedside.observes(Charts.with("S1:2")), Rule.R16)).isTrue();
    }

    @Test
    @Tag("R15")
    void aSetChartedWhenDeliveryBeginsAgainIsNotTheNextOne() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(30));
        bedside.observes(Charts.with("")).pumpRuns("1.75").reads();
        assertThat(bedside.session()
                        .care()
                        .observations()
                        .latest()
                        .orElseThrow()
                        .at()
                        .elapsed())
                .isEqualTo(bedside.session().elapsed());

        assertThat(level(bedside, Rule.R15)).contains(Level.ADVISORY);
    }

    @Test
    @Tag("R16")
    @Tag("fires")
    void theCallToThePhysicianNamesWhatRoseOrThatNothingEasedAndTheNumberOfTheEvent() {
        Bedside bedside = paused(infusing().observes(Charts.with("S1:2"))).runs(Duration.ofMinutes(60));
        bedside.does(CareEntries.assessed(bedside, false));
        assertThat(call(bedside))
                .containsExactly(
                        new BasisLine("basis.not-eased", "", ""), new BasisLine("basis.event-number", "", "2"));

        bedside.does(CareEntries.directed(bedside)).observes(Charts.with("S1:3"));
        assertThat(call(bedside))
                .containsExactly(new BasisLine("item.S1", "", "0 → 3"), new BasisLine("basis.event-number", "", "3"));
    }

    private static List<BasisLine> call(Bedside bedside) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == Rule.R16)
                .findFirst()
                .orElseThrow()
                .basis();
    }
}
