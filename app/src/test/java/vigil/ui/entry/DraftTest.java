package vigil.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.session.ObservationDuty.Asks;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Kind;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.ui.entry.Draft.Fault;
import vigil.ui.entry.Item.Group;

class DraftTest {
    private static final Draft AWAKE = Draft.EMPTY.with(Item.SEDATION, "0");

    /** The core set of the look page's entry mockup. */
    private static Draft core() {
        return AWAKE.with(Item.RR, "15")
                .with(Item.SPO2, "97")
                .with(Item.O2, "0")
                .with(Item.HR, "82")
                .with(Item.SYSTOLIC, "132")
                .with(Item.DIASTOLIC, "78")
                .with(Item.PAIN_REST, "4")
                .with(Item.PAIN_MOVING, "5")
                .with(Item.NAUSEA, "2")
                .with(Item.SITE, "0");
    }

    private static ObservationSet set(Draft draft) {
        return draft.set().orElseThrow();
    }

    @Test
    void nothingIsASetWithoutSedation() {
        Draft draft = Draft.EMPTY.with(Item.RR, "15");
        assertThat(draft.set()).isEmpty();
        assertThat(draft.problems()).containsOnlyKeys(Item.SEDATION);
    }

    @Test
    void sedationAloneIsASetAndTheRestIsAbsent() {
        ObservationSet set = set(AWAKE);
        assertThat(set.sedation()).isZero();
        assertThat(set.vitals().respiratoryRatePerMin()).isEmpty();
        assertThat(set.pain()).isEmpty();
        assertThat(set.sideEffects()).isEmpty();
    }

    @Test
    void theCoreSetIsWhatWasTyped() {
        ObservationSet set = set(core());
        assertThat(set.kind()).isEqualTo(Kind.CORE);
        assertThat(set.vitals().spo2Percent()).contains(97);
        assertThat(set.vitals().oxygenLPerMin()).contains(BigDecimal.ZERO);
        assertThat(set.vitals().systolicMmHg()).contains(132);
        assertThat(set.pain()).contains(new Pain(4, 5));
        assertThat(set.nausea()).contains(2);
        assertThat(set.site()).contains(0);
        assertThat(core().missing(Asks.CORE)).isEmpty();
    }

    @Test
    void aValueThatCannotBeIsNamedWithItsLimitsAndNothingIsSaved() {
        Draft draft = AWAKE.with(Item.TEMPERATURE, "366");
        assertThat(draft.problems().get(Item.TEMPERATURE))
                .isEqualTo(new Draft.Problem(Fault.RANGE, List.of("366", "30.0", "43.0")));
        assertThat(draft.set()).isEmpty();
    }

    @Test
    void oneHalfOfAPairAsksForTheOther() {
        assertThat(AWAKE.with(Item.PAIN_REST, "4").problems()).containsOnlyKeys(Item.PAIN_MOVING);
        assertThat(AWAKE.with(Item.DIASTOLIC, "78").problems()).containsOnlyKeys(Item.SYSTOLIC);
        assertThat(AWAKE.with(Item.RECALL, "3").problems()).containsOnlyKeys(Item.ORIENTED);
    }

    @Test
    void noneOfTheseFillsOnlyWhatIsUnanswered() {
        Draft draft = core().with(Item.S1, "2")
                .withRest(Group.SIDE_EFFECTS)
                .with(Item.D8, "X")
                .withRest(Group.DISSOCIATION);
        ObservationSet set = set(draft);
        assertThat(set.sideEffects()).hasSize(14).containsEntry(SideEffectItem.S1, 2);
        assertThat(set.sideEffects().values().stream().filter(grade -> grade == 0))
                .hasSize(13);
        assertThat(set.dissociation()).hasSize(8).containsEntry(DissociationItem.D8, Answer.NOT_ASKED);
        assertThat(set.dissociation()).containsEntry(DissociationItem.D1, Answer.NO);
    }

