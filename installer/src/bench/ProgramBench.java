import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vigil.bench.Results;

/**
 * Whole-process figures of the laid-out program: the headless course, its peak memory, and from the start of the JVM to
 * the first live value. Run by {@code mvn verify -Pbench}; prints one Markdown table. Not a test: nothing here passes or
 * fails.
 */
public final class ProgramBench {
    private static final int RUNS = 5;
    private static final int WATCHED_SECONDS = 120;
    private static final List<String> HEADLESS = List.of(
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dheadless.geometry=1280x800-32",
            "-Dprism.order=sw",
            "-Dvigil.trace.start=DEBUG");

    private final Path java;
    private final Path options;
    private final Path image;

    private ProgramBench(Path options, Path image) {
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.options = options;
        this.image = image;
    }

    /** Arguments: the file with the JVM's options, the folder with {@code javafx} and {@code lib}, the build's folder. */
    public static void main(String[] args) throws Exception {
        ProgramBench bench = new ProgramBench(Path.of(args[0]), Path.of(args[1]));
        List<Run> courses = new ArrayList<>();
        List<Run> starts = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            courses.add(bench.course());
            starts.add(bench.console(1, 0));
        }
        Run slow = bench.console(1, WATCHED_SECONDS);
        Run fast = bench.console(60, WATCHED_SECONDS);
        System.out.printf(
                Locale.ROOT,
                "%nMachine: %s, %d cores; JVM %s; %d runs, each a new process.%n%n",
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                RUNS);
        System.out.println("| What | Median | Lowest | Highest |");
        System.out.println("|---|---|---|---|");
        try (Results results = new Results(Path.of(args[2]), "program")) {
            row(results, 20, "planned-course (104.7 h) headless with all exports", "s", courses.stream().map(Run::seconds).toList());
            row(results, Double.NaN, "its peak resident memory", "MB", courses.stream().map(Run::peakMb).toList());
            row(results, 2, "JVM start to first live value in the console", "s", starts.stream().map(Run::seconds).toList());
            row(results, 350, "peak resident memory in its first two minutes", "MB", List.of(slow.peakMb()));
            row(results, 350, "the same at 60 times real time", "MB", List.of(fast.peakMb()));
        }
    }

    private record Run(double seconds, double peakMb) {}

    /** The whole planned course without a screen, to the end of the process. */
    private Run course() throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("vigil-bench");
        long start = System.nanoTime();
        Process process = start(out, List.of(), "--headless");
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMb(process));
        }
        double seconds = since(start);
        remove(out);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the course ended with " + process.exitValue());
        }
        return new Run(seconds, peak);
    }

    /** The console on the drawing platform without a display: until its first live value, and its peak memory by the end. */
    private Run console(int speed, int seconds) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("vigil-bench");
        long start = System.nanoTime();
        Process process = start(out, HEADLESS, "--speed", Integer.toString(speed));
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains("first live value")) {
                line = lines.readLine();
            }
            double firstValue = line == null ? Double.NaN : since(start);
            process.waitFor(seconds, TimeUnit.SECONDS);
            return new Run(firstValue, line == null ? Double.NaN : peakMb(process));
        } finally {
            process.destroyForcibly().waitFor();
            remove(out);
        }
    }

    private Process start(Path out, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "@" + options));
        command.addAll(jvm);
        Path cache = image.resolve("vigil.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of(
                "-p", image.resolve("javafx").toString(), "-cp", image.resolve("lib") + "/*", "vigil.Main", "demo"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--out", out.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (!jvm.isEmpty()) {
            // The platform draws into memory; the name only tells the program that a window may be opened.
            builder.environment().put("DISPLAY", ":headless");
        }
        return builder.start();
    }

    private static double since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private static double peakMb(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException _) {
            // The process has just ended; the figure before this one stands.
            return 0;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void row(Results results, double target, String what, String unit, List<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (Double.isNaN(target)) {
            results.add(what, unit, all);
        } else {
            results.atMost(target, what, unit, all);
        }
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.2f | %.2f | %.2f |%n",
                what,
                unit,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast());
    }
}
