package vigil.ui.cessation;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.ui.cessation.CessationModel.Gate;
import vigil.ui.cessation.CessationModel.GateLine;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** The discharge gate, each line with its state and the value it rests on (R14). Belongs to the JavaFX thread. */
final class GateCard extends VBox {
    private static final int IN_COLUMN = 5;

    private final OnScreen<Gate> shown = new OnScreen<>();
    private final Label title = Texts.firm("strong");
    private final Label met = Texts.firm("small", "soft");
    private final GridPane lines = new GridPane();
    private final double signSize;

    GateCard(Density density) {
        signSize = density.isCompact() ? 14 : 18;
        getStyleClass().addAll("card", "gate-card");
        setId("gate");
        setSpacing(density.isCompact() ? 2 : 6);
        HBox head = new HBox(title, Texts.spacer(), met);
        head.setAlignment(Pos.BASELINE_LEFT);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        lines.getColumnConstraints().addAll(half, half);
        lines.setHgap(34);
        lines.setVgap(density.isCompact() ? 0 : 5);
        getChildren().addAll(head, lines);
    }

    void show(Gate gate) {
        if (shown.changesTo(gate)) {
            title.setText(gate.title());
            met.setText(gate.met());
            lines.getChildren().clear();
            for (int i = 0; i < gate.lines().size(); i++) {
                lines.add(line(gate.lines().get(i)), i / IN_COLUMN, i % IN_COLUMN);
            }
        }
    }

    private HBox line(GateLine line) {
        Symbol sign = Symbol.of(line.met() ? Icon.CHECK : Icon.RING, signSize);
        Label text = Texts.label("small");
        text.setText(line.text());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label value = Texts.firm("small", line.met() ? "semi" : "soft");
        value.setText(line.value());
        HBox row = new HBox(10, sign, text, value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText((line.met() ? "✓ " : "– ") + line.text() + " " + line.value());
        return row;
    }
}
