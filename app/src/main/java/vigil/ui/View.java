package vigil.ui;

import javafx.scene.input.KeyCode;
import vigil.look.Icon;

/** The views of the console in the order of the rail, each with its key (look page, section 9). */
enum View {
    BEDSIDE(Icon.BED, KeyCode.F1, Held.ALONE, "F1"),
    OBSERVE(Icon.CLIPBOARD, KeyCode.F2, Held.ALONE, "F2"),
    EFFECTS(Icon.FACE, KeyCode.F3, Held.ALONE, "F3"),
    PUMP(Icon.SYRINGE, KeyCode.F4, Held.ALONE, "F4"),
    AFTER(Icon.STOPWATCH, KeyCode.F5, Held.ALONE, "F5"),
    HISTORY(Icon.HISTORY, KeyCode.F7, Held.ALONE, "F7"),
    ALARMS(Icon.LOG, KeyCode.F8, Held.ALONE, "F8"),
    SETUP(Icon.PENCIL, KeyCode.N, Held.CONTROL, "Ctrl N"),
    /** The part of the settings that shows the connection to the pump. */
    LINE(Icon.PLUG, KeyCode.COMMA, Held.CONTROL, "Ctrl ,");

    private enum Held {
        ALONE,
        CONTROL
    }

    private final Icon icon;
    private final KeyCode key;
    private final Held held;
    private final String hint;

    View(Icon icon, KeyCode key, Held held, String hint) {
        this.icon = icon;
        this.key = key;
        this.held = held;
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
        return held == Held.CONTROL;
    }

    /** True when the view needs the room of the phase line where there are no pages: the band says the phase then. */
    boolean joins() {
        return this == OBSERVE;
    }

    /** The key as it stands on the rail. */
    String hint() {
        return hint;
    }
}
