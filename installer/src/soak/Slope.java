import java.util.List;

/**
 * The straight line of least squares through what was measured, and how well it is known.
 *
 * @param perHour growth in an hour
 * @param error its standard error
 */
record Slope(double perHour, double error) {
    /** How sure a growth has to be before it is called one, in standard errors. */
    private static final double SURE = 3;

    /** What a slope means for a limit. */
    enum Verdict {
        FLAT,
        /** Neither shown to be below the limit nor above it: the run was too short for how much the figure moves. */
        NOT_KNOWN,
        GROWS
    }

    /**
     * One measured point.
     *
     * @param hours since the start
     * @param value what was measured
     */
    record Point(double hours, double value) {}

    /** Through at least three points. */
    static Slope of(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::hours).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double xx = points.stream().mapToDouble(p -> square(p.hours() - meanX)).sum();
        double xy = points.stream()
                .mapToDouble(p -> (p.hours() - meanX) * (p.value() - meanY))
                .sum();
        double slope = xy / xx;
        double rest = points.stream()
                .mapToDouble(p -> square(p.value() - meanY - slope * (p.hours() - meanX)))
                .sum();
        return new Slope(slope, Math.sqrt(rest / (points.size() - 2) / xx));
    }

    Verdict against(double limitPerHour) {
        if (perHour - SURE * error > limitPerHour) {
            return Verdict.GROWS;
        }
        return perHour + SURE * error <= limitPerHour ? Verdict.FLAT : Verdict.NOT_KNOWN;
    }

    private static double square(double value) {
        return value * value;
    }
}
