package vigil.ui.dashboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Point;
import vigil.engine.Snapshot.Score;
import vigil.ui.parts.Phrases;

/**
 * What the trend strip draws over one stretch of time. Dose is a step line only where drug was known to be delivered at
 * a known rate; everything else is a gap, and a line is never joined across it. Positions only: nothing here decides a
 * dose.
 *
 * @param from left edge
 * @param to right edge
 * @param now where the line "now" stands
 * @param runs stretches of one dose rate, oldest first
 * @param gaps not delivering, or not known
 * @param given running total, thinned for drawing
 */
public record TrendModel(
        Instant from,
        Instant to,
        Instant now,
        List<Run> runs,
        List<Gap> gaps,
        List<Given> given,
        List<Flag> flags,
        List<Score> scores) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(90);
    private static final Duration SHORTEST_COURSE = Duration.ofHours(1);
    private static final int MOST_GIVEN = 400;

    public record Run(Instant from, Instant to, double doseRate) {}

    public record Gap(Instant from, Instant to) {}

    public record Given(Instant at, double mg) {}

    /** An event with its word, and what comes first where there is no room for every word. */
    public record Flag(Instant at, String word, Weight weight) {
        /** Weightiest first. */
        public enum Weight {
            PHASE,
            RATE,
            STOP,
            START
        }
    }

    public static TrendModel of(Snapshot snapshot, TrendRange range, Phrases phrases) {
        Instant now = snapshot.now().utc();
        List<Point> points = withTail(snapshot, now);
        Instant from =
                range.length().map(now::minus).orElseGet(() -> points.getFirst().at());
        Instant to = latest(now, range.length().isPresent() ? now : from.plus(SHORTEST_COURSE));
        Stretches stretches = Stretches.of(points, from, now);
        return new TrendModel(
                from,
                to,
                now,
                stretches.runs(),
                stretches.gaps(),
                given(points, from),
                TrendFlags.of(snapshot.trend().marks(), from, phrases),
                snapshot.trend().scores().stream()
                        .filter(score -> !score.at().isBefore(from))
                        .toList());
    }

    /** The minutes so far, and the present moment as the last of them. */
    private static List<Point> withTail(Snapshot snapshot, Instant now) {
        List<Point> points = new ArrayList<>(snapshot.trend().points());
        Optional<BigDecimal> rate = snapshot.dose().stale()
                ? Optional.empty()
                : snapshot.dose().rate().map(r -> r.toDecimal(4));
        points.removeIf(point -> !point.at().isBefore(now));
        boolean delivering =
                !snapshot.dose().stale() && snapshot.dose().deliveryStatus().delivers();
        points.add(new Point(now, rate, snapshot.totals().course().mg(), delivering));
        return points;
    }

    private static List<Given> given(List<Point> points, Instant from) {
        List<Point> shown =
                points.stream().filter(point -> !point.at().isBefore(from)).toList();
        int every = Math.max(1, shown.size() / MOST_GIVEN);
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < shown.size(); i += every) {
            given.add(given(shown.get(i)));
        }
        given.add(given(shown.getLast()));
        return given;
    }

    private static Given given(Point point) {
        return new Given(point.at(), point.cumulativeMg().doubleValue());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Runs and gaps of a list of minutes. */
    private record Stretches(List<Run> runs, List<Gap> gaps) {
        static Stretches of(List<Point> points, Instant from, Instant now) {
            Stretches stretches = new Stretches(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < points.size(); i++) {
                Instant next = i + 1 < points.size() ? points.get(i + 1).at() : now;
                if (next.isAfter(from)) {
                    stretches.add(points.get(i), latest(points.get(i).at(), from), next);
                }
            }
            return stretches;
        }

        private void add(Point point, Instant start, Instant next) {
            boolean missing = Duration.between(start, next).compareTo(LONGEST_STEP) > 0;
            Instant end = missing ? start.plus(MINUTE) : next;
            if (point.delivering() && point.doseRate().isPresent()) {
                addRun(start, end, point.doseRate().orElseThrow().doubleValue());
            } else {
                addGap(start, end);
            }
            if (missing) {
                addGap(end, next);
            }
        }

        private void addRun(Instant start, Instant end, double rate) {
            if (!runs.isEmpty()
                    && runs.getLast().to().equals(start)
                    && Double.compare(runs.getLast().doseRate(), rate) == 0) {
                runs.set(runs.size() - 1, new Run(runs.getLast().from(), end, rate));
            } else {
                runs.add(new Run(start, end, rate));
            }
        }

        private void addGap(Instant start, Instant end) {
            if (!start.isBefore(end)) {
                return;
            }
            if (!gaps.isEmpty() && gaps.getLast().to().equals(start)) {
                gaps.set(gaps.size() - 1, new Gap(gaps.getLast().from(), end));
            } else {
                gaps.add(new Gap(start, end));
            }
        }
    }
}
