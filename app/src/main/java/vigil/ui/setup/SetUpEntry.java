package vigil.ui.setup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.engine.Foresight;
import vigil.ui.ConsoleActions;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Drafts;
import vigil.ui.form.Form;

/**
 * The set-up as it is being entered at this console: a form for each part, which of them is open, what became of the last
 * wish to save. Outlives the view. Belongs to the JavaFX thread, on which the answers of {@code actions} have to arrive.
 */
public final class SetUpEntry {
    private final ConsoleActions actions;
    private final Drafts drafts;
    private final Map<Part, Form> forms = new EnumMap<>(Part.class);
    /** What each form was last filled with from the record: as long as nobody has changed it, the record goes on filling it. */
    private final Map<Part, Answers> filled = new EnumMap<>(Part.class);

    private Part part = Part.PATIENT;
    private State state = new State.Open();
    private Optional<Foreseen> foreseen = Optional.empty();
    private boolean filling;
    private Runnable changed = () -> {};

    /** What saving the answers would lead to. */
    private record Foreseen(Part part, Answers answers, Optional<Foresight> answer) {}

    /** What became of the last wish to save. */
    sealed interface State {
        /** Being entered. */
        record Open() implements State {}

        /** Handed over; the session has not answered yet. */
        record Saving() implements State {}

        /** In the record; {@code saved} is what. */
        record Saved(Part saved) implements State {}

        /** Not in the record, and why; the fields are as they were. */
        record Refused(String reason) implements State {}
    }

    /** {@code drafts} keeps what is entered until it is saved. */
    public SetUpEntry(ConsoleActions actions, Drafts drafts) {
        this.actions = actions;
        this.drafts = drafts;
        for (Part each : Part.values()) {
            Form form = drafts.form(each.form());
            form.whenChanged(this::typed);
            forms.put(each, form);
            filled.put(each, Answers.NONE);
        }
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    Form form(Part of) {
        return forms.getOrDefault(of, new Form(_ -> {}));
    }

    Answers answers(Part of) {
        return form(of).answers();
    }

    Part part() {
        return part;
    }

    State state() {
        return state;
    }

    /** Turns to another part; what is half filled stays as it is. */
    void choose(Part next) {
        part = next;
        if (!(state instanceof State.Saving)) {
            state = new State.Open();
        }
        changed.run();
    }

    /** What the record fills in is nothing that a person has typed. */
    private void typed() {
        if (filling) {
            return;
        }
        if (!(state instanceof State.Saving)) {
            state = new State.Open();
        }
        changed.run();
    }

    /** What is in the record now: fills the forms that nobody has changed. */
    void fill(Situation now) {
        filling = true;
        forms.forEach((each, form) -> {
            Answers before = form.answers();
            Answers recorded = each.rules().recorded(now, before);
            boolean untouched = before.equals(filled.get(each));
            filled.put(each, recorded);
            if (untouched && !recorded.equals(before)) {
                form.restore(recorded);
            }
        });
        filling = false;
    }

    /** True when the form holds something that is not in the record. */
    boolean isChanged(Part of, Situation now) {
        Answers typed = answers(of);
        return !typed.equals(of.rules().recorded(now, typed));
    }

    /** Everything that belongs to a part, the open session among it. */
    List<Check> checks(Part of, Situation now) {
        Stream<Check> own = of.rules().checks(answers(of), now).stream();
        Check open = Check.that(of == Part.PATIENT || now.isOpen(), "setup.lack.patient");
        return Stream.concat(own, Stream.of(open)).toList();
    }

    /** What saving the part that is open would lead to; asks for it where that is not known. */
    Optional<Foresight> foreseen(Situation now) {
        Answers answers = answers(part);
        boolean known = foreseen.filter(it -> it.part() == part && it.answers().equals(answers))
                .isPresent();
        if (!known && isSavable(now)) {
            Foreseen asked = new Foreseen(part, answers, Optional.empty());
            foreseen = Optional.of(asked);
            actions.foresee(part.rules().entries(answers, now).getLast(), answer -> seen(asked, answer));
        }
        return foreseen.filter(it -> it.part() == part && it.answers().equals(answers))
                .flatMap(Foreseen::answer);
    }

    private void seen(Foreseen asked, Foresight answer) {
        if (foreseen.equals(Optional.of(asked))) {
            foreseen = Optional.of(new Foreseen(asked.part(), asked.answers(), Optional.of(answer)));
            changed.run();
        }
    }

    boolean isSavable(Situation now) {
        return checks(part, now).stream().noneMatch(check -> check.blocks() && !check.met());
    }

    /** Hands the open part over once, entry after entry; what lacks something stays here. */
    void save(Situation now) {
        if (!(state instanceof State.Saving) && isSavable(now)) {
            state = new State.Saving();
            enter(part, new ArrayDeque<>(part.rules().entries(answers(part), now)));
            changed.run();
        }
    }

    private void enter(Part saved, Deque<Entry> left) {
        actions.enter(left.removeFirst(), refusal -> {
            if (refusal.isPresent()) {
                state = new State.Refused(refusal.get());
                changed.run();
            } else if (left.isEmpty()) {
                saved(saved);
            } else {
                enter(saved, left);
            }
        });
    }

    private void saved(Part saved) {
        state = new State.Saved(saved);
        filled.put(saved, answers(saved));
        if (!saved.rules().keepsTexts()) {
            drafts.changed(saved.form(), Map.of());
        }
        changed.run();
    }

    /** Once the open part stands in the record as it was typed, the next that does not is opened. */
    void goOn(Situation now) {
        if (state instanceof State.Saved(Part saved) && saved == part && !isChanged(saved, now)) {
            next(saved, now).ifPresent(next -> part = next);
        }
    }

    /** The next part after {@code from} that is not in the record whole; round to the first; empty when all are. */
    private Optional<Part> next(Part from, Situation now) {
        List<Part> all = new ArrayList<>(Arrays.asList(Part.values()));
        Collections.rotate(all, -(all.indexOf(from) + 1));
        return all.stream()
                .filter(each -> each != from && !(each.rules().isRecorded(now) && !isChanged(each, now)))
                .findFirst();
    }
}
