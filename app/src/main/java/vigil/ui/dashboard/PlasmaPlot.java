package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import vigil.ui.dashboard.PlasmaModel.Point;
import vigil.ui.parts.Drawing;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Typefaces;

/**
 * The plasma band on one canvas: a filled band between its two edges, hatched where a gap was filled afterwards. No middle
 * line, no number of the present moment, no mark of any effect (pharmacokinetics, K2, K8). Belongs to the JavaFX thread.
 */
final class PlasmaPlot extends Drawing {
    private static final double[] STEPS = {5, 10, 20, 50, 100, 200, 500, 1000, 5000};
    private static final int LINES = 3;
    private static final double ROOM_FOR_WORDS = 50;

    private Palette palette;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(PlasmaModel model, Phrases phrases) {}

    PlasmaPlot(Palette palette, Phrases phrases) {
        this.palette = palette;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(phrases.text("plasma.spoken"));
    }

    void use(Palette colours) {
        palette = colours;
        redraw();
    }

    void show(PlasmaModel model, Phrases phrases) {
        shown = Optional.of(new Shown(model, phrases));
        redraw();
    }

    @Override
    protected void draw(GraphicsContext pen, double width, double height) {
        shown.filter(it -> it.model().hidden().isEmpty()).ifPresent(it -> new Stroke(pen, it, width, height).all());
    }

    /** One drawing of one model. */
    private final class Stroke {
        private final GraphicsContext pen;
        private final PlasmaModel model;
        private final Phrases phrases;
        private final double left = 54;
        private final double right;
        private final double top = 7;
        private final double bottom;
        private final double height;
        private final double step;

        private Stroke(GraphicsContext pen, Shown shown, double width, double height) {
            this.pen = pen;
            this.model = shown.model();
            this.phrases = shown.phrases();
            this.right = width - 48;
            this.height = height;
            this.bottom = height - 24;
            this.step = step(model.highest());
        }

        private static double step(double most) {
            for (double step : STEPS) {
                if (most <= step * LINES * 0.98) {
                    return step;
                }
            }
            return STEPS[STEPS.length - 1];
        }

        private void all() {
            grid();
            band();
            nowLine();
        }

        private double x(Instant at) {
            double whole = Duration.between(model.from(), model.to()).toMillis();
            return left + (right - left) * Duration.between(model.from(), at).toMillis() / whole;
        }

        private double y(double ngPerMl) {
            return bottom - (bottom - top) * ngPerMl / (step * LINES);
        }

        private void stroke(Color colour, double width) {
            pen.setStroke(colour);
            pen.setLineWidth(width);
            pen.setLineCap(StrokeLineCap.BUTT);
            pen.setLineDashes();
        }

        private void text(String text, double x, double y, TextAlignment align) {
            pen.setFont(font());
            pen.setFill(palette.text2());
            pen.setTextAlign(align);
            pen.fillText(text, x, y);
        }

        private static Font font() {
            return Typefaces.font(Typefaces.REGULAR, 13);
        }

        private void grid() {
            int every = bottom - top < ROOM_FOR_WORDS ? LINES : 1;
            for (int i = 0; i <= LINES; i += every) {
                double y = Math.floor(y(step * i)) + 0.5;
                stroke(i == 0 ? palette.control() : palette.line(), 1);
                pen.strokeLine(left, y, right, y);
                text(Integer.toString((int) (step * i)), left - 8, y + 4.5, TextAlignment.RIGHT);
            }
            text("ng/mL", right + 6, top + 4.5, TextAlignment.LEFT);
            TrendAxes.hours(model.from(), model.to(), phrases.zone()).forEach(this::hour);
        }

        private void hour(ZonedDateTime at) {
            double x = Math.floor(x(at.toInstant())) + 0.5;
            stroke(palette.line(), 1);
            pen.strokeLine(x, top, x, bottom);
            if (x(model.now()) - x > 56 && x - left > 24) {
                text(phrases.clock(at.toInstant()), x, height - 8, TextAlignment.CENTER);
            }
        }

        private void band() {
            List<Point> points = model.points();
            for (int i = 1; i < points.size(); i++) {
                fill(points.get(i - 1), points.get(i));
            }
            stroke(palette.accent(), 1.5);
            edge(points, true);
            edge(points, false);
        }

        private void fill(Point from, Point to) {
            double[] xs = {x(from.at()), x(to.at()), x(to.at()), x(from.at())};
            double[] ys = {y(from.lowest()), y(to.lowest()), y(to.highest()), y(from.highest())};
            if (to.reconciled()) {
                hatch(xs, ys);
            } else {
                pen.setFill(palette.accent().deriveColor(0, 1, 1, 0.3));
                pen.fillPolygon(xs, ys, 4);
            }
        }

        private void hatch(double[] xs, double[] ys) {
            pen.save();
            pen.beginPath();
            pen.moveTo(xs[0], ys[0]);
            for (int i = 1; i < xs.length; i++) {
                pen.lineTo(xs[i], ys[i]);
            }
            pen.closePath();
            pen.clip();
            stroke(palette.control(), 1.2);
            double rise = bottom - top;
            for (double x = Math.floor((xs[0] - rise) / 7) * 7; x < xs[1]; x += 7) {
                pen.strokeLine(x, bottom, x + rise, top);
            }
            pen.restore();
        }

        private void edge(List<Point> points, boolean upper) {
            pen.beginPath();
            points.forEach(point -> pen.lineTo(x(point.at()), y(upper ? point.highest() : point.lowest())));
            pen.stroke();
        }

        private void nowLine() {
            double x = x(model.now());
            stroke(palette.text(), 1.5);
            pen.strokeLine(x, top - 4, x, height - 22);
            text(phrases.text("trend.now"), x, height - 8, TextAlignment.CENTER);
        }
    }
}
