package vigil.ui.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import vigil.look.Icon;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;
import vigil.ui.setup.SetUpModel.Mark;
import vigil.ui.setup.SetUpModel.Row;

/** The parts with how far each is: one stop of the keyboard, arrows choose. */
final class PartList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIGN = 7;

    private final Map<Part, Entry> entries = new EnumMap<>(Part.class);

    /** {@code chosen} is told which part a person wants. */
    PartList(Consumer<Part> chosen, Runnable back, Runnable on) {
        getStyleClass().addAll("card", "part-list");
        setId("setup-parts");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        for (Part part : Part.values()) {
            Entry entry = new Entry();
            entry.setOnMousePressed(press -> chosen.accept(part));
            VBox.setVgrow(entry, Priority.ALWAYS);
            entries.put(part, entry);
            getChildren().add(entry);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, back, on));
    }

    private static void pressed(KeyEvent event, Runnable back, Runnable on) {
        boolean up = event.getCode() == KeyCode.UP;
        if (up || event.getCode() == KeyCode.DOWN) {
            (up ? back : on).run();
            event.consume();
        }
    }

    void show(List<Row> rows, Part chosen) {
        for (Row row : rows) {
            Entry entry = entries.getOrDefault(row.part(), new Entry());
            entry.show(row);
            entry.pseudoClassStateChanged(CHOSEN, row.part() == chosen);
            if (row.part() == chosen) {
                setAccessibleText(row.name() + " " + row.count());
            }
        }
    }

    private static final class Entry extends HBox {
        private final Label name = Texts.label("part-name");
        private final Label count = Texts.firm("small", "soft");
        private final StackPane sign = new StackPane();
        private final Map<Mark, Node> signs =
                new EnumMap<>(Map.of(Mark.DONE, Symbol.of(Icon.CHECK, 20), Mark.HALF, half(), Mark.OPEN, open()));

        private Entry() {
            super(8);
            getStyleClass().add("part-entry");
            setAlignment(Pos.CENTER_LEFT);
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            sign.setMinWidth(20);
            sign.setMaxWidth(20);
            getChildren().addAll(sign, name, Texts.spacer(), count);
        }

        private void show(Row row) {
            name.setText(row.name());
            count.setText(row.count());
            sign.getChildren().setAll(signs.getOrDefault(row.mark(), new Group()));
        }

        private static Node open() {
            Circle circle = new Circle(SIGN);
            circle.getStyleClass().add("icon");
            return circle;
        }

        private static Node half() {
            Circle circle = new Circle(SIGN);
            circle.getStyleClass().add("icon");
            Arc arc = new Arc(0, 0, SIGN, SIGN, 90, 180);
            arc.setType(ArcType.CHORD);
            arc.getStyleClass().addAll("icon", "solid");
            return new Group(circle, arc);
        }
    }
}
