package vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The figures of one bench as JSON: what was measured, on which machine and with which Java, and whether a target was met.
 * Written when closed, to {@code bench/NAME.json}, also when the bench broke off, so that what was measured is kept. Needs nothing
 * but Java, because the bench of the laid-out program runs without the class path. Not thread-safe.
 */
public final class Results implements AutoCloseable {
    private final Path file;
    private final String bench;
    private final double loadBefore = load();
    private final List<String> rows = new ArrayList<>();

    /** The figures of {@code bench}, below {@code folder}, which is a build's. */
    public Results(Path folder, String bench) {
        this.bench = bench;
        file = folder.resolve("bench").resolve(bench + ".json");
    }

    /** What was measured once or several times, in {@code unit}; nothing is asked of it. */
    public void add(String name, String unit, double... values) {
        row(name, unit, OptionalDouble.empty(), values);
    }

    /** The same, of which the median is to be at most {@code target}. */
    public void atMost(double target, String name, String unit, double... values) {
        row(name, unit, OptionalDouble.of(target), values);
    }

    private void row(String name, String unit, OptionalDouble target, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        String row = "{\"name\": %s, \"unit\": %s, \"median\": %s, \"lowest\": %s, \"highest\": %s, \"runs\": %d"
                .formatted(
                        text(name),
                        text(unit),
                        number(median),
                        number(sorted.length == 0 ? Double.NaN : sorted[0]),
                        number(sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]),
                        sorted.length);
        rows.add(row + (target.isPresent() ? target(median, target.getAsDouble()) : "") + "}");
    }

    private static String target(double median, double target) {
        return ", \"target\": %s, \"met\": %b".formatted(number(target), median <= target);
    }

    /** JSON has no word for what is not a number. */
    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null";
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String property(String name) {
        return text(System.getProperty(name, ""));
    }

    @Override
    public void close() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {
                  "bench": %s,
                  "machine": {"architecture": %s, "processors": %d, "system": %s, "load_before": %s, "load_after": %s},
                  "java": %s,
                  "virtual_machine": %s,
                  "results": [
                    %s
                  ]
                }
                """
                        .formatted(
                                text(bench),
                                property("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                text(System.getProperty("os.name") + " " + System.getProperty("os.version")),
                                number(loadBefore),
                                number(load()),
                                text(Runtime.version().toString()),
                                property("java.vm.name"),
                                String.join(",\n    ", rows)));
    }
}
