package vigil.ui.entry;

import java.util.Map;
import java.util.Optional;
import vigil.engine.Foresight;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.Observations.Charted;
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
    private Draft aside = Draft.EMPTY;
    private Optional<Amending> amending = Optional.empty();
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

    /** A set of the record that is being put right, and why. It is not kept like a new one: the record has the set. */
    record Amending(Charted set, String reason) {}

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
        if (amending.isEmpty()) {
            drafts.changed(FORM, next.texts());
        }
        restore(next);
    }

    /** The set that is being put right; empty while a new one is entered. */
    Optional<Amending> amending() {
        return amending;
    }

    /** Takes a charted set to put it right; what was entered of a new one waits. */
    void amend(Charted set) {
        if (!(state instanceof State.Saving)) {
            aside = amending.isEmpty() ? draft : aside;
            amending = Optional.of(new Amending(set, ""));
            restore(WholeDraft.of(set.set()));
        }
    }

    /** Why the set is put right. */
    void because(String reason) {
        Optional<Amending> next = amending.map(it -> new Amending(it.set(), reason));
        if (!next.equals(amending) && !(state instanceof State.Saving)) {
            amending = next;
            restore(draft);
        }
    }

    /** Leaves the charted set as it is and goes on with the new one. */
    void leaveCharted() {
        if (amending.isPresent() && !(state instanceof State.Saving)) {
            amending = Optional.empty();
            restore(aside);
        }
    }

    private ConsoleActions.Entry made(ObservationSet set) {
        return amending.<ConsoleActions.Entry>map(it -> (at, by) -> new Event.ObservationsAmended(
                        at, it.set().at().at().utc(), set, it.reason().strip(), by))
                .orElse((at, by) -> new Event.ObservationsCharted(at, set, by));
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
        Optional<Amending> askedOf = amending;
        actions.foresee(made(set), answer -> seen(asked.equals(draft) && askedOf.equals(amending), answer));
    }

    private void seen(boolean isOfThis, Foresight answer) {
        asking = false;
        if (isOfThis) {
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
        actions.enter(made(set), this::answered);
        changed.run();
    }

    private void answered(Optional<String> refusal) {
        state = refusal.<State>map(State.Refused::new).orElseGet(State.Saved::new);
        if (refusal.isEmpty() && amending.isPresent()) {
            amending = Optional.empty();
            draft = aside;
            foreseen = Optional.empty();
        } else if (refusal.isEmpty()) {
            draft = Draft.EMPTY;
            drafts.changed(FORM, Map.of());
            foreseen = Optional.empty();
        }
        changed.run();
    }
}
