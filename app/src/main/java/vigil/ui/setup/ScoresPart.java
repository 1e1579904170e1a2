package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.OutcomeScores;
import vigil.session.OutcomeScores.Occasion;
import vigil.session.Phase;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** Scores of instruments, or why there are none (R4); before the course, and after it once the pump stands for good. */
final class ScoresPart implements PartRules {
    static final Question<BigDecimal> SEVERITY = Question.number("setup.scores.severity", "0", "10", 2, "");
    static final Question<BigDecimal> INTERFERENCE = Question.number("setup.scores.interference", "0", "10", 2, "");
    static final Question<BigDecimal> PSEQ = Question.number("setup.scores.pseq", "0", "60", 0, "");
    static final Question<String> OTHER = Question.text("setup.scores.other");
    static final Question<String> WAIVED = Question.text("setup.scores.waived");

    private static final List<Question<?>> ALL = List.of(SEVERITY, INTERFERENCE, PSEQ, OTHER, WAIVED);

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        boolean any = ALL.stream().anyMatch(question -> answers.value(question).isPresent());
        return List.of(
                Check.sound(answers, SEVERITY),
                Check.sound(answers, INTERFERENCE),
                Check.sound(answers, PSEQ),
                Check.that(any, "setup.lack.scores"));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        OutcomeScores scores = new OutcomeScores(
                occasion(now),
                now.today(),
                answers.value(SEVERITY),
                answers.value(INTERFERENCE),
                answers.value(PSEQ).map(BigDecimal::intValueExact),
                answers.value(OTHER).orElse(""),
                answers.value(WAIVED).orElse(""));
        return List.of((at, by) -> new Event.OutcomesScored(at, scores, by));
    }

    private static Occasion occasion(Situation now) {
        boolean after = now.phase() == Phase.OBSERVING || now.phase() == Phase.OBSERVATION_COMPLETE;
        return after ? Occasion.AFTER : Occasion.BEFORE;
    }

    private static Optional<OutcomeScores> last(Situation now) {
        return now.setUp().background().scores().stream()
                .filter(scores -> scores.occasion() == occasion(now))
                .reduce((_, later) -> later);
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return last(now).map(ScoresPart::answers).orElse(Answers.NONE);
    }

    private static Answers answers(OutcomeScores scores) {
        return Answers.NONE
                .with(SEVERITY, scores.bpiSeverity().map(Written::number).orElse(""))
                .with(
                        INTERFERENCE,
                        scores.bpiInterference().map(Written::number).orElse(""))
                .with(PSEQ, scores.pseq().map(String::valueOf).orElse(""))
                .with(OTHER, scores.other())
                .with(WAIVED, scores.waivedBecause());
    }

    @Override
    public boolean isRecorded(Situation now) {
        return last(now).isPresent();
    }
}
