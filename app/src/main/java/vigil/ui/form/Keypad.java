package vigil.ui.form;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import vigil.look.Icon;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;

/** Digits for a gloved finger. The keyboard has its own, so no key of this one is a stop for it. */
public final class Keypad extends GridPane {
    private static final String KEYS = "789456123.0";
    private static final int COLUMNS = 3;
    private static final double GAP = 6;

    /** What a touched key does to the field that was last in use. */
    public Keypad(Phrases phrases, Consumer<Character> typed, Runnable erased) {
        setId("keypad");
        setHgap(GAP);
        setVgap(GAP);
        for (int i = 0; i < KEYS.length(); i++) {
            char sign = KEYS.charAt(i);
            Button key = key(sign == '.' ? phrases.text("format.decimal") : String.valueOf(sign));
            key.setOnAction(press -> typed.accept(sign));
            add(key, i % COLUMNS, i / COLUMNS);
        }
        Button erase = key("");
        erase.setGraphic(Symbol.of(Icon.BACKSPACE, 24));
        erase.setAccessibleText(phrases.text("entry.erase"));
        erase.setOnAction(press -> erased.run());
        add(erase, KEYS.length() % COLUMNS, KEYS.length() / COLUMNS);
    }

    private static Button key(String face) {
        Button key = new Button(face);
        key.getStyleClass().setAll("button", "keypad-key");
        key.setFocusTraversable(false);
        key.setAccessibleText(face);
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        key.setMinSize(48, 0);
        GridPane.setHgrow(key, Priority.ALWAYS);
        GridPane.setVgrow(key, Priority.ALWAYS);
        return key;
    }
}
