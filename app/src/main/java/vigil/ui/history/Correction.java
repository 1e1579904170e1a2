package vigil.ui.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.ui.ConsoleActions;
import vigil.ui.form.Drafts;

/**
 * An entry of the open session that is being marked as entered in error at this console, and why. Outlives the view, so that
 * nothing typed is lost when another one is looked at. Belongs to the JavaFX thread, on which the answers of {@code actions}
 * have to arrive as well.
 */
public final class Correction {
    private static final String FORM = "correction";

    private final ConsoleActions actions;
    private final Drafts drafts;
    private Optional<Chosen> chosen = Optional.empty();
    private String reason = "";
    private State state = new State.Open();
    private boolean shown;
    private Runnable changed = () -> {};

    /** By what an entry is known. */
    record Chosen(Instant entered, EntryKind kind) {}

    /** What became of the last wish to mark. */
    sealed interface State {
        /** Being chosen, or the reason being typed. */
        record Open() implements State {}

        /** Handed over; the session has not answered yet. */
        record Saving() implements State {}

        /** In the record. */
        record Saved() implements State {}

        /** Not in the record, and why; what was typed is as it was. */
        record Refused(String reason) implements State {}
    }

    /** {@code drafts} keeps the reason until the entry is marked. */
    public Correction(ConsoleActions actions, Drafts drafts) {
        this.actions = actions;
        this.drafts = drafts;
        drafts.own(FORM, this::restore);
    }

    private void restore(Map<String, String> texts) {
        reason = texts.getOrDefault("reason", "");
        chosen = kept(texts);
        state = new State.Open();
        changed.run();
    }

    private static Optional<Chosen> kept(Map<String, String> texts) {
        try {
            return Optional.of(new Chosen(
                    Instant.parse(texts.getOrDefault("entered", "")),
                    EntryKind.valueOf(texts.getOrDefault("kind", ""))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code action} runs after every change; there is one view at a time. */
    public void whenChanged(Runnable action) {
        changed = action;
    }

    /** Whether the entries are looked at in place of the sessions. */
    boolean isShown() {
        return shown;
    }

    void show(boolean wanted) {
        shown = wanted;
        changed.run();
    }

    Optional<Chosen> chosen() {
        return chosen;
    }

    String reason() {
        return reason;
    }

    State state() {
        return state;
    }

    /** Another entry; the reason stays as far as it is typed. */
    void choose(Chosen entry) {
        if (!(state instanceof State.Saving) && !chosen.equals(Optional.of(entry))) {
            chosen = Optional.of(entry);
            edited();
        }
    }

    void because(String text) {
        if (!(state instanceof State.Saving) && !text.equals(reason)) {
            reason = text;
            edited();
        }
    }

    private void edited() {
        state = new State.Open();
        drafts.changed(
                FORM,
                chosen.map(it -> Map.of(
                                "reason",
                                reason,
                                "entered",
                                it.entered().toString(),
                                "kind",
                                it.kind().name()))
                        .orElseGet(() -> Map.of("reason", reason)));
        changed.run();
    }

    /** Hands the mark over once. */
    void mark() {
        if (!(state instanceof State.Saving)) {
            chosen.ifPresent(this::mark);
        }
    }

    private void mark(Chosen entry) {
        state = new State.Saving();
        String why = reason.strip();
        actions.enter((at, by) -> new Event.EntryVoided(at, entry.entered(), entry.kind(), why, by), this::answered);
        changed.run();
    }

    private void answered(Optional<String> refusal) {
        state = refusal.<State>map(State.Refused::new).orElseGet(State.Saved::new);
        if (refusal.isEmpty()) {
            reason = "";
            chosen = Optional.empty();
            drafts.changed(FORM, Map.of());
        }
        changed.run();
    }
}
