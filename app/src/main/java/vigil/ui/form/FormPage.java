package vigil.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Fields in rows. Tab and Enter go on to the next field, Enter in the last and Ctrl+Enter anywhere do what the page is
 * for. Belongs to the JavaFX thread.
 */
public final class FormPage extends VBox {
    private static final double GAP = 12;

    private final List<Field> fields = new ArrayList<>();
    private final Runnable done;

    /** {@code done}: what the page is for, as its primary button does it. */
    public FormPage(Runnable done) {
        this.done = done;
        getStyleClass().add("form-page");
        setMinSize(0, 0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Fields side by side, each as wide as its shares. */
    public FormPage row(Field... side) {
        GridPane row = new GridPane();
        row.setHgap(GAP);
        row.getStyleClass().add("form-row");
        double all = 0;
        for (Field field : side) {
            all += field.weight();
        }
        for (Field field : side) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * field.weight() / all);
            column.setHgrow(Priority.ALWAYS);
            row.getColumnConstraints().add(column);
            row.addRow(0, field);
            fields.add(field);
        }
        getChildren().add(row);
        return this;
    }

    /** Something between the rows that is no field. */
    public FormPage with(Node node) {
        getChildren().add(node);
        return this;
    }

    /** Shows what the form holds now. */
    public void show() {
        fields.forEach(Field::show);
    }

    /** Puts the focus into the first field that holds nothing that can be read; into the first where all do. */
    public void enter() {
        fields.stream()
                .filter(Field::isOpen)
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .ifPresent(field -> field.stop().requestFocus());
    }

    private void pressed(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER;
        boolean button = event.getTarget() instanceof ButtonBase && !(event.getTarget() instanceof CheckBox);
        if (enter && event.isControlDown()) {
            done.run();
            event.consume();
        } else if (enter && event.getTarget() instanceof Node node && !button && !takesEnter(node)) {
            goOn(node);
            event.consume();
        }
    }

    /** A note makes a line of it, an open list takes what is marked. */
    private static boolean takesEnter(Node node) {
        boolean open = Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(each -> each instanceof ComboBoxBase<?> list && list.isShowing());
        return open || node instanceof TextArea;
    }

    private void goOn(Node node) {
        boolean last = !fields.isEmpty() && fields.getLast().stop().equals(node);
        if (last) {
            done.run();
        } else {
            goOn(node, false);
        }
    }

    static void goOn(Node from, boolean back) {
        from.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
}
