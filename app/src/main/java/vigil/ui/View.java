package vigil.ui;

import javafx.scene.input.KeyCode;
import vigil.look.Icon;

/** The views of the console in the order of the rail, each with its key (look page, section 9). */
enum View {
    BEDSIDE(Icon.BED, KeyCode.F1, false, "F1"),
    OBSERVE(Icon.CLIPBOARD, KeyCode.F2, false, "F2"),
    /** The part of the settings that shows the connection to the pump. */
    LINE(Icon.PLUG, KeyCode.COMMA, true, "Ctrl ,");

    private final Icon icon;
    private final KeyCode key;
    private final boolean control;
    private final String hint;

    View(Icon icon, KeyCode key, boolean control, String hint) {
        this.icon = icon;
        this.key = key;
        this.control = control;
        this.hint = hint;
    }

    Icon icon() {
        return icon;
    }

    KeyCode key() {
        return key;
    }

    /** True when the key is pressed together with Control. */
    boolean withControl() {
        return control;
    }

    /** The key as it stands on the rail. */
    String hint() {
        return hint;
    }
}
