package vigil.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.look.Words;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;
import vigil.ui.parts.Phrases;

class CheckModelTest {
    private final Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofSeconds(30));

    private static Answers answers(String... pairs) {
        Answers answers = Answers.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            answers = answers.with(Question.text("check." + pairs[i]), pairs[i + 1]);
        }
        return answers;
    }

    private CheckModel model(Answers answers) {
        return CheckModel.of(
                bedside.snapshot(),
                new CheckDraft(answers, false),
                new Phrases(Words.of(Locale.ENGLISH), Bedside.SYDNEY));
    }

    @Test
    void aRateThatDiffersFromTheWireIsToldWithTheDifference() {
        assertThat(model(answers("rate", "1.85")).differences())
                .containsExactly("Rate: 1.85 read, 1.75 on the wire, 0.1 apart");
    }

    @Test
    void aRateLikeThatOfTheWireIsToldAsSuch() {
        assertThat(model(answers("rate", "1,750")).differences()).containsExactly("Rate: 1.75, as the wire says");
    }

    @Test
    void aPumpThatStandsWhereTheWireSaysItRunsIsTold() {
        assertThat(model(answers("state", "STANDS")).differences())
                .containsExactly("Read: Stopped. The wire says: Infusing.");
    }

    @Test
    void anHourlyCheckOfAReadablePumpNeedsNoFigures() {
        assertThat(model(answers("occasion", "HOURLY")).can()).isTrue();
    }

    @Test
    void aCheckAtASyringeChangeNeedsASecondPerson() {
        CheckModel model = model(answers("occasion", "SYRINGE_CHANGE"));
        assertThat(model.asksForSecond()).isTrue();
        assertThat(model.can()).isFalse();
        assertThat(model.lacking()).contains("Second person, id");
    }

    @Test
    void aChartedPumpNeedsStateRateAndVolume() {
        CheckDraft draft = new CheckDraft(answers("occasion", "HOURLY", "rate", "1.75"), true);
        assertThat(draft.lacking()).containsExactly(CheckAsks.STATE, CheckAsks.INFUSED);
    }

    @Test
    void anUnreadableFigureIsNotLeftOut() {
        CheckDraft draft = new CheckDraft(answers("occasion", "HOURLY", "left", "half"), false);
        assertThat(draft.lacking()).containsExactly(CheckAsks.LEFT);
        assertThat(draft.entry(Instant.EPOCH, Bedside.SYDNEY)).isEmpty();
    }

    @Test
    @Tag("R9")
    void onlyWhatWasTickedIsConfirmed() {
        CheckDraft draft = new CheckDraft(answers("occasion", "HOURLY", "item", "LOCK SITE"), false);
        Event.ByPerson made =
                draft.entry(bedside.now().utc(), Bedside.SYDNEY).orElseThrow().made(bedside.now(), Bedside.NURSE);
        assertThat(made)
                .isInstanceOfSatisfying(
                        Event.PumpChecked.class,
                        it -> assertThat(it.check().confirmed())
                                .containsExactlyInAnyOrder(PumpCheck.Item.LOCK, PumpCheck.Item.SITE));
        assertThat(bedside.engine().check(made)).isEmpty();
    }

    @Test
    void aChangeDueAtATimeThatHasPassedIsTomorrows() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        CheckDraft draft = new CheckDraft(answers("occasion", "HOURLY", "change-due", "10:00"), false);
        Event.ByPerson made = draft.entry(now, Bedside.SYDNEY).orElseThrow().made(bedside.now(), Bedside.NURSE);
        assertThat(((Event.PumpChecked) made).check().syringe().changeDue())
                .contains(Instant.parse("2026-03-02T23:00:00Z"));
    }
}
