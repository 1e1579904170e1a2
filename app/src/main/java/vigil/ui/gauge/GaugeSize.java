package vigil.ui.gauge;

import vigil.ui.parts.Density;

/**
 * Where the parts of a gauge stand, in px from the top of a card (look page, section 2 and 4): the numeral is 132 px on a
 * card of 414 × 312 and 88 px on one of 340 × 225; a larger card enlarges all of it.
 */
record GaugeSize(
        double factor,
        double peak,
        double radius,
        double outerBand,
        double innerBand,
        double numeral,
        double baseline,
        double unit,
        double foot,
        double lettering) {

    static GaugeSize of(Density density, double width, double height) {
        return switch (density) {
            case NORMAL ->
                scaled(Math.min(width / 414, height / 312), new double[] {65, 330, 9, 13, 132, 237, 268, 293, 15});
            case COMPACT ->
                scaled(Math.min(width / 340, height / 225), new double[] {54, 254, 8, 11, 88, 171, 194, 212, 13});
        };
    }

    private static GaugeSize scaled(double k, double[] at) {
        return new GaugeSize(
                k, at[0] * k, at[1] * k, at[2] * k, at[3] * k, at[4] * k, at[5] * k, at[6] * k, at[7] * k, at[8] * k);
    }

    /** Free stretch between the two bands. */
    double bandGap() {
        return 3 * factor;
    }

    double depth() {
        return outerBand + bandGap() + innerBand;
    }
}
