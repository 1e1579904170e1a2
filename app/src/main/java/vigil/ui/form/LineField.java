package vigil.ui.form;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vigil.ui.parts.Texts;

/** A field of one line for words, a number with its unit, a day or a time. Belongs to the JavaFX thread. */
public final class LineField extends Field {
    /** Of a pasted text so much is kept; what is longer is not taken at all. */
    static final int MOST_KEPT = 4_000;

    private final TextField input = new TextField();

    public LineField(Question<?> question, Place place) {
        super(question, place);
        input.getStyleClass().setAll("text-input", "field-input");
        input.setMinHeight(target() - 2);
        input.setTextFormatter(new TextFormatter<>(LineField::taken));
        input.setMinWidth(0);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox box = new HBox(6, input);
        if (question.kind() instanceof Kind.Amount(var _, var _, var _, String unit) && !unit.isEmpty()) {
            Label beside = Texts.firm("field-unit");
            beside.setText(unit);
            box.getChildren().add(beside);
        }
        if (!(question.kind() instanceof Kind.Text)) {
            input.getStyleClass().add("figure");
        }
        box.getStyleClass().add("field-box");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(target());
        box.setOnMousePressed(press -> input.requestFocus());
        assemble(box, words().limits(question.kind()));
        input.setId(getId() + "-text");
        input.textProperty().subscribe((_, text) -> typed(text));
        input.focusedProperty().subscribe((_, _) -> explain());
    }

    /** Nothing of a text that is too long is taken, so that no part of it stands there as if it were the whole. */
    private static TextFormatter.Change taken(TextFormatter.Change change) {
        if (change.getControlNewText().length() > MOST_KEPT) {
            change.setText("");
            change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
            change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        }
        return change;
    }

    /** In the letters of identifiers, in which nothing is mistaken for another sign. */
    public LineField identifier() {
        input.getStyleClass().add("mono");
        return this;
    }

    private void typed(String text) {
        form().put(question(), text == null ? "" : text);
    }

    @Override
    public Node stop() {
        return input;
    }

    @Override
    protected void show(String text) {
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    /** The text itself is said by the control. */
    @Override
    protected String spoken(String text) {
        return words().limits(question().kind());
    }
}
