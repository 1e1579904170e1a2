package vigil.ui;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vigil.ui.dashboard.TrendRange;

/** The keys that work on every view (look page, section 9), whatever has the focus. */
final class Keys {
    private final Map<KeyCode, Runnable> plain;
    private final Map<KeyCode, Runnable> control;

    Keys(ConsolePane console) {
        plain = Map.of(
                KeyCode.F9, console::acknowledge,
                KeyCode.F10, console::pauseAudio,
                KeyCode.F11, console::switchPrivacy,
                KeyCode.F12, console::switchTheme);
        control = Map.of(
                KeyCode.DIGIT1, () -> console.select(TrendRange.FOUR_HOURS),
                KeyCode.DIGIT2, () -> console.select(TrendRange.DAY),
                KeyCode.DIGIT3, () -> console.select(TrendRange.COURSE));
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        Map<KeyCode, Runnable> keys = event.isControlDown() ? control : plain;
        Optional.ofNullable(keys.get(event.getCode())).ifPresent(action -> {
            action.run();
            event.consume();
        });
    }
}
