package vigil.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.look.Words;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.StopReason;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.flow.FlowModel.State;
import vigil.ui.flow.FlowModel.Step;
import vigil.ui.form.Answers;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

class FlowModelTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    private final Bedside bedside = Bedside.ready("1.75")
            .pumpRuns("1.75")
            .runs(Duration.ofMinutes(2))
            .observes(Bedside.fullSet())
            .runs(Duration.ofSeconds(30));

    private FlowModel model() {
        return FlowModel.of(bedside.snapshot(), new Phrases(WORDS, Bedside.SYDNEY));
    }

    private Step inHand() {
        return model().steps().stream().filter(Step::inHand).findFirst().orElseThrow();
    }

    private List<Act> offered() {
        return inHand().choices().stream()
                .filter(Choice::isOpen)
                .map(Choice::act)
                .toList();
    }

    private List<State> states() {
        return model().steps().stream().map(Step::state).toList();
    }

    private void troubled() {
        bedside.observes(Charts.with("S1:2")).runs(Duration.ofSeconds(6));
    }

    private void paused() {
        troubled();
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofSeconds(2));
    }

    private void hourOver() {
        paused();
        bedside.every(Duration.ofSeconds(5)).runs(Duration.ofMinutes(60));
    }

    @Test
    void withoutAnythingOpenThereAreChoicesAndNoSteps() {
        assertThat(model().steps()).isEmpty();
        assertThat(model().choices())
                .extracting(Choice::act)
                .contains(Act.OBSERVE, Act.CONCERN, Act.REVIEW, Act.AWAY, Act.CEASE);
    }

    @Test
    void whatTheSessionWouldRefuseIsClosedAndSaysWhy() {
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING)
                .ceases(CessationReason.PLANNED)
                .runs(Duration.ofSeconds(2));
        assertThat(model().choices())
                .filteredOn(choice -> choice.act() == Act.AWAY)
                .singleElement()
                .extracting(Choice::why)
                .isEqualTo("No pump is attached, or marked away already.");
    }

    @Test
    @Tag("R15")
    void aTroublesomeEffectAsksForThePauseAndNamesRuleItemAndNurse() {
        troubled();
        assertThat(offered()).containsExactly(Act.PAUSE, Act.OVERRIDE_PAUSE);
        assertThat(model().steps().getFirst().text()).contains("by AB", "S1 Sick or vomiting, grade 2, baseline 0");
        assertThat(inHand().text()).contains("R15.");
    }

    @Test
    @Tag("R15")
    void aRecordedPauseWaitsForThePumpAndNoButtonStopsIt() {
        troubled();
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofSeconds(38));
        assertThat(inHand().title()).isEqualTo("Waiting for the pump to stop");
        assertThat(offered()).containsExactly(Act.OVERRIDE_PAUSE);
        assertThat(model().evidence()).contains(new Figure("Pump says", "Infusing"), new Figure("Waiting for", "0:38"));
    }

    @Test
    @Tag("R15")
    void aPauseRecordedTooLongAgoIsAskedForAgain() {
        troubled();
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofSeconds(301));
        assertThat(offered()).contains(Act.PAUSE);
    }

    @Test
    @Tag("R15")
    void aPauseRecordedAgainCountsFromThen() {
        troubled();
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofSeconds(301));
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE)
                .runs(Duration.ofSeconds(30))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofSeconds(2));
        assertThat(bedside.session().care().effects().running()).isPresent();
    }

    @Test
    @Tag("R15")
    void theHourCountsFromTheLastDeliveringSample() {
        paused();
        bedside.runs(Duration.ofMinutes(10));
        assertThat(states()).containsExactly(State.DONE, State.DONE, State.DONE, State.NOW, State.AHEAD, State.AHEAD);
        assertThat(model().evidence()).contains(new Figure("Since delivery, of 60:00", "10:02"));
    }

    @Test
    @Tag("R15")
    void easedIsNotOfferedWhileTheNewestSetIsTroublesome() {
        hourOver();
        assertThat(offered()).containsExactly(Act.OBSERVE, Act.NOT_EASED);
        bedside.observes(Bedside.fullSet());
        assertThat(offered()).containsExactly(Act.EASED, Act.NOT_EASED);
    }

    @Test
    @Tag("R15")
    void easedLeadsToRecommencingAsOrdered() {
        hourOver();
        bedside.observes(Bedside.fullSet()).does(CareEntries.assessed(bedside, true));
        assertThat(inHand().title()).isEqualTo("Recommence per order");
        assertThat(inHand().text()).contains("1.75 mL/h", "42–66 %");
    }

    @Test
    @Tag("R16")
    void notEasedLeadsToThePhysicianAndTheDirectionStaysToBeSeen() {
        hourOver();
        bedside.observes(Bedside.fullSet()).does(CareEntries.assessed(bedside, false));
        assertThat(offered()).containsExactly(Act.DIRECTION, Act.CEASE);
        assertThat(inHand().text()).contains("R16.");
        bedside.does(CareEntries.directed(bedside));
        assertThat(inHand().title()).isEqualTo("As directed");
        assertThat(model().steps().get(5).text()).contains("Dr P. Okafor", "lower to 1.4 mL/h");
    }

    @Test
    @Tag("R16")
    void aFurtherEffectWithoutAPauseAsksThePhysicianOnly() {
        hourOver();
        bedside.observes(Bedside.fullSet())
                .does(CareEntries.assessed(bedside, true))
                .pumpRuns("1.75")
                .runs(Duration.ofSeconds(10));
        bedside.observes(Charts.with("S2:2"));
        assertThat(offered()).containsExactly(Act.DIRECTION, Act.CEASE);
        assertThat(states()).containsExactly(State.DONE, State.NOW, State.AHEAD);
    }

    @Test
    @Tag("R17")
    void dissociationStandsBeforeTheSideEffectAndSaysThatTheOtherIsOpen() {
        bedside.observes(Charts.with("S1:2 D3:Y")).runs(Duration.ofSeconds(3));
        assertThat(inHand().title()).isEqualTo("Stop the infusion at the pump");
        assertThat(offered()).containsExactly(Act.TERMINATE, Act.OVERRIDE_TERMINATION);
        assertThat(model().also()).contains("R15");
    }

    @Test
    @Tag("R17")
    void theCessationAloneEndsNothingWhileThePumpRuns() {
        bedside.observes(Charts.with("D3:Y"))
                .ceases(CessationReason.DISSOCIATION)
                .runs(Duration.ofSeconds(3));
        assertThat(states()).containsExactly(State.DONE, State.NOW, State.DONE, State.AHEAD);
        assertThat(offered()).containsExactly(Act.OVERRIDE_TERMINATION);
    }

    @Test
    @Tag("R17")
    void aStoppedPumpWithoutTheDecisionStillAsksForIt() {
        bedside.observes(Charts.with("D3:Y"))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofSeconds(3));
        assertThat(inHand().title()).isEqualTo("Cessation recorded");
        bedside.ceases(CessationReason.DISSOCIATION).runs(Duration.ofSeconds(1));
        assertThat(model().steps()).isEmpty();
        assertThat(bedside.snapshot().care().after()).isPresent();
    }

    @Test
    @Tag("R17")
    void withoutDataAPersonSaysThatThePumpStandsStillButOnlyAfterTheDecision() {
        bedside.observes(Charts.with("D3:Y")).loses().runs(Duration.ofSeconds(15));
        assertThat(offered()).containsExactly(Act.TERMINATE, Act.OVERRIDE_TERMINATION);
        bedside.ceases(CessationReason.DISSOCIATION).runs(Duration.ofSeconds(1));
        assertThat(offered()).containsExactly(Act.STOP_SEEN, Act.OVERRIDE_TERMINATION);
    }

    @Test
    @Tag("R32")
    void everyChoiceThatIsOpenIsTakenByTheSession() {
        troubled();
        for (Choice choice : inHand().choices()) {
            Answers given = Answers.NONE.with(Asks.PHYSICIAN, "Dr P. Okafor").with(Asks.REASON, "seen at the bed");
            Optional<Entry> entry = new Entries(given, "", bedside.now().utc(), Bedside.SYDNEY).of(choice.act());
            assertThat(bedside.engine().check(entry.orElseThrow().made(bedside.now(), Bedside.NURSE)))
                    .isEmpty();
        }
    }
}
