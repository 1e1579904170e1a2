package vigil.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Vitals;

/**
 * The adult early-warning score of the Q-ADDS chart SW150 v10 (clinical rules, section 9; bands: {@link VitalSign}). If any
 * of the seven parameters is missing there is no score: nothing is carried forward or taken as normal.
 */
public final class EarlyWarning {
    /** Version of the bands, printed with every record. */
    public static final String CHART = "Q-ADDS SW150 v10 (01/2025), unverified";

    static final int EMERGENCY_TOTAL = 8;
    private static final String EMERGENCY = "E";

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

    /** The score of one set, or nothing when a parameter is missing. */
    public static Optional<Score> of(Vitals vitals) {
        boolean complete = vitals.consciousness().isPresent();
        for (VitalSign sign : VitalSign.values()) {
            complete &= sign.in(vitals).isPresent();
        }
        return complete ? Optional.of(sum(vitals)) : Optional.empty();
    }

    private static Score sum(Vitals vitals) {
        List<Points> all = points(vitals);
        int total = 0;
        boolean emergency = false;
        for (Points one : all) {
            emergency |= one.letter().equals(EMERGENCY);
            total += one.letter().equals(EMERGENCY) ? 0 : Integer.parseInt(one.letter());
        }
        return new Score(total, emergency || total >= EMERGENCY_TOTAL, named(all));
    }

    /** What of a set scores, for example {@code HR 2}, whether or not the set is complete; in the order of the chart. */
    public static List<String> scoring(Vitals vitals) {
        return named(points(vitals));
    }

    private record Points(String name, String letter) {}

    private static List<Points> points(Vitals vitals) {
        List<Points> points = new ArrayList<>(0);
        for (VitalSign sign : VitalSign.values()) {
            sign.in(vitals)
                    .map(sign::bandOf)
                    .filter(VitalSign.Band::scores)
                    .ifPresent(band -> points.add(new Points(sign.label(), band.letter())));
        }
        vitals.consciousness()
                .flatMap(EarlyWarning::letterOf)
                .ifPresent(letter -> points.add(new Points("Con", letter)));
        return points;
    }

    private static List<String> named(List<Points> points) {
        return points.stream().map(it -> it.name() + " " + it.letter()).toList();
    }

    static Optional<String> letterOf(Consciousness consciousness) {
        return switch (consciousness) {
            case ALERT -> Optional.empty();
            case VOICE -> Optional.of("1");
            case NEW_CONFUSION -> Optional.of("4");
            case PAIN, UNRESPONSIVE -> Optional.of(EMERGENCY);
        };
    }
}
