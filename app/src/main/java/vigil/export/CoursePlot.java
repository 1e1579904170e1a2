package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vigil.export.PlotStack.Axis;
import vigil.export.PlotStack.Gap;
import vigil.export.PlotStack.Line;
import vigil.export.PlotStack.Plot;
import vigil.export.PlotStack.Point;
import vigil.export.PlotStack.Style;
import vigil.export.PlotStack.Tick;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.HistoryPoint;

/** Dose rate (steps) and mass given (dashed) over the whole course, from the history of one point a minute. */
final class CoursePlot {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int MOST_TICKS = 9;
    private static final int MOST_MASS_POINTS = 200;
    private static final int[] TICK_HOURS = {1, 2, 3, 6, 12, 24, 48, 96};
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    private static final double HEADROOM = 1.15;

    private final SessionRecord record;
    private final WardTime time;

    CoursePlot(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
    }

    /** True once there is a course to draw. */
    boolean hasPoints() {
        return record.history().size() > 1;
    }

    /** @param heightMm of the panel */
    PlotStack stack(int heightMm) {
        PrintWords words = time.words();
        Plot plot =
                new Plot("", "", heightMm, doseAxis(), massAxis(), List.of(), List.of(doseLine(), massLine()), gaps());
        Axis hours = new Axis(0, hours(last()), timeTicks());
        return new PlotStack(words.text("plot.course"), words.text("plot.course.spoken"), hours, "", List.of(plot));
    }

    private Instant first() {
        return record.history().getFirst().at();
    }

    private Instant last() {
        return record.history().getLast().at();
    }

    private double hours(Instant at) {
        return Math.max(0, Duration.between(first(), at).toSeconds() / SECONDS_PER_HOUR);
    }

    private List<Tick> timeTicks() {
        long total = Math.max(1, Duration.between(first(), last()).toHours());
        int step = TICK_HOURS[TICK_HOURS.length - 1];
        for (int candidate = TICK_HOURS.length - 1; candidate >= 0; candidate--) {
            step = total / TICK_HOURS[candidate] <= MOST_TICKS ? TICK_HOURS[candidate] : step;
        }
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = first().atZone(record.zone()).truncatedTo(ChronoUnit.DAYS);
        for (; !at.toInstant().isAfter(last()); at = at.plusHours(step)) {
            if (!at.toInstant().isBefore(first())) {
                ticks.add(new Tick(hours(at.toInstant()), label(at)));
            }
        }
        return ticks;
    }

    private String label(ZonedDateTime at) {
        return at.getHour() == 0 ? time.weekdayAndTime(at.toInstant()) : time.clock(at.toInstant());
    }

    private Axis doseAxis() {
        double most = record.history().stream()
                .flatMap(point -> point.mgPerKgPerH().stream())
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
        return fromZero(Math.max(most, 0.05));
    }

    private Axis massAxis() {
        return fromZero(Math.max(1, record.history().getLast().cumulativeMg().doubleValue()));
    }

    private Axis fromZero(double most) {
        double high = most * HEADROOM;
        double step = niceStep(high / 3);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= high; i++) {
            ticks.add(new Tick(i * step, label(i * step)));
        }
        return new Axis(0, high, ticks);
    }

    private static double niceStep(double rough) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : NICE) {
            if (nice * magnitude >= rough) {
                return nice * magnitude;
            }
        }
        return NICE[NICE.length - 1] * magnitude;
    }

    private String label(double tick) {
        return time.words()
                .figures()
                .plain(java.math.BigDecimal.valueOf(tick)
                        .setScale(3, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }

    /** A corner wherever the rate changes; an unknown rate opens the line. */
    private Line doseLine() {
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (HistoryPoint point : record.history()) {
            if (point.mgPerKgPerH().isPresent()) {
                corner(run, hours(point.at()), point.mgPerKgPerH().get().doubleValue());
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        runs.add(List.copyOf(run));
        return new Line(Style.STEPS, runs);
    }

    /** Keeps only the ends of a level stretch, so that five days at one point a minute stay a short path. */
    private static void corner(List<Point> run, double x, double y) {
        int size = run.size();
        if (size >= 2 && run.get(size - 1).y() == y && run.get(size - 2).y() == y) {
            run.set(size - 1, new Point(x, y));
            return;
        }
        if (size >= 1 && run.get(size - 1).y() != y) {
            run.add(new Point(x, run.get(size - 1).y()));
        }
        run.add(new Point(x, y));
    }

    private Line massLine() {
        List<HistoryPoint> history = record.history();
        int stride = Math.max(1, history.size() / MOST_MASS_POINTS);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < history.size(); i += stride) {
            points.add(massPoint(history.get(i)));
        }
        points.add(massPoint(history.getLast()));
        return new Line(Style.DASHED_RIGHT, List.of(points));
    }

    private Point massPoint(HistoryPoint point) {
        return new Point(hours(point.at()), point.cumulativeMg().doubleValue());
    }

    private List<Gap> gaps() {
        return record.gaps().stream()
                .filter(gap -> gap.start().isBefore(last()))
                .map(this::gap)
                .toList();
    }

    private Gap gap(GapRow gap) {
        double end = hours(last());
        return new Gap(
                Math.min(hours(gap.start()), end), Math.min(hours(gap.end().orElse(last())), end), Marks.GAP);
    }
}
