package vigil.ui.dashboard;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Texts;

/** The last charted observation set: eight figures in two rows. */
final class LastObservationCard extends VBox {
    private static final int COLUMNS = 4;

    private final Label heading = Texts.label("heading");
    private final Label by = Texts.firm("heading");
    private final GridPane grid = new GridPane();
    private List<Figure> shown = List.of();

    LastObservationCard() {
        super(2);
        getStyleClass().addAll("card", "observation-card");
        setId("last-observation");
        heading.setWrapText(true);
        for (double width : new double[] {27, 30, 21, 22}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            grid.getColumnConstraints().add(column);
        }
        getChildren().addAll(new HBox(8, heading, Texts.spacer(), by), grid);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(LastObservationModel model) {
        heading.setText(model.heading());
        by.setText(model.by());
        if (!model.figures().equals(shown)) {
            shown = model.figures();
            grid.getChildren().clear();
            for (int i = 0; i < shown.size(); i++) {
                grid.add(figure(shown.get(i)), i % COLUMNS, i / COLUMNS);
            }
        }
    }

    private static VBox figure(Figure figure) {
        Label caption = Texts.label("caption");
        caption.setText(figure.label());
        Label value = Texts.firm("figure");
        value.setText(figure.value());
        VBox box = new VBox(-2, caption, value);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(figure.spoken());
        return box;
    }
}
