package vigil.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Texts;

/** The row of values under the gauges. Cells keep their place; only their words change. Belongs to the JavaFX thread. */
final class ValueStrip extends HBox {
    private static final int CELLS = 8;

    private final List<Cell> cells = new ArrayList<>();

    ValueStrip() {
        getStyleClass().addAll("value-strip", "card");
        setId("value-strip");
        setMinWidth(0);
        for (int i = 0; i < CELLS; i++) {
            Cell cell = new Cell(i == 0);
            cells.add(cell);
            getChildren().add(cell);
        }
    }

    /** It keeps its size, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    void show(ValueStripModel model) {
        for (int i = 0; i < CELLS; i++) {
            cells.get(i).show(model.figures().get(i), i == ValueStripModel.FLOW ? model.toVerify() : "");
        }
    }

    private static final class Cell extends VBox {
        private final Label caption = Texts.label("caption");
        private final Label mark = Texts.firm("verify");
        private final Label value = Texts.firm("value");
        private final Label unit = Texts.label("unit");

        private Cell(boolean first) {
            getStyleClass().add("value-cell");
            if (first) {
                getStyleClass().add("first");
            }
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.TEXT);
            HBox figure = new HBox(4, value, unit);
            figure.setAlignment(Pos.BASELINE_LEFT);
            HBox head = new HBox(4, caption, mark);
            head.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(head, figure);
            HBox.setHgrow(this, Priority.ALWAYS);
            setMinWidth(0);
        }

        private void show(Figure figure, String toVerify) {
            mark.setText(toVerify);
            Texts.present(mark, !toVerify.isEmpty());
            Texts.present(caption, toVerify.isEmpty());
            caption.setText(figure.label());
            value.setText(figure.value());
            unit.setText(figure.unit());
            setAccessibleText((figure.spoken() + " " + toVerify).strip());
        }
    }
}
