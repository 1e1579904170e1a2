package vigil.ui.parts;

/**
 * The two layouts of the console, each designed at its smallest window. A larger window enlarges the layout as a whole,
 * so that lettering grows with the screen.
 */
public enum Density {
    /** Bedside screens from 1280 × 800. */
    NORMAL(1280, 800, 72, 52, 44, 28, 80, 12),
    /** Small panels from 1024 × 600. */
    COMPACT(1024, 600, 60, 44, 38, 24, 60, 9);

    private static final double LEAST_NORMAL_WIDTH = 1200;
    private static final double LEAST_NORMAL_HEIGHT = 750;

    private static final double RAIL_EDGES = 12;
    private static final double ENTRY_EDGES = 4;

    private final double width;
    private final double height;
    private final double alarm;
    private final double patient;
    private final double phase;
    private final double footer;
    private final double rail;
    private final double gap;

    Density(
            double width,
            double height,
            double alarm,
            double patient,
            double phase,
            double footer,
            double rail,
            double gap) {
        this.width = width;
        this.height = height;
        this.alarm = alarm;
        this.patient = patient;
        this.phase = phase;
        this.footer = footer;
        this.rail = rail;
        this.gap = gap;
    }

    /** {@code scale}: how many times as large as designed lettering is to be at least, as far as there is room. */
    public static Density of(double width, double height, double scale) {
        boolean small = width < LEAST_NORMAL_WIDTH * scale || height < LEAST_NORMAL_HEIGHT * scale;
        return small ? COMPACT : NORMAL;
    }

    /** How much this layout is enlarged to fill a window; below 1 only in a window smaller than the smallest layout. */
    public double scaleFor(double windowWidth, double windowHeight) {
        return Math.min(windowWidth / width, windowHeight / height);
    }

    public double alarmHeight() {
        return alarm;
    }

    public double patientHeight() {
        return patient;
    }

    public double phaseHeight() {
        return phase;
    }

    public double footerHeight() {
        return footer;
    }

    public double railWidth() {
        return rail;
    }

    /** The height of one of so many entries of the rail: they always all fit. */
    public double railEntryHeight(int entries) {
        double room = (height - alarm - footer - RAIL_EDGES) / entries;
        return Math.min(isCompact() ? 54 : 62, Math.floor(room) - ENTRY_EDGES);
    }

    /** What is left for the bedside view in the smallest window of this layout. */
    public double bodyHeight() {
        return height - alarm - patient - phase - footer;
    }

    /** Between cards. */
    public double gap() {
        return gap;
    }

    public boolean isCompact() {
        return this == COMPACT;
    }
}
