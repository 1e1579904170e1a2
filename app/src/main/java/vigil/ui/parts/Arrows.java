package vigil.ui.parts;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/**
 * The arrow keys within a row of toggles, as people expect them: to the next one and the one before, Home and End to the
 * ends. The toolkit's own move the choice of a group without telling anybody. Belongs to the JavaFX thread.
 */
public final class Arrows {
    private final List<? extends ToggleButton> row;
    private final boolean choosing;

    private Arrows(List<? extends ToggleButton> row, boolean choosing) {
        this.row = List.copyOf(row);
        this.choosing = choosing;
    }

    /** In a row of which one is chosen: an arrow chooses, as if the toggle it comes to had been pressed. */
    public static void choose(List<? extends ToggleButton> row) {
        new Arrows(row, true).attach();
    }

    /** In a row that is a list of things to do, or of which several are chosen: an arrow moves the focus, Space presses. */
    public static void move(List<? extends ToggleButton> row) {
        new Arrows(row, false).attach();
    }

    private void attach() {
        row.forEach(toggle -> toggle.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(toggle, event)));
    }

    private void pressed(ToggleButton from, KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown() && !event.isMetaDown();
        List<? extends ToggleButton> open = row.stream().filter(Arrows::isOpen).toList();
        int at = open.indexOf(from);
        int to = switch (event.getCode()) {
            case LEFT, UP -> at - 1;
            case RIGHT, DOWN -> at + 1;
            case HOME -> 0;
            case END -> open.size() - 1;
            default -> -1;
        };
        boolean moves = plain && (event.getCode().isArrowKey() || to >= 0);
        if (moves) {
            event.consume();
            go(open.get(Math.clamp(to, 0, open.size() - 1)), from);
        }
    }

    private static boolean isOpen(ToggleButton toggle) {
        return toggle.isVisible() && !toggle.isDisabled();
    }

    private void go(ToggleButton next, ToggleButton from) {
        if (!next.equals(from)) {
            next.requestFocus();
            if (choosing && !next.isSelected()) {
                next.fire();
            }
        }
    }
}
