package vigil.ui.cessation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.CareSight.RowState;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The nine rows: done with what was charted, or when they are due. Belongs to the JavaFX thread. */
final class RowTable extends VBox {
    private static final List<String> COLUMNS =
            List.of("done", "by", "sed", "rr", "spo2", "hr", "bp", "temp", "ews", "pain", "orient", "d");
    private static final double[] WIDTHS = {66, 50, 44, 44, 52, 42, 76, 54, 64, 56, 72, 90};
    private static final double DUE_WIDTH = 52;
    private static final double COMPACT = 0.8;

    private final OnScreen<List<RowLine>> shown = new OnScreen<>();
    private final double factor;
    private final HBox head;

    RowTable(Density density, Phrases phrases) {
        factor = density.isCompact() ? COMPACT : 1;
        getStyleClass().add("row-table");
        setId("rows");
        head = new HBox(cell(phrases.text("hours.column.due"), DUE_WIDTH, "soft"));
        for (int i = 0; i < COLUMNS.size(); i++) {
            head.getChildren().add(cell(phrases.text("hours.column." + COLUMNS.get(i)), WIDTHS[i], "soft"));
        }
        head.getStyleClass().add("row-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(head, Priority.ALWAYS);
        getChildren().add(head);
    }

    void show(List<RowLine> rows) {
        if (shown.changesTo(rows)) {
            getChildren().setAll(head);
            rows.forEach(row -> getChildren().add(line(row)));
        }
    }

    private HBox line(RowLine row) {
        HBox line = new HBox(cell(row.due(), DUE_WIDTH, "semi"));
        if (row.cells().isEmpty()) {
            Label text = Texts.label(row.state() == RowState.AHEAD ? "soft" : "semi");
            text.setText(row.text());
            line.getChildren().add(text);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            line.getChildren().add(cell(row.cells().get(i), WIDTHS[i], i == 2 ? "semi" : "plain"));
        }
        line.getStyleClass().add("row-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(0);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(row.due() + ": " + row.text() + String.join(", ", row.cells()));
        VBox.setVgrow(line, Priority.ALWAYS);
        return line;
    }

    private Label cell(String text, double width, String styleClass) {
        Label cell = Texts.label(styleClass);
        cell.setText(text);
        cell.setMinWidth(width * factor);
        cell.setPrefWidth(width * factor);
        cell.setMaxWidth(width * factor);
        return cell;
    }
}
