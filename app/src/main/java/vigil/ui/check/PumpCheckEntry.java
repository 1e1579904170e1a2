package vigil.ui.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.PumpCheck;
import vigil.ui.ConsoleActions;
import vigil.ui.form.Answers;
import vigil.ui.form.Drafts;
import vigil.ui.form.Form;

/**
 * The one check of the pump that is being entered at this console, and what became of the last one. Outlives the view.
 * Belongs to the JavaFX thread, on which the answers of {@code actions} have to arrive as well.
 */
public final class PumpCheckEntry {
    private static final String FORM = "check";

    private final ConsoleActions actions;
    private final Form form;
    private State state = new State.Open();
    private Runnable changed = () -> {};

    /** What became of the last wish to record. */
    public sealed interface State {
        record Open() implements State {}

        record Sending() implements State {}

        /** In the record; the fields are empty again. */
        record Taken() implements State {}

        /** Not in the record, and why; the fields are as they were. */
        record Refused(String reason) implements State {}
    }

    /** {@code drafts} keeps what is entered until it is saved. */
    public PumpCheckEntry(ConsoleActions actions, Drafts drafts) {
        this.actions = actions;
        form = drafts.form(FORM);
        form.whenChanged(this::typed);
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    Form form() {
        return form;
    }

    State state() {
        return state;
    }

    private void typed() {
        if (!(state instanceof State.Sending) && !form.answers().isEmpty()) {
            state = new State.Open();
        }
        changed.run();
    }

    /** Why the check is done now: what is due, unless a person has said otherwise. */
    void expect(PumpCheck.Occasion due) {
        if (form.answers().text(CheckAsks.OCCASION).isEmpty() && !(state instanceof State.Sending)) {
            form.put(CheckAsks.OCCASION, due.name());
        }
    }

    /** Everything on the list was looked at and found in order. */
    void confirmAll() {
        form.put(
                CheckAsks.ITEMS,
                Arrays.stream(PumpCheck.Item.values()).map(Enum::name).collect(Collectors.joining(" ")));
    }

    /** Hands the check over once; what lacks something stays. */
    void save(boolean charted, Instant now, ZoneId zone) {
        if (!(state instanceof State.Sending)) {
            new CheckDraft(form.answers(), charted).entry(now, zone).ifPresent(entry -> {
                become(new State.Sending());
                actions.enter(entry, this::answered);
            });
        }
    }

    private void answered(Optional<String> refusal) {
        become(refusal.<State>map(State.Refused::new).orElseGet(State.Taken::new));
        if (refusal.isEmpty()) {
            form.become(Answers.NONE);
        }
    }

    private void become(State next) {
        state = next;
        changed.run();
    }
}
