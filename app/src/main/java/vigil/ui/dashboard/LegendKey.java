package vigil.ui.dashboard;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** The small sample of a line before its word in the legend. */
final class LegendKey extends Pane {
    private static final double WIDTH = 22;
    private static final double HEIGHT = 14;

    /** Kinds: {@code accent} a full line, {@code given} a dashed line, {@code gap} a hatched box. */
    LegendKey(String kind) {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        switch (kind) {
            case "gap" -> hatch();
            case "given" -> line("-fx-stroke: -v-text-2; -fx-stroke-width: 2; -fx-stroke-dash-array: 6 4;");
            default -> line("-fx-stroke: -v-accent; -fx-stroke-width: 3;");
        }
    }

    private void line(String style) {
        Line line = new Line(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        line.setStyle(style);
        getChildren().add(line);
    }

    private void hatch() {
        setStyle("-fx-border-color: -v-control;");
        for (double x = 2; x < WIDTH - 4; x += 6) {
            Line stroke = new Line(x, HEIGHT - 2, Math.min(x + 8, WIDTH - 2), 2);
            stroke.setStyle("-fx-stroke: -v-control; -fx-stroke-width: 1.2;");
            getChildren().add(stroke);
        }
    }
}
