package vigil.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;

/**
 * The estimate over a course: at each full minute, and wherever the rate changed, the lowest and the highest of the
 * models. It goes on from where it was: {@link #upTo} solves only what is new, so a course of five days costs no more at
 * its end than at its beginning, and the result is the same as of one calculation over everything. Immutable.
 *
 * <p>It ends where the logged infusion ends; nothing is extrapolated (K11).
 */
public final class PlasmaCourse {
    private static final double MINUTES_PER_H = 60;

    private final List<Track> tracks;
    private final GrowingList<Point> points;
    private final Optional<Point> newest;
    private final int used;

    /**
     * The estimate at one time.
     *
     * @param atH elapsed time, h
     * @param lowest over the models, ng/mL
     * @param highest over the models, ng/mL
     * @param reconciled within a gap that was filled from the pump's counter afterwards; drawn hatched (K12)
     */
    public record Point(double atH, double lowest, double highest, boolean reconciled) {}

    private PlasmaCourse(List<Track> tracks, GrowingList<Point> points, Optional<Point> newest, int used) {
        this.tracks = tracks;
        this.points = points;
        this.newest = newest;
        this.used = used;
    }

    /** No drug has been given yet. */
    public static PlasmaCourse begin(List<PopulationModel> models) {
        return new PlasmaCourse(models.stream().map(Track::empty).toList(), GrowingList.empty(), Optional.empty(), 0);
    }

    /**
     * The estimate up to the end of the last stretch.
     *
     * @param stretches of the whole course in order and without holes, those of the call before first; only the last of
     *     them may have grown since
     */
    public PlasmaCourse upTo(List<Stretch> stretches) {
        PlasmaCourse course = this;
        for (int i = Math.max(0, used - 1); i < stretches.size(); i++) {
            course = course.through(stretches.get(i), i + 1);
        }
        return course;
    }

    private PlasmaCourse through(Stretch stretch, int number) {
        Walk walk = new Walk(stretch);
        walk.keepWhereItBegins(number > used);
        walk.toEnd();
        return new PlasmaCourse(walk.moved, walk.passed, Optional.of(walk.point()), number);
    }

    /** At each full minute and each change of rate, oldest first; the newest is the present end. */
    public List<Point> points() {
        if (newest.isEmpty()) {
            return List.of();
        }
        List<Point> all = new ArrayList<>(points.size() + 1);
        all.addAll(points);
        all.add(newest.get());
        return all;
    }

    /** The present end of the estimate; empty before the first stretch. */
    public Optional<Point> newest() {
        return newest;
    }

    /** The way through one stretch. Lives within one call. */
    private final class Walk {
        private final Stretch stretch;
        private List<Track> moved = tracks;
        private GrowingList<Point> passed = points;
        private List<Propagator> minute = List.of();
        private double atH;

        private Walk(Stretch stretch) {
            this.stretch = stretch;
            this.atH = newest.map(Point::atH).filter(at -> at > stretch.fromH()).orElse(stretch.fromH());
        }

        /** A point stays at a full minute, and where one stretch ends and the next begins: corners are drawn. */
        private void keepWhereItBegins(boolean corner) {
            boolean kept = corner || (isFullMinute(atH) && atH < stretch.toH());
            if (kept) {
                passed = passed.with(newest.orElseGet(this::point));
            }
        }

        private void toEnd() {
            long next = nextMinute();
            while (next / MINUTES_PER_H < stretch.toH()) {
                boolean whole = atH == (next - 1) / MINUTES_PER_H;
                move(next / MINUTES_PER_H, whole ? minute() : steps(next / MINUTES_PER_H - atH));
                passed = passed.with(point());
                next++;
            }
            if (atH < stretch.toH()) {
                move(stretch.toH(), steps(stretch.toH() - atH));
            }
        }

        private long nextMinute() {
            return isFullMinute(atH) ? Math.round(atH * MINUTES_PER_H) + 1 : (long) Math.floor(atH * MINUTES_PER_H) + 1;
        }

        private List<Propagator> minute() {
            if (minute.isEmpty()) {
                minute = steps(1 / MINUTES_PER_H);
            }
            return minute;
        }

        private List<Propagator> steps(double hours) {
            return moved.stream()
                    .map(track -> track.step(stretch.weightKg(), hours))
                    .toList();
        }

        private void move(double toH, List<Propagator> steps) {
            List<Track> next = new ArrayList<>(moved.size());
            for (int i = 0; i < moved.size(); i++) {
                next.add(moved.get(i).after(steps.get(i), stretch.mgPerH()));
            }
            moved = next;
            atH = toH;
        }

        private Point point() {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (Track track : moved) {
                double level = track.ngPerMl(stretch.weightKg());
                lowest = Math.min(lowest, level);
                highest = Math.max(highest, level);
            }
            return new Point(atH, lowest, highest, stretch.reconciled());
        }
    }

    private static boolean isFullMinute(double atH) {
        return Math.round(atH * MINUTES_PER_H) / MINUTES_PER_H == atH;
    }
}
