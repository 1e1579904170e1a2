package vigil.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import vigil.ui.parts.Texts;

/** What the pages of the settings are made of. Belongs to the JavaFX thread. */
final class Pieces {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 48;

    private Pieces() {}

    /** Words that take as many lines as they need. */
    static Label wrapped(String styleClass) {
        Label label = Texts.label("small", styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setAccessibleText(words);
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinSize(WIDTH, HEIGHT);
        button.setOnAction(press -> action.run());
        return button;
    }
}
