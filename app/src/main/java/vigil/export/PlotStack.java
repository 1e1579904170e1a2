package vigil.export;

import java.util.List;

/**
 * Plots one above the other over one time axis. Coordinates are for drawing only; no figure is decided from them.
 *
 * @param heading printed above the stack; may be empty
 * @param spoken what the plots show, in words, for a reader who cannot see them
 */
public record PlotStack(String heading, String spoken, Axis time, String timeLabel, List<Plot> plots) {

    /** One axis from {@code low} to {@code high}. */
    public record Axis(double low, double high, List<Tick> ticks) {
        public double span() {
            return high - low;
        }
    }

    public record Tick(double at, String label) {}

    /**
     * One panel.
     *
     * @param right a second scale on the right for the dashed line; empty ticks when there is none
     */
    public record Plot(
            String title,
            String unit,
            int heightMm,
            Axis left,
            Axis right,
            List<Band> bands,
            List<Line> lines,
            List<Gap> gaps) {}

    /** A stretch of the scale that scores; {@code letter} E, 4, 3, 2 or 1 also chooses the hatch. */
    public record Band(double low, double high, String letter) {}

    /** A stretch of time without data. */
    public record Gap(double from, double to, String label) {}

    /** Points joined within each run; between two runs the line stays open. */
    public record Line(Style style, List<List<Point>> runs) {}

    public record Point(double x, double y) {}

    /** How a line is drawn and which scale it belongs to. */
    public enum Style {
        DOTTED_POINTS,
        STEPS,
        DASHED_RIGHT
    }
}
