package vigil.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.export.PlotStack.Band;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Vitals;

/**
 * The bands of the default early-warning chart (clinical rules, section 9: third-party compilation of SW150 v10, to be
 * confirmed by the site), for drawing behind a plot and for naming what scored. The total itself is decided elsewhere.
 */
enum EarlyWarningBands {
    RESPIRATORY_RATE("RR", "8 E, 12 1, 20 0, 24 1, 30 2, 35 4, 999 E"),
    SPO2("SpO2", "84 4, 89 2, 91 1, 100 0"),
    OXYGEN("O2", "1.9 0, 5 1, 11 2, 14.9 4, 999 E"),
    SYSTOLIC("BP", "79 E, 89 4, 99 2, 109 1, 159 0, 169 1, 199 2, 999 4"),
    HEART_RATE("HR", "39 E, 49 2, 99 0, 109 1, 129 2, 139 3, 159 4, 999 E"),
    TEMPERATURE("T", "34.0 4, 35.0 2, 36.0 1, 37.9 0, 38.4 1, 99 2");

    private static final String NONE = "0";
    /** Half of the step between two whole numbers: a band reaches midway to its neighbour. */
    private static final double HALF_STEP = 0.5;

    private final String label;
    private final String table;

    EarlyWarningBands(String label, String table) {
        this.label = label;
        this.table = table;
    }

    private List<Step> steps() {
        return Stream.of(table.split(", ")).map(Step::read).toList();
    }

    /** A band up to and including {@code upTo}, from the one before it. */
    private record Step(BigDecimal upTo, String letter) {
        static Step read(String entry) {
            String[] parts = entry.split(" ");
            return new Step(new BigDecimal(parts[0]), parts[1]);
        }
    }

    /** The scoring bands between two values of the scale, lowest first. */
    List<Band> between(double low, double high) {
        List<Band> bands = new ArrayList<>();
        double from = low;
        for (Step step : steps()) {
            double to = Math.min(step.upTo.doubleValue() + HALF_STEP, high);
            if (to > from && !step.letter.equals(NONE)) {
                bands.add(new Band(from, to, step.letter));
            }
            from = Math.max(from, to);
        }
        return bands;
    }

    /** What of a set scored, for example {@code HR 2, RR 1}; empty when nothing did. */
    static List<String> scored(Vitals vitals) {
        List<String> scored = new ArrayList<>();
        RESPIRATORY_RATE.add(scored, vitals.respiratoryRatePerMin().map(BigDecimal::valueOf));
        SPO2.add(scored, vitals.spo2Percent().map(BigDecimal::valueOf));
        OXYGEN.add(scored, vitals.oxygenLPerMin());
        SYSTOLIC.add(scored, vitals.systolicMmHg().map(BigDecimal::valueOf));
        HEART_RATE.add(scored, vitals.heartRatePerMin().map(BigDecimal::valueOf));
        TEMPERATURE.add(scored, vitals.temperatureCel());
        vitals.consciousness().flatMap(EarlyWarningBands::letterOf).ifPresent(letter -> scored.add("Con " + letter));
        return scored;
    }

    private void add(List<String> scored, Optional<BigDecimal> value) {
        value.map(this::letterOf)
                .filter(letter -> !letter.equals(NONE))
                .ifPresent(letter -> scored.add(label + " " + letter));
    }

    private String letterOf(BigDecimal value) {
        return steps().stream()
                .filter(step -> value.compareTo(step.upTo) <= 0)
                .findFirst()
                .map(Step::letter)
                .orElse(NONE);
    }

    private static Optional<String> letterOf(Consciousness consciousness) {
        return switch (consciousness) {
            case ALERT -> Optional.empty();
            case VOICE -> Optional.of("1");
            case NEW_CONFUSION -> Optional.of("4");
            case PAIN, UNRESPONSIVE -> Optional.of("E");
        };
    }
}
