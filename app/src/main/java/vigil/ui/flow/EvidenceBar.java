package vigil.ui.flow;

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

/** What the pump shows now, with its age: the only proof of a step. Belongs to the JavaFX thread. */
final class EvidenceBar extends HBox {
    private static final int MOST = 4;

    private final List<Cell> cells = new ArrayList<>();

    /** One figure; kept when it changes, so that nothing jumps. */
    private record Cell(Label label, Label value, Label unit, VBox box) {}

    EvidenceBar() {
        getStyleClass().add("evidence-bar");
        setId("evidence");
        setAccessibleRole(AccessibleRole.TEXT);
        for (int i = 0; i < MOST; i++) {
            cells.add(cell());
        }
        getChildren().addAll(cells.stream().map(Cell::box).toList());
    }

    private static Cell cell() {
        Label label = Texts.label("caption");
        Label value = Texts.firm("figure");
        Label unit = Texts.label("soft");
        HBox line = new HBox(6, value, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(-1, label, line);
        box.setMinWidth(0);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        return new Cell(label, value, unit, box);
    }

    void show(List<Figure> figures) {
        for (int i = 0; i < MOST; i++) {
            Cell cell = cells.get(i);
            Texts.present(cell.box(), i < figures.size());
            if (i < figures.size()) {
                cell.label().setText(figures.get(i).label());
                cell.value().setText(figures.get(i).value());
                Texts.show(cell.unit(), figures.get(i).unit());
            }
        }
        setAccessibleText(String.join(", ", figures.stream().map(Figure::spoken).toList()));
    }
}
