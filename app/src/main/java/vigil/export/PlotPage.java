package vigil.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3c.dom.Element;
import vigil.export.PlotStack.Axis;
import vigil.export.PlotStack.Band;
import vigil.export.PlotStack.Gap;
import vigil.export.PlotStack.Line;
import vigil.export.PlotStack.Plot;
import vigil.export.PlotStack.Point;
import vigil.export.PlotStack.Style;
import vigil.export.PlotStack.Tick;

/**
 * Draws a stack of plots: one vector picture, with its labels as real text over it. Lengths in millimetres from the top
 * left corner of the stack. Not thread-safe.
 */
final class PlotPage {
    private static final double WIDTH = 188;
    private static final double LEFT = 23;
    private static final double RIGHT = 179;
    private static final double PANEL_GAP = 2;
    private static final double TOP = 1;
    private static final double FOOT = 6;
    private static final double LETTER_SPACING = 2.9;
    private static final double LETTER_INSET = 0.8;
    private static final double LINE_HEIGHT = 4;

    private final Markup markup;
    private final PlotStack stack;
    private final Element box;
    private final Element picture;

    PlotPage(Markup markup, Element parent, PlotStack stack) {
        this.markup = markup;
        this.stack = stack;
        this.box = markup.add(parent, "div", "plots");
        this.picture = markup.addSvg(box, "svg");
    }

    void draw() {
        double height = TOP + FOOT;
        for (Plot plot : stack.plots()) {
            height += plot.heightMm() + PANEL_GAP;
        }
        box.setAttribute("style", "height:" + mm(height) + "mm");
        picture.setAttribute("width", mm(WIDTH) + "mm");
        picture.setAttribute("height", mm(height) + "mm");
        picture.setAttribute("viewBox", "0 0 " + mm(WIDTH) + " " + mm(height));
        Markup.describe(picture, stack.spoken());
        double top = TOP;
        for (Plot plot : stack.plots()) {
            panel(plot, top);
            top += plot.heightMm() + PANEL_GAP;
        }
        double foot = top - PANEL_GAP;
        label("plot-unit", stack.timeLabel(), 0, foot + 3.4, 22, "left");
        for (Tick tick : stack.time().ticks()) {
            label("plot-tick", tick.label(), x(tick.at()) - 10, foot + 3.4, 20, "center");
        }
    }

    private void panel(Plot plot, double top) {
        double bottom = top + plot.heightMm();
        label("plot-title", plot.title(), 0, top + 3, 22, "left");
        label("plot-unit", plot.unit(), 0, top + 7, 22, "left");
        bands(plot, top);
        rules(plot, top);
        plot.gaps().forEach(gap -> gap(gap, top, bottom));
        frame(top, bottom);
        plot.lines().forEach(line -> line(line, plot, top));
    }

    private void bands(Plot plot, double top) {
        List<Double> centres = new ArrayList<>();
        List<Band> bands = plot.bands().stream()
                .sorted(Comparator.comparingDouble(Band::low).reversed())
                .toList();
        for (Band band : bands) {
            double upper = y(plot.left(), band.high(), plot, top);
            double lower = y(plot.left(), band.low(), plot, top);
            hatch(band.letter(), new Hatch(LEFT, upper, RIGHT, lower));
            stroke(horizontal(upper, LEFT, RIGHT) + horizontal(lower, LEFT, RIGHT), "#999", 0.12);
            centres.add((upper + lower) / 2);
        }
        letters(bands, centres, top, top + plot.heightMm());
    }

    private void hatch(String letter, Hatch hatch) {
        boolean emergency = letter.equals("E");
        stroke(hatch.path(letter), emergency ? "#222" : "#666", letter.equals("1") ? 0.3 : emergency ? 0.22 : 0.13);
    }

