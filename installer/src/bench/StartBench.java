import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How soon the installed console shows its first frame and its first live value after the command, on a display that runs already,
 * beside an empty window of the same Java with a cache of its own. The console goes on with a session on a simulated pump, and
 * each run is a new process. Linux only; not a test: nothing here passes or fails.
 *
 * <pre>DISPLAY=:1 java src/bench/StartBench.java target/package/image/vigil 10</pre>
 */
final class StartBench {
    private static final String FRAME = "first frame";
    private static final String VALUE = "first live value";
    private static final int PATIENCE_S = 120;

    private final Path image;
    private final Path scratch;
    private final Map<String, List<Double>> figures = new TreeMap<>();

    private StartBench(Path image, Path scratch) {
        this.image = image;
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory("vigil-start");
        try {
            new StartBench(Path.of(arguments[0]).toAbsolutePath(), scratch).run(Integer.parseInt(arguments[1]));
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(int runs) throws Exception {
        List<String> empty = emptyWindow();
        Process pump = quiet(scratch.resolve("pump"), "simulate", "--pump", "bcc", "--pty", "--rate", "7");
        try {
            Path data = session();
            List<String> console = List.of(program(), "--data", data.toString());
            for (int i = 0; i <= runs; i++) {
                // The first of each reads everything from the disk and is left out.
                one("empty window", empty, FRAME, i > 0);
                one("console", console, VALUE, i > 0);
            }
        } finally {
            pump.destroy();
        }
        System.out.printf(Locale.ROOT, "Load %s%n%n", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        System.out.println("| What | Median | Lowest | Highest |\n|---|---|---|---|");
        figures.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f |%n",
                    what,
                    sorted.get(sorted.size() / 2),
                    sorted.getFirst(),
                    sorted.getLast());
        });
    }

    private void one(String who, List<String> command, String last, boolean counts) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GDK_GL", "disable", "JAVA_TOOL_OPTIONS", "-Dvigil.trace.start=DEBUG"));
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (String what : List.of(FRAME, VALUE)) {
                    if (counts && line.contains(what)) {
                        add(who + ": command to " + what + ", s", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
                    }
                }
                if (line.contains(last)) {
                    break;
                }
            }
            if (counts) {
                add(who + ": processor time until then, s", processorTime(process));
            }
        } finally {
            stop(process);
        }
    }

    private void add(String what, double figure) {
        figures.computeIfAbsent(what, _ -> new ArrayList<>()).add(figure);
    }

    private static double processorTime(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
    }

    private String program() {
        return image.resolve("bin/vigil").toString();
    }

    private Process quiet(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(Files.createFile(output).toFile())
                .start();
    }

    private Path session() throws IOException, InterruptedException {
        Path data = scratch.resolve("data");
        Path readings = scratch.resolve("readings");
        String port = await(scratch.resolve("pump"), "\n").lines().findFirst().orElseThrow();
        Process record = quiet(
                readings, "record", "--pump", "bcc", "--port", port, "--weight", "70", "--concentration", "5", "--jsonl", "--data",
                data.toString());
        await(readings, "doseRateMgPerKgPerH\":0.5");
        stop(record);
        Files.writeString(data.resolve("vigil.properties"), "pump.model = bcc\npump.port = %s\n".formatted(port));
        return data;
    }

    private static String await(Path file, String text) throws IOException, InterruptedException {
        for (int s = 0; s < PATIENCE_S && !Files.readString(file).contains(text); s++) {
            TimeUnit.SECONDS.sleep(1);
        }
        return Files.readString(file);
    }

    /** Compiled, and its cache made, as the program's own is. */
    private List<String> emptyWindow() throws IOException, InterruptedException {
        Path classes = Files.createDirectories(scratch.resolve("empty"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "--add-modules", "javafx.controls", "--system",
                        image.resolve("lib/runtime").toString(), "src/bench/EmptyWindow.java");
        if (status != 0) {
            throw new IOException("the empty window cannot be compiled");
        }
        Path jar = scratch.resolve("empty.jar");
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "cf", jar.toString(), "-C",
                        classes.toString(), ".")
                .inheritIO()
                .start()
                .waitFor();
        Path cache = scratch.resolve("empty.aot");
        one("training", empty(jar, "-XX:AOTCacheOutput=" + cache), FRAME, false);
        return empty(jar, "-XX:AOTCache=" + cache);
    }

    private List<String> empty(Path jar, String cache) {
        Path app = image.resolve("lib/app");
        return List.of(
                image.resolve("lib/runtime/bin/java").toString(),
                "@" + app.resolve("vigil.options"),
                "@" + app.resolve("window.options"),
                cache,
                "-cp",
                jar.toString(),
                "EmptyWindow");
    }
}
