package vigil.ui.cessation;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import vigil.engine.CareSight.RowState;
import vigil.ui.cessation.CessationModel.Clock;
import vigil.ui.cessation.CessationModel.Dot;

/** The four hours as a ring with a dot for each row; decoration beside the figures. Belongs to the JavaFX thread. */
final class Ring extends Pane {
    private static final int WHOLE = 360;
    private static final int TOP = 90;

    private final double radius;
    private final double centre;
    private final Arc gone;
    private final List<Circle> dots = new ArrayList<>();
    private List<Dot> shown = List.of();

    Ring(double size) {
        double width = size / 11;
        radius = (size - width) / 2;
        centre = size / 2;
        Circle track = new Circle(centre, centre, radius);
        track.getStyleClass().add("ring-track");
        track.setStrokeWidth(width);
        gone = new Arc(centre, centre, radius, radius, TOP, 0);
        gone.setType(ArcType.OPEN);
        gone.getStyleClass().add("ring-gone");
        gone.setStrokeWidth(width);
        getChildren().addAll(track, gone);
        setMinSize(size, size);
        setMaxSize(size, size);
    }

    void show(Clock clock) {
        gone.setLength(-WHOLE * clock.done());
        if (!clock.dots().equals(shown)) {
            shown = clock.dots();
            getChildren().removeAll(dots);
            dots.clear();
            shown.stream().map(this::dot).forEach(dots::add);
            getChildren().addAll(dots);
        }
    }

    private Circle dot(Dot dot) {
        double angle = Math.toRadians(TOP - WHOLE * dot.place());
        Circle circle = new Circle(centre + radius * Math.cos(angle), centre - radius * Math.sin(angle), centre / 19);
        boolean done = dot.state() == RowState.DONE || dot.state() == RowState.LATE;
        circle.getStyleClass().add(done ? "ring-done" : "ring-open");
        return circle;
    }
}
