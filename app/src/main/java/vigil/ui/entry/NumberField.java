package vigil.ui.entry;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** A number: its name, what it was last time as a reference, and what is being entered. */
final class NumberField extends ItemField {
    private final Label last = Texts.label("caption");
    private final Label value = Texts.firm("number");

    NumberField(Item item, Phrases phrases) {
        super(item, phrases, AccessibleRole.TEXT_FIELD);
        getStyleClass().add("number-field");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Texts.firm("small");
        name.setText(name());
        VBox words = new VBox(-2, name, last);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        setMinWidth(0);
        getChildren().addAll(words, Texts.spacer(), value);
    }

    @Override
    String spoken(String answer) {
        return phrases().words().localised(answer);
    }

    @Override
    void show(String answer, String before, String problem) {
        value.setText(shown(answer));
        boolean known = !before.isEmpty();
        last.setText(
                !problem.isEmpty()
                        ? problem
                        : known ? phrases().text("entry.last", phrases().words().localised(before)) : "");
    }

    /** A point at the end is still being typed. */
    private String shown(String answer) {
        return answer.endsWith(".")
                ? answer.replace(".", phrases().text("format.decimal"))
                : phrases().words().localised(answer);
    }
}
