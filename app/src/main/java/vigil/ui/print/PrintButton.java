package vigil.ui.print;

import javafx.scene.control.Button;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The button that prints a document; not there on a console that does not print. Belongs to the JavaFX thread. */
public final class PrintButton extends Button {
    private static final double HEIGHT = 48;

    private final PrintOut print;

    /** {@code action} begins the print. */
    public PrintButton(String id, Phrases phrases, PrintOut print, Runnable action) {
        super(phrases.text("print.button"));
        this.print = print;
        setId(id);
        setAccessibleText(getText());
        getStyleClass().setAll("button", "action-button");
        setMinSize(USE_PREF_SIZE, HEIGHT);
        setOnAction(press -> action.run());
        refresh(true);
    }

    /** {@code printable}: there is a document to be printed. */
    public void refresh(boolean printable) {
        Texts.present(this, print.isOffered() && printable);
        setDisable(print.isRunning());
    }
}
