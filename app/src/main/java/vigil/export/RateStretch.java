package vigil.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.store.SessionRecord.HistoryPoint;

/** A stretch of the course at one dose rate above zero, from the first to the last minute that showed it. */
record RateStretch(Instant start, Instant end, BigDecimal mgPerKgPerH) {

    /** The stretches of a course, oldest first; where the rate is zero or unknown there is none. */
    static List<RateStretch> of(List<HistoryPoint> history) {
        List<RateStretch> stretches = new ArrayList<>();
        List<HistoryPoint> open = new ArrayList<>();
        for (HistoryPoint point : history) {
            boolean same = !open.isEmpty() && above(point).equals(above(open.getFirst()));
            if (!same) {
                close(open, stretches);
            }
            if (above(point).isPresent()) {
                open.add(point);
            }
        }
        close(open, stretches);
        return List.copyOf(stretches);
    }

    private static void close(List<HistoryPoint> open, List<RateStretch> stretches) {
        if (!open.isEmpty()) {
            above(open.getFirst())
                    .ifPresent(rate -> stretches.add(
                            new RateStretch(open.getFirst().at(), open.getLast().at(), rate)));
            open.clear();
        }
    }

    private static Optional<BigDecimal> above(HistoryPoint point) {
        return point.mgPerKgPerH().filter(rate -> rate.signum() > 0);
    }
}
