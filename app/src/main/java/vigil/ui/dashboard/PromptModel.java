package vigil.ui.dashboard;

import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot;
import vigil.rules.Rule;
import vigil.ui.attention.BasisWords;
import vigil.ui.attention.ConditionWords;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.flow.PromptActs;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The open prompt of highest priority in ready words: the rule, its basis as small sums, what the pump shows, what to do.
 *
 * @param rule for example {@code R12}; empty where no rule stands behind it
 * @param evidence what the pump shows now, with its age
 * @param key identifies the condition for what is done about it
 * @param acts the one or two things that can be done
 * @param others how many more prompts are open, in words, or empty
 */
public record PromptModel(
        String key,
        AlarmPriority priority,
        String title,
        String rule,
        String source,
        List<Figure> basis,
        String evidence,
        String action,
        List<Choice> acts,
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
                prompt.key(),
                prompt.priority(),
                words.title(),
                prompt.rule().map(Rule::label).orElse(""),
                source(prompt, phrases),
                basis(prompt, phrases),
                evidence(snapshot, phrases),
                words.action(),
                new PromptActs(snapshot, phrases).of(prompt),
                more == 0 ? "" : phrases.text("prompt.more", Integer.toString(more)));
    }

    /** The rule in one sentence; a screening question says that it is none of a validated instrument. */
    private static String source(AlarmCondition prompt, Phrases phrases) {
        String rule = prompt.rule()
                .flatMap(it -> phrases.words().find("rule." + it.name()))
                .orElse("");
        boolean screened = prompt.basis().stream().anyMatch(line -> line.label().startsWith("item."));
        return screened ? (rule + " " + phrases.text("prompt.screening")).strip() : rule;
    }

    private static List<Figure> basis(AlarmCondition prompt, Phrases phrases) {
        return prompt.basis().stream()
                .map(line -> BasisWords.of(line, phrases))
                .map(words -> new Figure(words.sum(), words.result()))
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
