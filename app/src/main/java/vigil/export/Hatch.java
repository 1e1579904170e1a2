package vigil.export;

import java.util.function.DoubleUnaryOperator;

/** Hatching of one rectangle as the path data of SVG: a pattern for each band letter, told apart without colour. */
final class Hatch {
    private static final double DENSE = 1.1;
    private static final double WIDE = 2.2;
    private static final double UPRIGHT = 1.4;
    private static final double DOT = 0.3;

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final StringBuilder path = new StringBuilder();

    Hatch(double left, double top, double right, double bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    /** @param letter of the band: E, 4, 3, 2 or 1; anything else gets the pattern of a data gap */
    String path(String letter) {
        switch (letter) {
            case "E" -> falling(DENSE);
            case "4" -> {
                falling(WIDE);
                rising(WIDE);
            }
            case "3" -> upright();
            case "1" -> dots();
            default -> rising(letter.equals("2") ? WIDE : DENSE);
        }
        return path.toString();
    }

    private void falling(double step) {
        slanted(step, y -> y);
    }

    private void rising(double step) {
        slanted(step, y -> top + bottom - y);
    }

    /** Lines at 45 degrees, cut at the edges; {@code mirror} turns them upside down. */
    private void slanted(double step, DoubleUnaryOperator mirror) {
        double height = bottom - top;
        for (double x = left - height; x < right; x += step) {
            double from = Math.max(x, left);
            double to = Math.min(x + height, right);
            line(from, mirror.applyAsDouble(top + from - x), to, mirror.applyAsDouble(top + to - x));
        }
    }

    private void upright() {
        for (double x = left + UPRIGHT / 2; x < right; x += UPRIGHT) {
            line(x, top, x, bottom);
        }
    }

    private void dots() {
        double rows = Math.max(1, Math.round((bottom - top) / WIDE));
        for (int row = 0; row < rows; row++) {
            double y = top + (bottom - top) * (row + 0.5) / rows;
            for (double x = left + WIDE / 2; x < right - DOT; x += WIDE) {
                line(x, y, x + DOT, y);
            }
        }
    }

    private void line(double x1, double y1, double x2, double y2) {
        path.append('M').append(PlotPage.mm(x1)).append(' ').append(PlotPage.mm(y1));
        path.append('L').append(PlotPage.mm(x2)).append(' ').append(PlotPage.mm(y2));
    }
}
