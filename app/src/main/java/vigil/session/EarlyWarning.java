package vigil.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Vitals;

/**
 * The adult early-warning score of the Q-ADDS chart SW150 v10 as a table (clinical rules, section 9). If any of the seven
 * parameters is missing there is no score: nothing is carried forward or taken as normal.
 */
public final class EarlyWarning {
    /** Version of the bands, printed with every record. */
    public static final String CHART = "Q-ADDS SW150 v10 (01/2025), unverified";

    private static final int EMERGENCY = -1;
    private static final int EMERGENCY_TOTAL = 8;

    /** Each parameter: upper bounds of its bands in ascending order, and the score of each band. */
    private static final Bands RESPIRATORY_RATE = bands("RR", "8 E, 12 1, 20 0, 24 1, 30 2, 35 4, max E");

    private static final Bands SPO2 = bands("SpO2", "84 4, 89 2, 91 1, max 0");
    private static final Bands OXYGEN = bands("O2", "1.99 0, 5 1, 11 2, 14.99 4, max E");
    private static final Bands SYSTOLIC = bands("BP", "79 E, 89 4, 99 2, 109 1, 159 0, 169 1, 199 2, max 4");
    private static final Bands HEART_RATE = bands("HR", "39 E, 49 2, 99 0, 109 1, 129 2, 139 3, 159 4, max E");
    private static final Bands TEMPERATURE = bands("T", "34.0 4, 35.0 2, 36.0 1, 37.9 0, 38.4 1, max 2");

    private EarlyWarning() {}

    /**
     * One score.
     *
     * @param total sum of the points
     * @param emergency an emergency band was met, or the total is 8 or more
     * @param scoring the parameters that scored, for example {@code RR 2} or {@code HR E}
     */
    public record Score(int total, boolean emergency, List<String> scoring) {
        public Score {
            scoring = List.copyOf(scoring);
        }
    }

    private record Band(BigDecimal upTo, int points) {}

    private record Bands(String name, List<Band> bands) {
        int pointsAt(BigDecimal value) {
            return bands.stream()
                    .filter(band -> value.compareTo(band.upTo()) <= 0)
                    .mapToInt(Band::points)
                    .findFirst()
                    .orElse(EMERGENCY);
        }
    }

    private static Bands bands(String name, String table) {
        return new Bands(
                name,
                List.of(table.split(", ")).stream().map(EarlyWarning::band).toList());
    }

    private static Band band(String row) {
        String[] parts = row.split(" ");
        BigDecimal upTo = parts[0].equals("max") ? new BigDecimal("100000") : new BigDecimal(parts[0]);
        return new Band(upTo, parts[1].equals("E") ? EMERGENCY : Integer.parseInt(parts[1]));
    }

    /** The score of one set, or nothing when a parameter is missing. */
    public static Optional<Score> of(Vitals vitals) {
        boolean complete = vitals.respiratoryRatePerMin().isPresent()
                && vitals.spo2Percent().isPresent()
                && vitals.oxygenLPerMin().isPresent()
                && vitals.systolicMmHg().isPresent()
                && vitals.heartRatePerMin().isPresent()
                && vitals.temperatureCel().isPresent()
                && vitals.consciousness().isPresent();
        return complete ? Optional.of(sum(vitals)) : Optional.empty();
    }

    private static Score sum(Vitals vitals) {
        Tally tally = new Tally();
        vitals.respiratoryRatePerMin().map(BigDecimal::valueOf).ifPresent(it -> tally.add(RESPIRATORY_RATE, it));
        vitals.spo2Percent().map(BigDecimal::valueOf).ifPresent(it -> tally.add(SPO2, it));
        vitals.oxygenLPerMin().ifPresent(it -> tally.add(OXYGEN, it));
        vitals.systolicMmHg().map(BigDecimal::valueOf).ifPresent(it -> tally.add(SYSTOLIC, it));
        vitals.heartRatePerMin().map(BigDecimal::valueOf).ifPresent(it -> tally.add(HEART_RATE, it));
        vitals.temperatureCel().ifPresent(it -> tally.add(TEMPERATURE, it));
        vitals.consciousness().ifPresent(it -> tally.add("Consciousness", pointsOf(it)));
        return tally.score();
    }

    private static int pointsOf(Consciousness consciousness) {
        return switch (consciousness) {
            case ALERT -> 0;
            case VOICE -> 1;
            case NEW_CONFUSION -> 4;
            case PAIN, UNRESPONSIVE -> EMERGENCY;
        };
    }

    /** Adds up the points of one set. Used within one call. */
    private static final class Tally {
        private final List<String> scoring = new ArrayList<>(0);
        private int total;
        private boolean emergency;

        void add(Bands bands, BigDecimal value) {
            add(bands.name(), bands.pointsAt(value));
        }

        void add(String name, int points) {
            if (points == EMERGENCY) {
                emergency = true;
                scoring.add(name + " E");
            } else if (points > 0) {
                total += points;
                scoring.add(name + " " + points);
            }
        }

        Score score() {
            return new Score(total, emergency || total >= EMERGENCY_TOTAL, scoring);
        }
    }
}
