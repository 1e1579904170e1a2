package vigil.ui.entry;

import java.util.Map;
import java.util.Optional;
import vigil.engine.Foresight;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.ui.ConsoleActions;
import vigil.ui.form.Drafts;

/**
 * The one entry of observations that is being made at this console: the draft, what saving it would lead to, and what
 * became of the last one. Outlives the view, so that nothing typed is lost when another view is looked at. Belongs to the
 * JavaFX thread, on which the answers of {@code actions} have to arrive as well.
 */
public final class ObservationEntry {
    /** The name its draft is kept under. */
    private static final String FORM = "observation";

    private final ConsoleActions actions;
    private final Drafts drafts;
    private Draft draft = Draft.EMPTY;
    private Optional<Foresight> foreseen = Optional.empty();
    private State state = new State.Open();
    private boolean asking;
    private boolean askAgain;
    private Runnable changed = () -> {};

    /** What became of the last wish to save. */
    public sealed interface State {
        /** Being entered. */
        record Open() implements State {}

        /** Handed over; the session has not answered yet. */
        record Saving() implements State {}

        /** In the record; the fields are empty again. */
        record Saved() implements State {}

        /** Not in the record, and why; the fields are as they were. */
        record Refused(String reason) implements State {}
    }

    /** {@code drafts} keeps what is entered until it is saved. */
    public ObservationEntry(ConsoleActions actions, Drafts drafts) {
        this.actions = actions;
        this.drafts = drafts;
        drafts.own(FORM, texts -> restore(Draft.ofTexts(texts)));
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    public Draft draft() {
        return draft;
    }

    /** What saving the draft as it is would lead to; nothing while that is not known. */
    Optional<Foresight> foreseen() {
        return foreseen;
    }

    public State state() {
        return state;
    }

    /** Takes another draft; while the last one is being saved nothing can be changed. */
    void become(Draft next) {
        if (state instanceof State.Saving || next.equals(draft)) {
            return;
        }
        drafts.changed(FORM, next.texts());
        restore(next);
    }

    private void restore(Draft next) {
        draft = next;
        state = new State.Open();
        foreseen = Optional.empty();
        look();
        changed.run();
    }

    private void look() {
        askAgain = asking;
        if (!asking) {
            draft.set().ifPresent(this::look);
        }
    }

    private void look(ObservationSet set) {
        asking = true;
        Draft asked = draft;
        actions.foresee((at, by) -> new Event.ObservationsCharted(at, set, by), answer -> seen(asked, answer));
    }

    private void seen(Draft asked, Foresight answer) {
        asking = false;
        if (asked.equals(draft)) {
            foreseen = Optional.of(answer);
            changed.run();
        } else if (askAgain) {
            look();
        }
    }

    /** Hands the set over once; what cannot be a set stays here. */
    void save() {
        if (!(state instanceof State.Saving)) {
            draft.set().ifPresent(this::save);
        }
    }

    private void save(ObservationSet set) {
        state = new State.Saving();
        actions.enter((at, by) -> new Event.ObservationsCharted(at, set, by), this::answered);
        changed.run();
    }

    private void answered(Optional<String> refusal) {
        state = refusal.<State>map(State.Refused::new).orElseGet(State.Saved::new);
        if (refusal.isEmpty()) {
            draft = Draft.EMPTY;
            drafts.changed(FORM, Map.of());
            foreseen = Optional.empty();
        }
        changed.run();
    }
}
