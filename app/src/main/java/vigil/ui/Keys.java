package vigil.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import vigil.ui.dashboard.TrendRange;

/** The keys that work on every view (look page, section 9), whatever has the focus. */
final class Keys {
    private final Map<KeyCode, Runnable> plain = new EnumMap<>(KeyCode.class);
    private final Map<KeyCode, Runnable> control = new EnumMap<>(KeyCode.class);

    private final ConsolePane console;

    Keys(ConsolePane console) {
        this.console = console;
        for (View view : View.values()) {
            (view.withControl() ? control : plain).put(view.key(), () -> console.select(view));
        }
        // Nothing is lost by going back: an entry half made stays as it is.
        plain.put(KeyCode.ESCAPE, console::escape);
        plain.put(KeyCode.F9, console::acknowledge);
        plain.put(KeyCode.F10, console::pauseAudio);
        plain.put(KeyCode.F11, console::switchPrivacy);
        plain.put(KeyCode.F12, console::switchTheme);
        control.put(KeyCode.L, console::signInOrLock);
        control.put(KeyCode.DIGIT1, () -> console.select(TrendRange.FOUR_HOURS));
        control.put(KeyCode.DIGIT2, () -> console.select(TrendRange.DAY));
        control.put(KeyCode.DIGIT3, () -> console.select(TrendRange.COURSE));
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> console.touched());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> console.touched());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (console.isWaiting()) {
            return;
        }
        Map<KeyCode, Runnable> keys = event.isControlDown() ? control : plain;
        Optional.ofNullable(keys.get(event.getCode())).ifPresent(action -> {
            action.run();
            event.consume();
        });
    }
}
