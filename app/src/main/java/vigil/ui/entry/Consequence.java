package vigil.ui.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.session.EarlyWarning;
import vigil.session.ObservationDuty.Asks;
import vigil.ui.attention.ConditionWords;
import vigil.ui.entry.Draft.Problem;
import vigil.ui.entry.ObservationEntry.Amending;
import vigil.ui.entry.ObservationEntry.State;
import vigil.ui.parts.Phrases;

/**
 * What saving the entry will do, in ready words, before it is saved.
 *
 * @param title the consequence
 * @param detail what is still missing of the set
 * @param score total of the early-warning score, or empty while one of its seven parameters is missing
 * @param asks true when saving asks for something to be done
 */
record Consequence(String title, String detail, Optional<String> score, boolean asks) {
    private static final int NAMED = 4;

    static Consequence of(ObservationEntry entry, Snapshot snapshot, Asks wanted, Phrases phrases) {
        return new Reader(entry, snapshot, wanted, phrases).read();
    }

    /** What is wrong, as it stands beside the field. */
    static String beside(Problem problem, Phrases phrases) {
        String[] arguments = problem.arguments().toArray(String[]::new);
        return phrases.words().localised(phrases.text("entry.problem." + problem.fault(), arguments));
    }

    private record Reader(ObservationEntry entry, Snapshot snapshot, Asks wanted, Phrases phrases) {
        Consequence read() {
            Draft draft = entry.draft();
            List<AlarmCondition> raised =
                    entry.foreseen().map(Foresight::raised).orElse(List.of());
            return new Consequence(
                    entry.amending().map(this::amending).orElse("") + title(raised),
                    draft.isEmpty() ? "" : lacking(),
                    draft.set().flatMap(set -> EarlyWarning.of(set.vitals())).map(it -> Integer.toString(it.total())),
                    !raised.isEmpty() || entry.state() instanceof State.Refused);
        }

        private String amending(Amending amended) {
            return phrases.text(
                            "entry.amending",
                            phrases.clock(amended.set().at().at().utc())) + " ";
        }

        private String title(List<AlarmCondition> raised) {
            return switch (entry.state()) {
                case State.Saving() -> phrases.text("entry.saving");
                case State.Saved() -> phrases.text("entry.saved");
                case State.Refused(String reason) -> phrases.text("entry.refused", reason);
                case State.Open() -> open(raised);
            };
        }

        private String open(List<AlarmCondition> raised) {
            Draft draft = entry.draft();
            Optional<String> refusal = entry.foreseen().flatMap(Foresight::refusal);
            if (draft.isEmpty()) {
                return phrases.text(snapshot.sessionId().isEmpty() ? "entry.no-session" : "entry.empty");
            }
            if (!draft.problems().isEmpty()) {
                return mend(draft.problems().entrySet().iterator().next());
            }
            return refusal.map(reason -> phrases.text("entry.refused", reason)).orElseGet(() -> consequence(raised));
        }

        private String mend(Map.Entry<Item, Problem> first) {
            List<String> arguments = new ArrayList<>(first.getValue().arguments());
            arguments.addFirst(phrases.text(first.getKey().nameKey()));
            String key = "entry.mend." + first.getValue().fault();
            return phrases.words().localised(phrases.text(key, arguments.toArray(String[]::new)));
        }

        private String consequence(List<AlarmCondition> raised) {
            if (entry.foreseen().isEmpty()) {
                return phrases.text("entry.looking");
            }
            return raised.isEmpty() ? phrases.text("entry.raises-nothing") : asks(raised);
        }

        private String asks(List<AlarmCondition> raised) {
            ConditionWords first = new ConditionWords(raised.getFirst(), snapshot, phrases);
            String more =
                    raised.size() == 1 ? "" : " " + phrases.text("prompt.more", Integer.toString(raised.size() - 1));
            return phrases.text("entry.raises", first.title(), first.action()) + more;
        }

        private String lacking() {
            List<Item> missing = entry.draft().missing(wanted);
            String set = phrases.text("entry.set." + wanted.name());
            return missing.isEmpty()
                    ? phrases.text("entry.complete", set)
                    : phrases.text("entry.lacks", set, names(missing));
        }

        private String names(List<Item> items) {
            String named = items.stream()
                    .limit(NAMED)
                    .map(item -> phrases.text(item.nameKey()))
                    .collect(Collectors.joining(", "));
            int more = items.size() - NAMED;
            return more <= 0 ? named : phrases.text("entry.and-more", named, Integer.toString(more));
        }
    }
}
