package vigil.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigil.export.PlotStack.Axis;
import vigil.export.PlotStack.Band;
import vigil.export.PlotStack.Line;
import vigil.export.PlotStack.Plot;
import vigil.export.PlotStack.Point;
import vigil.export.PlotStack.Style;
import vigil.export.PlotStack.Tick;
import vigil.session.ObservationSet;
import vigil.session.VitalSign;
import vigil.store.SessionRecord.ObservationRow;

/**
 * Sedation, respiratory rate, SpO2, heart rate and systolic pressure against the minutes since t0, one panel each, with the
 * early-warning bands hatched and lettered. A value that was not taken leaves the line open.
 */
final class ObservationPlots {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Axis NONE = new Axis(0, 1, List.of());

    private final PrintWords words;
    private final List<FourHourRow> rows;
    private final Duration observation;

    ObservationPlots(PrintWords words, List<FourHourRow> rows, Duration observation) {
        this.words = words;
        this.rows = rows;
        this.observation = observation;
    }

    PlotStack stack() {
        return new PlotStack(
                "",
                words.text("plot.observations"),
                new Axis(0, minutes(observation), dueTicks()),
                words.text("plot.minutes"),
                List.of(
                        plot(
                                "sedation",
                                11,
                                sedationAxis(),
                                List.of(new Band(2.5, 3.4, "E")),
                                set -> Optional.of(set.sedation())),
                        plot(
                                "rr",
                                21,
                                axis(4, 40, 10, 20, 30),
                                VitalSign.RESPIRATORY_RATE,
                                set -> set.vitals().respiratoryRatePerMin()),
                        plot(
                                "spo2",
                                17,
                                axis(80, 100.5, 85, 90, 95),
                                VitalSign.SPO2,
                                set -> set.vitals().spo2Percent()),
                        plot(
                                "hr",
                                23,
                                axis(35, 165, 50, 100, 150),
                                VitalSign.HEART_RATE,
                                set -> set.vitals().heartRatePerMin()),
                        plot(
                                "systolic",
                                23,
                                axis(70, 208, 100, 150, 200),
                                VitalSign.SYSTOLIC,
                                set -> set.vitals().systolicMmHg())));
    }

    private List<Tick> dueTicks() {
        return FourHourRow.dueMinutes(observation).stream()
                .map(minute -> new Tick(minute, Integer.toString(minute)))
                .toList();
    }

    private static Axis sedationAxis() {
        return axis(-0.4, 3.4, 0, 1, 2, 3);
    }

    private static Axis axis(double low, double high, int... ticks) {
        List<Tick> labelled = new ArrayList<>();
        for (int tick : ticks) {
            labelled.add(new Tick(tick, Integer.toString(tick)));
        }
        return new Axis(low, high, labelled);
    }

    private Plot plot(
            String key, int heightMm, Axis axis, VitalSign sign, Function<ObservationSet, Optional<Integer>> value) {
        return plot(key, heightMm, axis, EarlyWarningBands.between(sign, axis.low(), axis.high()), value);
    }

    private Plot plot(
            String key, int heightMm, Axis axis, List<Band> bands, Function<ObservationSet, Optional<Integer>> value) {
        return new Plot(
                words.text("plot." + key),
                words.text("plot." + key + ".unit"),
                heightMm,
                axis,
                NONE,
                bands,
                List.of(new Line(Style.DOTTED_POINTS, runs(axis, value))),
                List.of());
    }

    private List<List<Point>> runs(Axis axis, Function<ObservationSet, Optional<Integer>> value) {
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (FourHourRow row : rows) {
            Optional<Point> point = row.done().flatMap(done -> point(axis, done, value));
            if (point.isPresent()) {
                run.add(point.get());
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    /** A value off the scale is drawn at its edge: the table holds the number, and a lost point would look like calm. */
    private Optional<Point> point(Axis axis, ObservationRow done, Function<ObservationSet, Optional<Integer>> value) {
        return value.apply(done.set())
                .map(number -> new Point(
                        Math.clamp(minutes(done.fromT0().orElse(Duration.ZERO)), 0, minutes(observation)),
                        Math.clamp(number, axis.low(), axis.high())));
    }

    private static double minutes(Duration since) {
        return since.toSeconds() / SECONDS_PER_MINUTE;
    }
}
