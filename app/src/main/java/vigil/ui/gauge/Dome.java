package vigil.ui.gauge;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The shallow dome both gauges share: a linear scale from 33° left to 33° right of the vertical (look page, section 4).
 * Radii are given as the depth below the outer edge, in the pixels of the drawing.
 *
 * @param peak distance of the outer edge from the top, in the middle
 */
record Dome(GraphicsContext pen, double centreX, double peak, double radius, double scale) {
    private static final double HALF_ANGLE = 33;

    /** How long the outer edge is from one end of the scale to the other. */
    static double lengthOf(double radius) {
        return radius * Math.toRadians(2 * HALF_ANGLE);
    }

    private double angle(double value) {
        return HALF_ANGLE * (2 * Math.clamp(value / scale, 0.0, 1.0) - 1);
    }

    private double x(double angle, double r) {
        return centreX + r * Math.sin(Math.toRadians(angle));
    }

    private double y(double angle, double r) {
        return peak + radius - r * Math.cos(Math.toRadians(angle));
    }

    /** Fills the band between two depths from one value to another. */
    void band(double from, double to, double depth, double thickness, Color colour) {
        double r = radius - depth - thickness / 2;
        double start = 90 - angle(to);
        pen.setStroke(colour);
        pen.setLineWidth(thickness);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.strokeArc(centreX - r, peak + radius - r, 2 * r, 2 * r, start, angle(to) - angle(from), ArcType.OPEN);
    }

    /** A radial line across the depths. */
    void tick(double value, double fromDepth, double toDepth, double width, Color colour) {
        double angle = angle(value);
        pen.setStroke(colour);
        pen.setLineWidth(width);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.strokeLine(
                x(angle, radius - fromDepth),
                y(angle, radius - fromDepth),
                x(angle, radius - toDepth),
                y(angle, radius - toDepth));
    }

    /** Diagonal strokes over a stretch of a band. */
    void hatch(double from, double to, double depth, double thickness, Color colour) {
        double step = Math.toDegrees(7 / radius);
        pen.setStroke(colour);
        pen.setLineWidth(2);
        for (double a = angle(from) + step / 2; a + step * 0.8 < angle(to); a += step) {
            double inner = radius - depth - thickness;
            pen.strokeLine(
                    x(a, inner), y(a, inner), x(a + step * 0.8, radius - depth), y(a + step * 0.8, radius - depth));
        }
    }

    /** Two rows of dots over a stretch of a band. */
    void dots(double from, double to, double depth, double thickness, Color colour) {
        double step = Math.toDegrees(5 / radius);
        pen.setFill(colour);
        for (double a = angle(from) + step; a < angle(to) - step / 2; a += step) {
            dot(a, radius - depth - thickness * 0.28);
            dot(a, radius - depth - thickness * 0.72);
        }
    }

    private void dot(double angle, double r) {
        pen.fillOval(x(angle, r) - 1, y(angle, r) - 1, 2, 2);
    }

    /** Lettering outside the dome, centred on the value. */
    void label(double value, double distance, String text, Font font, Color colour) {
        double angle = angle(value);
        pen.setFont(font);
        pen.setFill(colour);
        pen.setTextAlign(TextAlignment.CENTER);
        double half = text.length() * font.getSize() * 0.31;
        double x = Math.clamp(x(angle, radius + distance), half, 2 * centreX - half);
        pen.fillText(text, x, y(angle, radius + distance) + font.getSize() * 0.35);
    }

    /** Hollow triangle under the band, its tip on the value. */
    void triangle(double value, double depth, double size, Color colour) {
        double angle = angle(value);
        double tip = radius - depth;
        double half = Math.toDegrees(size / 2 / tip);
        double base = tip - size * 0.85;
        pen.setStroke(colour);
        pen.setLineWidth(2);
        pen.strokePolygon(
                new double[] {x(angle, tip), x(angle + half, base), x(angle - half, base)},
                new double[] {y(angle, tip), y(angle + half, base), y(angle - half, base)},
                3);
    }
}
