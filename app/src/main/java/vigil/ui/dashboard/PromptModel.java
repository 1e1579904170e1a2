package vigil.ui.dashboard;

import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot;
import vigil.rules.Rule;
import vigil.ui.attention.ConditionWords;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The open prompt of highest priority in ready words: the rule, its basis as small sums, what the pump shows, what to do.
 *
 * @param rule for example {@code R12}; empty where no rule stands behind it
 * @param evidence what the pump shows now, with its age
 * @param others how many more prompts are open, in words, or empty
 */
public record PromptModel(
        AlarmPriority priority,
        String title,
        String rule,
        String source,
        List<Figure> basis,
        String evidence,
        String action,
        String others) {

    public static Optional<PromptModel> of(Snapshot snapshot, Phrases phrases) {
        List<AlarmCondition> prompts = snapshot.attention().conditions().stream()
                .filter(condition -> condition.origin() == Origin.PROMPT)
                .toList();
        return prompts.stream().findFirst().map(first -> of(first, prompts.size() - 1, snapshot, phrases));
    }

    private static PromptModel of(AlarmCondition prompt, int more, Snapshot snapshot, Phrases phrases) {
        ConditionWords words = new ConditionWords(prompt, snapshot, phrases);
        return new PromptModel(
                prompt.priority(),
                words.title(),
                prompt.rule().map(Rule::label).orElse(""),
                prompt.rule()
                        .flatMap(rule -> phrases.words().find("rule." + rule.name()))
                        .orElse(""),
                basis(prompt, phrases),
                evidence(snapshot, phrases),
                words.action(),
                more == 0 ? "" : phrases.text("prompt.more", Integer.toString(more)));
    }

    private static List<Figure> basis(AlarmCondition prompt, Phrases phrases) {
        return prompt.basis().stream()
                .map(line -> new Figure(
                        phrases.words().localised(line.sum()), phrases.words().localised(line.result())))
                .toList();
    }

    private static String evidence(Snapshot snapshot, Phrases phrases) {
        ValueStripModel now = ValueStripModel.of(snapshot, phrases);
        Figure state = now.figures().get(0);
        Figure flow = now.figures().get(1);
        String age = snapshot.dose().readingAge().map(phrases::age).orElse(Phrases.NO_VALUE);
        return phrases.text("prompt.pump-shows", state.value(), (flow.value() + " " + flow.unit()).strip(), age);
    }
}
