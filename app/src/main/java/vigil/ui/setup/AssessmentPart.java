package vigil.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.session.Assessment;
import vigil.session.Event;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** The five texts of the assessment (R3). They enter the record as notes and stay readable here. */
final class AssessmentPart implements PartRules {
    static final Question<String> CARE = Question.note("setup.assessment.care");
    static final Question<String> EXPECTANCY = Question.note("setup.assessment.expectancy");
    static final Question<String> GOAL = Question.note("setup.assessment.goal");
    static final Question<String> HARM = Question.note("setup.assessment.harm");
    static final Question<String> SUCCESS = Question.note("setup.assessment.success");

    /** How each begins in the record, which is the same whatever the language of the screen. */
    private static final List<Map.Entry<Question<String>, String>> TEXTS = List.of(
            Map.entry(CARE, "R3, prior care and its effect: "),
            Map.entry(EXPECTANCY, "R3, what the patient expects: "),
            Map.entry(GOAL, "R3, the clinician's goal: "),
            Map.entry(HARM, "R3, predisposition to harm: "),
            Map.entry(SUCCESS, "R3, how success or failure will be judged: "));

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        List<Check> checks = new ArrayList<>();
        TEXTS.forEach(text -> checks.add(Check.answered(answers, text.getKey())));
        checks.add(Check.that(now.setUp().assessment().isPresent(), "setup.lack.purpose"));
        return checks;
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<Question<String>, String> text : TEXTS) {
            String note = text.getValue() + answers.value(text.getKey()).orElseThrow();
            entries.add((at, by) -> new Event.NoteAdded(at, note, by));
        }
        Assessment assessment = assessed(now.setUp().assessment());
        entries.add((at, by) -> new Event.AssessmentRecorded(at, assessment, by));
        return entries;
    }

    private static Assessment assessed(Optional<Assessment> before) {
        return before.map(it -> new Assessment(
                        it.purposes(), it.centralSensitisation(), it.opioidReasons(), true, it.opioidPlan()))
                .orElseThrow();
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return isRecorded(now) ? typed : Answers.NONE;
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().isAssessed();
    }

    @Override
    public boolean keepsTexts() {
        return true;
    }
}
