package vigil.ui.dashboard;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Density;
import vigil.ui.parts.Texts;

/** What comes after the next thing due: time, what, how long until then. */
final class NextRows extends VBox {
    private final boolean compact;
    private final double rowHeight;
    private List<DueModel.Row> shown = List.of();

    NextRows(Density density) {
        compact = density.isCompact();
        rowHeight = compact ? 31 : 41;
        getStyleClass().addAll("card", "next-rows");
        setId("next");
        setMinHeight(USE_PREF_SIZE);
    }

    void show(List<DueModel.Row> rows) {
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
        if (!rows.equals(shown)) {
            shown = rows;
            getChildren().setAll(rows.stream().map(this::row).toList());
            getChildren().stream()
                    .findFirst()
                    .ifPresent(first -> first.getStyleClass().add("first"));
        }
    }

    private HBox row(DueModel.Row row) {
        Label clock = Texts.firm("semi");
        clock.setText(row.clock());
        Label what = Texts.label();
        what.setText(compact ? row.brief() : row.what());
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Label in = Texts.firm("soft");
        in.setText(compact ? row.span() : row.in());
        HBox line = new HBox(clock, what, in);
        line.getStyleClass().add("next-row");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(rowHeight);
        line.setMaxHeight(rowHeight);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(String.join(" ", row.clock(), row.what(), row.in()));
        return line;
    }
}
