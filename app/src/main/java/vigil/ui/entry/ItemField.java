package vigil.ui.entry;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import vigil.ui.parts.Phrases;

/** One stop of the keyboard: a field for one item. Shows the draft and never changes it by itself. */
abstract class ItemField extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Item item;
    private final Phrases phrases;

    // A node cannot be assembled without naming itself; nothing leaves before the constructor has ended.
    @SuppressWarnings("this-escape")
    ItemField(Item item, Phrases phrases, AccessibleRole role) {
        this.item = item;
        this.phrases = phrases;
        setId("item-" + item.name());
        setFocusTraversable(true);
        setAccessibleRole(role);
    }

    final Item item() {
        return item;
    }

    final Phrases phrases() {
        return phrases;
    }

    final String name() {
        return phrases.text(item.nameKey());
    }

    /** Shows answer, problem and what was charted last. */
    final void show(Draft draft, Draft last, String problem) {
        String answer = draft.answer(item);
        String before = last.answer(item);
        pseudoClassStateChanged(WRONG, !problem.isEmpty());
        show(answer, before, problem);
        String spoken = answer.isEmpty() ? phrases.text("entry.unanswered") : spoken(answer);
        setAccessibleText(String.join(". ", name(), spoken, problem).strip());
    }

    /** Words for an answer as a screen reader says it. */
    abstract String spoken(String answer);

    abstract void show(String answer, String last, String problem);
}
