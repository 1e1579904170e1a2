import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The laid-out program for hours, drawn into memory, on a pump that tells ten values a second over a cable that is pulled
 * and put back, with somebody going through the views. Once a minute its memory, threads, handles and pulses are written
 * to {@code soak.csv}; at the end the record is verified and the slopes of the second half are judged. Linux only. Run by
 * {@code mvn verify -Psoak -Dhours=N}; ends with status 1 when something grows.
 */
public final class Soak {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HEAD =
            "hour,rss_mb,anon_mb,heap_live_mb,threads,handles,cpu_s,values_told,keys,pulses,pulse_p50_ms,pulse_p99_ms,pulse_max_ms,longest_wait_ms";
    /** The target of 1 MB a day is one at one value a second; here a day of it passes in a tenth of the time. */
    private static final double MOST_MB_PER_HOUR = 10.0 / 24;

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Path jcmd = java.resolveSibling("jcmd");
    private final Path options;
    private final Path image;
    private final Path out;

    private Soak(Path options, Path image, Path out) {
        this.options = options;
        this.image = image;
        this.out = out;
    }

    /** Arguments: the folder of the JVM's options, the folder with {@code javafx} and {@code lib}, an empty one, hours. */
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[2]).toAbsolutePath());
        Soak soak = new Soak(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), out);
        boolean passed = soak.run(Math.round(Double.parseDouble(args[3]) * 60));
        System.exit(passed ? 0 : 1);
    }

    /** What was measured at one moment; a figure of the pulses is what {@link ConsoleRobot} has written. */
    private record Sample(
            double hours, double rssMb, double anonMb, double heapMb, int threads, int handles, double cpuS, String rest) {
        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%.4f,%.1f,%.1f,%.3f,%d,%d,%.1f,%s",
                    hours,
                    rssMb,
                    anonMb,
                    heapMb,
                    threads,
                    handles,
                    cpuS,
                    rest);
        }
    }

    private boolean run(long minutes) throws Exception {
        Path data = Files.createDirectories(out.resolve("data"));
        Path port = out.resolve("pump");
        TenfoldPump pump = new TenfoldPump(port);
        Thread device = new Thread(pump, "pump");
        device.setDaemon(true);
        device.start();
        admit(data, port);
        Files.writeString(data.resolve("vigil.properties"), "pump.model = bcc\npump.port = %s\nplasma = on\n".formatted(port));
        Process console = console(data);
        List<Sample> samples = new ArrayList<>();
        try {
            Path csv = out.resolve("soak.csv");
            Files.writeString(csv, HEAD + "\n");
            long start = System.nanoTime();
            while (samples.size() < minutes && !console.waitFor(MINUTE.toSeconds(), TimeUnit.SECONDS)) {
                Sample sample = sample(console.pid(), start, pump.answers());
                samples.add(sample);
                Files.writeString(csv, sample.line() + "\n", StandardOpenOption.APPEND);
            }
        } finally {
            console.destroy();
            if (!console.waitFor(1, TimeUnit.MINUTES)) {
                console.destroyForcibly();
            }
        }
        boolean whole = samples.size() == minutes && console.exitValue() != 1;
        System.out.println(whole ? "The console ran to the end." : "The console ended by itself: see console.log");
        return judged(samples) & verified(data) & whole;
    }

    /** A patient on the pump, as a nurse would enter one; the console goes on with that session. */
    private void admit(Path data, Path port) throws Exception {
        Process recorder = program(
                        List.of(),
                        "vigil.Main",
                        "record",
                        "--pump",
                        "bcc",
                        "--port",
                        port.toString(),
                        "--weight",
                        "70",
                        "--concentration",
                        "5",
                        "--jsonl",
                        "--data",
                        data.toString())
                .redirectError(out.resolve("record.log").toFile())
                .start();
        try (BufferedReader lines = recorder.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains("doseRateMgPerKgPerH\":")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException("no reading came: see record.log");
            }
            // By its handle: Process.destroy closes the stream that is read here.
            recorder.toHandle().destroy();
            lines.lines().forEach(_ -> {});
        }
        recorder.waitFor();
    }

    private Process console(Path data) throws IOException {
        Path robot = Files.createDirectories(out.resolve("robot"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--module-path",
                        image.resolve("javafx").toString(),
                        "--add-modules",
                        "javafx.graphics",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        robot.toString(),
                        Path.of("src/soak/ConsoleRobot.java").toString());
        if (failed != 0) {
            throw new IOException("ConsoleRobot does not compile");
        }
        ProcessBuilder builder = program(
                List.of(
                        "@" + options.resolve("window.options"),
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dheadless.geometry=1280x800-32",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true"),
                "ConsoleRobot",
                out.resolve("pulses").toString(),
                "--data",
                data.toString());
        // The platform draws into memory; the name only tells the program that a window may be opened.
        builder.environment().put("DISPLAY", ":headless");
        return builder.redirectErrorStream(true)
                .redirectOutput(out.resolve("console.log").toFile())
                .start();
    }

    private ProcessBuilder program(List<String> jvm, String... mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "@" + options.resolve("vigil.options")));
        command.addAll(jvm);
        command.addAll(List.of("-p", image.resolve("javafx").toString()));
        command.addAll(List.of("-cp", image.resolve("lib") + "/*:" + out.resolve("robot")));
        command.addAll(List.of(mainAndArguments));
        return new ProcessBuilder(command);
    }

    private Sample sample(long pid, long start, long told) throws Exception {
        // Counting what is live collects all that is not.
        double heap = histogramBytes(pid) / 1e6;
        Map<String, Double> status = status(pid);
        String[] stat = Files.readString(proc(pid, "stat")).replaceAll("^.*\\) ", "").split(" ", -1);
        Path pulses = out.resolve("pulses");
        return new Sample(
                (System.nanoTime() - start) / 3.6e12,
                status.get("VmRSS") / 1024,
                status.get("RssAnon") / 1024,
                heap,
                status.get("Threads").intValue(),
                handles(pid),
                (Double.parseDouble(stat[11]) + Double.parseDouble(stat[12])) / 100,
                told + "," + (Files.exists(pulses) ? Files.readString(pulses).strip() : "0,0,0,0,0,0"));
    }

    private double histogramBytes(long pid) throws Exception {
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram").start();
        try (BufferedReader lines = asked.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToDouble(line -> Double.parseDouble(line.strip().split(" +", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, Double> status(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(proc(pid, "status"))) {
            return lines.filter(line -> line.matches("(VmRSS|RssAnon|Threads):.*"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> Double.parseDouble(line.replaceAll("[^0-9]", ""))));
        }
    }

    private static int handles(long pid) throws IOException {
        try (Stream<Path> open = Files.list(proc(pid, "fd"))) {
            return (int) open.count();
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }

    private boolean verified(Path data) throws Exception {
        int status = program(List.of(), "vigil.Main", "verify", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("verify.log").toFile())
                .start()
                .waitFor();
        System.out.println(status == 0 ? "The record is whole." : "The record is not whole: see verify.log");
        return status == 0;
    }

    private static boolean judged(List<Sample> samples) {
        List<Sample> half = samples.subList(samples.size() / 2, samples.size());
        if (half.size() < 3) {
            System.out.println("Too short to judge.");
            return false;
        }
        System.out.printf(Locale.ROOT, "Second half, %d samples:%n", half.size());
        System.out.println("| What | First | Last | Slope per hour | Its standard error | Limit | |");
        System.out.println("|---|---|---|---|---|---|---|");
        return judged("resident memory, MB", half, Sample::rssMb, MOST_MB_PER_HOUR)
                & judged("heap after a collection, MB", half, Sample::heapMb, MOST_MB_PER_HOUR)
                & judged("threads", half, Sample::threads, 1)
                & judged("file handles", half, Sample::handles, 1);
    }

    private static boolean judged(String what, List<Sample> samples, ToDoubleFunction<Sample> of, double limit) {
        Slope slope = Slope.of(samples.stream()
                .map(sample -> new Slope.Point(sample.hours(), of.applyAsDouble(sample)))
                .toList());
        Slope.Verdict verdict = slope.against(limit);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.2f | %.2f | %s |%n",
                what,
                of.applyAsDouble(samples.getFirst()),
                of.applyAsDouble(samples.getLast()),
                slope.perHour(),
                slope.error(),
                limit,
                switch (verdict) {
                    case FLAT -> "flat";
                    case NOT_KNOWN -> "**not known**: moves too much for so short a time";
                    case GROWS -> "**grows**";
                });
        return verdict != Slope.Verdict.GROWS;
    }
}
