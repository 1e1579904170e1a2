package vigil.ui.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vigil.ui.ConsoleActions;
import vigil.ui.form.Answers;
import vigil.ui.form.Drafts;
import vigil.ui.form.Form;

/**
 * The one entry beside observations that is being made at this console, and what became of the last one. Outlives the view.
 * Belongs to the JavaFX thread, on which the answers of {@code actions} have to arrive as well.
 */
public final class CareEntry {
    private static final String FORM = "care";
    /** Beside the answers: what the form is for, and the prompt it was opened at. */
    private static final String ACT = "care.act";

    private static final String PROMPT = "care.prompt";

    private final ConsoleActions actions;
    private final Consumer<Act.Way> going;
    private final Form form = new Form(this::keep);
    private final Drafts drafts;
    private Optional<Act> open = Optional.empty();
    private String condition = "";
    private State state = new State.Quiet();
    private final Map<String, Runnable> changed = new LinkedHashMap<>();

    /** What became of the last thing done. */
    public sealed interface State {
        /** Nothing has been done that has to be told. */
        record Quiet() implements State {}

        /** Handed over; the session has not answered yet. */
        record Sending(Act act) implements State {}

        /** In the record. */
        record Taken(Act act) implements State {}

        /** Not in the record, and why, in the session's words. */
        record Refused(Act act, String reason) implements State {}

        /** Something the form needs is missing or cannot be read. */
        record Lacking(Act act) implements State {}
    }

    /** {@code drafts} keeps the form that is open until it is saved; {@code going} brings another view forward. */
    public CareEntry(ConsoleActions actions, Drafts drafts, Consumer<Act.Way> going) {
        this.actions = actions;
        this.drafts = drafts;
        this.going = going;
        drafts.own(FORM, this::restore);
    }

    private void keep(Answers typed) {
        drafts.changed(
                FORM,
                open.filter(_ -> !typed.isEmpty()).map(act -> draft(act, typed)).orElseGet(Map::of));
    }

    private Map<String, String> draft(Act act, Answers typed) {
        Map<String, String> texts = new HashMap<>(typed.texts());
        texts.put(ACT, act.name());
        texts.put(PROMPT, condition);
        return texts;
    }

    /** Opens the form again that was half filled; nothing puts it away. */
    private void restore(Map<String, String> texts) {
        open = Arrays.stream(Act.values())
                .filter(act -> act.name().equals(texts.get(ACT)))
                .findFirst();
        condition = texts.getOrDefault(PROMPT, "");
        state = new State.Quiet();
        Map<String, String> answers = new HashMap<>(texts);
        answers.keySet().removeAll(Set.of(ACT, PROMPT));
        form.restore(new Answers(answers));
        tell();
    }

    /** {@code action} runs after every change, in place of what the view of that name wanted before. */
    public void whenChanged(String view, Runnable action) {
        changed.put(view, action);
    }

    private void tell() {
        List.copyOf(changed.values()).forEach(Runnable::run);
    }

    public Form form() {
        return form;
    }

    /** What the form that is open is for. */
    public Optional<Act> open() {
        return open;
    }

    public State state() {
        return state;
    }

    /** Why the last thing done with one press at that prompt was refused; empty where it was not. */
    public Optional<String> refused(String about) {
        return open.isEmpty() && condition.equals(about) && state instanceof State.Refused(Act _, String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** Does it, opens its form, or goes where it is done. {@code about} is the key of the prompt it was chosen at. */
    public void choose(Act act, String about, Instant now, ZoneId zone) {
        if (state instanceof State.Sending) {
            return;
        }
        switch (act.way()) {
            case HERE -> {
                condition = about;
                new Entries(Answers.NONE, about, now, zone).of(act).ifPresent(entry -> send(act, entry));
            }
            case FORM -> open(act, about);
            case OBSERVE, EFFECTS, PUMP, AFTER, SETUP -> going.accept(act.way());
        }
    }

    private void open(Act act, String about) {
        boolean another = !open.equals(Optional.of(act)) || !condition.equals(about);
        open = Optional.of(act);
        condition = about;
        state = new State.Quiet();
        if (another) {
            form.become(Answers.NONE);
        }
        going.accept(act.place());
        tell();
    }

    /** Opens the form of what is entered after cessation with what is in the record already. */
    public void reopen(Act act, Answers known) {
        if (!(state instanceof State.Sending)) {
            boolean another = !open.equals(Optional.of(act));
            open(act, "");
            if (another) {
                form.become(known);
            }
        }
    }

    /** Puts the form away; what was typed is gone. */
    public void close() {
        open = Optional.empty();
        state = new State.Quiet();
        form.become(Answers.NONE);
        tell();
    }

    /** Hands the form over once; what lacks something stays. */
    public void save(Instant now, ZoneId zone) {
        if (state instanceof State.Sending) {
            return;
        }
        open.ifPresent(act -> new Entries(form.answers(), condition, now, zone)
                .of(act)
                .ifPresentOrElse(entry -> send(act, entry), () -> become(new State.Lacking(act))));
    }

    private void send(Act act, ConsoleActions.Entry entry) {
        become(new State.Sending(act));
        actions.enter(entry, refusal -> answered(act, refusal));
    }

    private void answered(Act act, Optional<String> refusal) {
        if (refusal.isEmpty() && open.equals(Optional.of(act))) {
            open = Optional.empty();
            form.become(Answers.NONE);
        }
        become(refusal.<State>map(reason -> new State.Refused(act, reason)).orElseGet(() -> new State.Taken(act)));
    }

    private void become(State next) {
        state = next;
        tell();
    }
}
