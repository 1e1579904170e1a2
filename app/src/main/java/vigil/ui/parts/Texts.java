package vigil.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labels and spacers by style class. A label shortens itself with an ellipsis unless it must keep its width. */
public final class Texts {
    private Texts() {}

    public static Label label(String... styleClasses) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(0);
        return label;
    }

    /** A label that never gives way to its neighbours. */
    public static Label firm(String... styleClasses) {
        Label label = label(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Takes the room that is left. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        spacer.setMinWidth(0);
        return spacer;
    }

    /** Shows {@code text} and takes no room when there is none. */
    public static void show(Label label, String text) {
        label.setText(text);
        present(label, !text.isEmpty());
    }

    /** A node that is not present takes no room. */
    public static void present(Node node, boolean present) {
        node.setManaged(present);
        node.setVisible(present);
    }
}