    /** Letters beside their bands, pushed apart where the bands are too thin to hold them, with a line to each. */
    private void letters(List<Band> bands, List<Double> centres, double top, double bottom) {
        double[] at = centres.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], i == 0 ? top + LETTER_INSET : at[i - 1] + LETTER_SPACING);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], i == at.length - 1 ? bottom - LETTER_INSET : at[i + 1] - LETTER_SPACING);
        }
        for (int i = 0; i < at.length; i++) {
            label("plot-letter", bands.get(i).letter(), RIGHT + 3.2, at[i], 6, "left");
            stroke("M" + mm(RIGHT) + " " + mm(centres.get(i)) + "L" + mm(RIGHT + 2.6) + " " + mm(at[i]), "#888", 0.15);
        }
    }

    private void rules(Plot plot, double top) {
        for (Tick tick : plot.left().ticks()) {
            double y = y(plot.left(), tick.at(), plot, top);
            label("plot-tick", tick.label(), LEFT - 12, y, 10.6, "right");
            if (plot.bands().isEmpty()) {
                stroke(horizontal(y, LEFT, RIGHT), "#aaa", 0.15);
            }
        }
        for (Tick tick : plot.right().ticks()) {
            label("plot-tick", tick.label(), RIGHT + 1.1, y(plot.right(), tick.at(), plot, top), 9, "left");
        }
    }

    private void gap(Gap gap, double top, double bottom) {
        double from = x(gap.from());
        double to = Math.max(x(gap.to()), from + 0.8);
        stroke(new Hatch(from, top, Math.min(to, RIGHT), bottom).path(gap.label()), "#333", 0.13);
        label("plot-letter", gap.label(), from - 3, top + 1.8, 6, "center");
    }

    private void frame(double top, double bottom) {
        StringBuilder path = new StringBuilder(
                "M" + mm(LEFT) + " " + mm(top) + "H" + mm(RIGHT) + "V" + mm(bottom) + "H" + mm(LEFT) + "Z");
        for (Tick tick : stack.time().ticks()) {
            path.append("M")
                    .append(mm(x(tick.at())))
                    .append(' ')
                    .append(mm(bottom))
                    .append("v1");
        }
        stroke(path.toString(), "#000", 0.25);
    }

    private void line(Line line, Plot plot, double top) {
        Axis axis = line.style() == Style.DASHED_RIGHT ? plot.right() : plot.left();
        for (List<Point> run : line.runs()) {
            StringBuilder path = new StringBuilder();
            for (Point point : run) {
                path.append(path.isEmpty() ? 'M' : 'L');
                path.append(mm(x(point.x()))).append(' ').append(mm(y(axis, point.y(), plot, top)));
            }
            if (run.isEmpty()) {
                continue;
            }
            Element drawn = stroke(path.toString(), "#000", line.style() == Style.STEPS ? 0.7 : 0.4);
            if (line.style() == Style.DASHED_RIGHT) {
                drawn.setAttribute("stroke-dasharray", "1.6 1");
            }
            if (line.style() == Style.DOTTED_POINTS) {
                run.forEach(point -> dot(x(point.x()), y(axis, point.y(), plot, top)));
            }
        }
    }

    private void dot(double x, double y) {
        Element dot = markup.addSvg(picture, "circle");
        dot.setAttribute("cx", mm(x));
        dot.setAttribute("cy", mm(y));
        dot.setAttribute("r", "0.85");
        dot.setAttribute("fill", "#000");
        dot.setAttribute("stroke", "#fff");
        dot.setAttribute("stroke-width", "0.3");
    }

    private Element stroke(String data, String colour, double width) {
        Element path = markup.addSvg(picture, "path");
        path.setAttribute("d", data);
        path.setAttribute("fill", "none");
        path.setAttribute("stroke", colour);
        path.setAttribute("stroke-width", Double.toString(width));
        return path;
    }

    private void label(String styleClass, String text, double left, double middle, double width, String align) {
        if (!text.isEmpty()) {
            Element label = markup.add(box, "div", "plot-label " + styleClass, text);
            label.setAttribute(
                    "style",
                    "left:" + mm(left) + "mm;top:" + mm(middle - LINE_HEIGHT / 2) + "mm;width:" + mm(width)
                            + "mm;text-align:" + align);
        }
    }

    private static String horizontal(double y, double from, double to) {
        return "M" + mm(from) + " " + mm(y) + "H" + mm(to);
    }

    private double x(double at) {
        return LEFT + (at - stack.time().low()) / stack.time().span() * (RIGHT - LEFT);
    }

    private static double y(Axis axis, double value, Plot plot, double top) {
        return top + (axis.high() - value) / axis.span() * plot.heightMm();
    }

    /** Millimetres with two decimals, whatever the machine's locale. */
    static String mm(double length) {
        return Double.toString(Math.round(length * 100) / 100.0);
    }
}
