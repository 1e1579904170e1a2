package vigil.ui.setup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vigil.session.Assessment;
import vigil.session.Assessment.OpioidPlan;
import vigil.session.Assessment.OpioidReason;
import vigil.session.Assessment.Purpose;
import vigil.session.Event;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** Why the infusion is given (R1), for whom (R2), and what shall become of the opioids (R19). */
final class PurposePart implements PartRules {
    static final Question<Set<String>> PURPOSES = Question.anyOf("setup.purpose.purposes", Purpose.values());
    static final Question<Boolean> CENTRAL = Question.tick("setup.purpose.central");
    static final Question<Set<String>> REASONS = Question.anyOf("setup.purpose.reasons", OpioidReason.values());
    static final Question<String> PLAN = Question.oneOf("setup.purpose.plan", OpioidPlan.values());

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        return List.of(
                Check.answered(answers, PURPOSES),
                Check.answered(answers, CENTRAL),
                Check.answered(answers, REASONS),
                Check.answered(answers, PLAN));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        Assessment assessment = new Assessment(
                chosen(answers, PURPOSES).stream().map(Purpose::valueOf).collect(Collectors.toSet()),
                answers.isTicked(CENTRAL),
                chosen(answers, REASONS).stream().map(OpioidReason::valueOf).collect(Collectors.toSet()),
                now.setUp().isAssessed(),
                OpioidPlan.valueOf(answers.value(PLAN).orElseThrow()));
        return List.of((at, by) -> new Event.AssessmentRecorded(at, assessment, by));
    }

    private static Set<String> chosen(Answers answers, Question<Set<String>> question) {
        return answers.value(question).orElse(Set.of());
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp().assessment().map(PurposePart::answers).orElse(Answers.NONE);
    }

    private static Answers answers(Assessment assessment) {
        return Answers.NONE
                .with(PURPOSES, Written.options(assessment.purposes()))
                .with(CENTRAL, Written.tick(assessment.centralSensitisation()))
                .with(REASONS, Written.options(assessment.opioidReasons()))
                .with(PLAN, assessment.opioidPlan().name());
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().hasPurpose() && now.setUp().isSelected();
    }
}
