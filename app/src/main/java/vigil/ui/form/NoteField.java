package vigil.ui.form;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field for words on several lines. Tab goes on, Enter makes a line. Belongs to the JavaFX thread. */
public final class NoteField extends Field {
    private static final double LINE = 22;
    private static final double EDGES = 28;

    private final TextArea input = new TextArea();

    public NoteField(Question<?> question, Place place, int lines) {
        super(question, place);
        input.getStyleClass().setAll("text-input", "text-area", "field-area");
        input.setWrapText(true);
        double height = Math.max(target(), lines * LINE + EDGES);
        input.setMinHeight(height);
        input.setPrefHeight(height);
        input.setMinWidth(0);
        input.addEventFilter(KeyEvent.KEY_PRESSED, NoteField::tab);
        assemble(input, "");
        input.textProperty().subscribe((_, text) -> form().put(question(), text == null ? "" : text));
        input.focusedProperty().subscribe((_, _) -> explain());
    }

    private static void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            FormPage.goOn((Node) event.getSource(), event.isShiftDown());
            event.consume();
        }
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
        return "";
    }
}
