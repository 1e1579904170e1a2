package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.PlasmaInput;
import vigil.kinetics.PlasmaCourse;
import vigil.session.InfusionLine;
import vigil.session.PlasmaChoice.Exclusion;
import vigil.session.Supply;
import vigil.ui.parts.Phrases;

/**
 * The plasma band over one stretch of time, or why there is none. Always a band, never a line or a number
 * (pharmacokinetics, K2).
 *
 * @param hidden why nothing is drawn, in words; empty when the band is drawn
 * @param off true when nobody has switched the estimate on for this patient
 * @param note what must be said beside the standing text (K6); empty if nothing
 */
public record PlasmaModel(
        Optional<String> hidden, boolean off, String note, Instant from, Instant to, Instant now, List<Point> points) {
    private static final Set<String> RACEMIC = Set.of("ketamine", "racemic ketamine", "ketamine hydrochloride");
    private static final Duration SHORTEST_COURSE = Duration.ofHours(1);
    private static final double NANOS_PER_H = 3.6e12;
    private static final int MOST_POINTS = 2_000;

    /** The band at one time, ng/mL; hatched where a gap was filled from the pump's counter. */
    public record Point(Instant at, double lowest, double highest, boolean reconciled) {}

    static PlasmaModel of(Snapshot snapshot, PlasmaCourse course, TrendRange range, Phrases phrases) {
        PlasmaInput input = snapshot.beside().plasma();
        Optional<String> hidden = hidden(snapshot, input).map(phrases::text);
        Instant now = snapshot.now().utc();
        List<Point> all = hidden.isPresent() ? List.of() : points(input.supply(), course);
        Instant start =
                all.isEmpty() ? now.minus(SHORTEST_COURSE) : all.getFirst().at();
        Instant from = range.length().map(now::minus).orElse(start);
        boolean young = now.isBefore(from.plus(SHORTEST_COURSE));
        return new PlasmaModel(
                hidden,
                !input.choice().shown(),
                note(input, phrases),
                from,
                young ? from.plus(SHORTEST_COURSE) : now,
                now,
                thinned(all.stream().filter(point -> !point.at().isBefore(from)).toList()));
    }

    /** Key of the reason why there is no band (K1, K4, K5). */
    static Optional<String> hidden(Snapshot snapshot, PlasmaInput input) {
        if (!input.choice().shown()) {
            return Optional.of("plasma.hidden.off");
        }
        if (input.choice().exclusions().contains(Exclusion.LIVER_DISEASE)) {
            return Optional.of("plasma.hidden.liver");
        }
        if (input.choice().exclusions().contains(Exclusion.CYP_MODIFIER)) {
            return Optional.of("plasma.hidden.cyp");
        }
        if (!input.drug().map(PlasmaModel::isRacemic).orElse(false)) {
            return Optional.of("plasma.hidden.drug");
        }
        if (snapshot.course().elapsed().isEmpty()) {
            return Optional.of("plasma.hidden.not-started");
        }
        return input.whole() && !input.supply().isEmpty()
                ? Optional.empty()
                : Optional.of("plasma.hidden.part-unknown");
    }

    private static boolean isRacemic(String drug) {
        return RACEMIC.contains(drug.strip().toLowerCase(Locale.ROOT));
    }

    private static String note(PlasmaInput input, Phrases phrases) {
        boolean underTheSkin = input.route()
                .map(route -> route == InfusionLine.Route.SUBCUTANEOUS)
                .orElse(false);
        return underTheSkin ? phrases.text("plasma.subcutaneous") : "";
    }

    private static List<Point> points(List<Supply> supply, PlasmaCourse course) {
        Supply first = supply.getFirst();
        Instant zero = first.from().at().utc().minus(first.from().elapsed());
        return course.points().stream()
                .map(point -> new Point(
                        zero.plusNanos(Math.round(point.atH() * NANOS_PER_H)),
                        point.lowest(),
                        point.highest(),
                        point.reconciled()))
                .toList();
    }

    /** No more points than the widest screen has columns: of several the widest band, so that nothing is made to look surer. */
    private static List<Point> thinned(List<Point> points) {
        int each = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        if (each <= 1) {
            return points;
        }
        List<Point> fewer = new ArrayList<>(MOST_POINTS + 1);
        for (int from = 0; from < points.size() - 1; from += each) {
            fewer.add(widest(points.subList(from, Math.min(from + each, points.size() - 1))));
        }
        fewer.add(points.getLast());
        return List.copyOf(fewer);
    }

    private static Point widest(List<Point> several) {
        return new Point(
                several.getFirst().at(),
                several.stream().mapToDouble(Point::lowest).min().orElseThrow(),
                several.stream().mapToDouble(Point::highest).max().orElseThrow(),
                several.stream().anyMatch(Point::reconciled));
    }

    double highest() {
        return points.stream().mapToDouble(Point::highest).max().orElse(0);
    }
}