    @Test
    void aSetIsFullOnceTemperatureConsciousnessAndAllQuestionsAreAnswered() {
        Draft almost = core().with(Item.TEMPERATURE, "36.7")
                .withRest(Group.SIDE_EFFECTS)
                .withRest(Group.DISSOCIATION);
        assertThat(almost.kind()).isEqualTo(Kind.CORE);
        assertThat(almost.missing(Asks.FULL)).containsExactly(Item.CONSCIOUS);
        Draft full = almost.with(Item.CONSCIOUS, "C");
        assertThat(set(full).kind()).isEqualTo(Kind.FULL);
        assertThat(set(full).vitals().consciousness()).contains(Consciousness.NEW_CONFUSION);
    }

    @Test
    void orientationNamesWhatIsNotKnown() {
        assertThat(set(AWAKE.with(Item.ORIENTED, "13").with(Item.RECALL, "2")).orientation())
                .contains(new Orientation(false, true, false, 2));
        assertThat(set(AWAKE.with(Item.ORIENTED, "0").with(Item.RECALL, "3"))
                        .orientation()
                        .map(Orientation::isFull))
                .contains(true);
    }

    @Test
    void whatWasSaidBesideTheItemsIsKept() {
        Draft draft = AWAKE.with(Circumstance.ASKS_TO_STOP, true).with(Circumstance.DISTRESSING, true);
        assertThat(set(draft.with(Circumstance.DISTRESSING, false)).circumstances())
                .containsExactly(Circumstance.ASKS_TO_STOP);
    }

    @Test
    void aBriefSetAsksNoBloodPressure() {
        assertThat(AWAKE.missing(Asks.CORE_BRIEF))
                .doesNotContain(Item.SYSTOLIC, Item.HR, Item.SPO2)
                .contains(Item.RR);
    }

    @Test
    void theSetOnlyEndsWhereNoFurtherDigitCouldBelong() {
        assertThat(Item.RR.isWhole("1")).isFalse();
        assertThat(Item.RR.isWhole("15")).isTrue();
        assertThat(Item.HR.isWhole("13")).isFalse();
        assertThat(Item.HR.isWhole("82")).isTrue();
        assertThat(Item.PAIN_REST.isWhole("1")).isFalse();
        assertThat(Item.PAIN_REST.isWhole("0")).isTrue();
        assertThat(Item.O2.isWhole("2")).isFalse();
        assertThat(Item.TEMPERATURE.isWhole("36.7")).isTrue();
    }

    @Test
    void aChoiceIsMeantByItsSignOrItsPlace() {
        assertThat(Item.D1.after("", 'y')).contains("Y");
        assertThat(Item.D1.after("", '2')).contains("Y");
        assertThat(Item.SEDATION.after("", '7')).isEmpty();
        assertThat(Item.ORIENTED.after("1", '3')).contains("13");
        assertThat(Item.ORIENTED.after("13", '1')).contains("3");
        assertThat(Item.ORIENTED.after("13", '0')).contains("0");
    }

    @Test
    void aCommaIsADecimalPointAndOnlyOne() {
        assertThat(Item.TEMPERATURE.after("36", ',')).contains("36.");
        assertThat(Item.TEMPERATURE.after("36.7", '.')).isEmpty();
        assertThat(Item.TEMPERATURE.after("36.7", '1')).isEmpty();
        assertThat(Item.RR.after("15", '.')).isEmpty();
        assertThat(Item.RR.after("15", '0')).isEqualTo(Optional.empty());
    }

    @Test
    void aDraftComesBackFromTheRecordAsItWas() {
        Draft draft = Draft.EMPTY
                .with(Item.SEDATION, "1")
                .with(Item.TEMPERATURE, "36.")
                .with(Circumstance.ASKS_TO_STOP, true)
                .withNote("says: a, b = c");
        assertThat(Draft.ofTexts(draft.texts())).isEqualTo(draft);
        assertThat(Draft.ofTexts(Map.of())).isEqualTo(Draft.EMPTY);
        assertThat(Draft.EMPTY.texts()).isEmpty();
    }
}
