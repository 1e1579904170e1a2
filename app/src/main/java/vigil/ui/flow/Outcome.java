package vigil.ui.flow;

import vigil.ui.form.Question;
import vigil.ui.parts.Phrases;

/** What became of the last thing entered, in words. */
public record Outcome(CareEntry entry, Phrases phrases) {
    /** Empty while there is nothing to tell. */
    public String words() {
        return switch (entry.state()) {
            case CareEntry.State.Quiet() -> "";
            case CareEntry.State.Sending(Act _) -> phrases.text("flow.sending");
            case CareEntry.State.Taken(Act act) -> phrases.text("flow.taken", phrases.text(act.key()));
            case CareEntry.State.Refused(Act _, String reason) -> phrases.text("flow.refused", reason);
            case CareEntry.State.Lacking(Act act) -> phrases.text("flow.lacking", lacking(act));
        };
    }

    private String lacking(Act act) {
        return Asks.needed(act).stream()
                .filter(question -> entry.form().answers().value(question).isEmpty())
                .findFirst()
                .or(() -> Asks.further(act).stream()
                        .filter(question -> !entry.form().answers().isSound(question))
                        .findFirst())
                .or(() -> Asks.further(act).stream().findFirst())
                .map(Question::key)
                .map(phrases::text)
                .orElse("");
    }
}
