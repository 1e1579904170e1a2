package vigil.export;

import java.util.ArrayList;
import java.util.List;
import vigil.export.PlotStack.Band;
import vigil.session.VitalSign;

/** The bands of the early-warning chart as they are drawn behind a plot. */
final class EarlyWarningBands {
    /** Half of the step between two whole numbers: a band reaches midway to its neighbour. */
    private static final double HALF_STEP = 0.5;

    private EarlyWarningBands() {}

    /** The scoring bands of {@code sign} between two values of the scale, lowest first. */
    static List<Band> between(VitalSign sign, double low, double high) {
        List<Band> bands = new ArrayList<>();
        double from = low;
        for (VitalSign.Band band : sign.bands()) {
            double to = Math.min(band.upTo().doubleValue() + HALF_STEP, high);
            if (to > from && band.scores()) {
                bands.add(new Band(from, to, band.letter()));
            }
            from = Math.max(from, to);
        }
        return bands;
    }
}
