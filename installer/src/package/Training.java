import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets the JVM of the image write down what a start of the console loads, as its cache for a fast start (JEP 483, 514, 515): the
 * console goes on with a session on a simulated pump, as after a restart at the bedside, and nothing else, since whatever is
 * loaded besides makes the cache larger and each start slower. On the real window toolkit where there is a virtual display,
 * because a cache made on the drawing platform lacks the toolkit's classes. Where there is no pseudo-terminal it is the demo.
 */
final class Training {
    private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");
    private static final int PATIENCE_S = 120;
    /** Writing the cache takes ten seconds, and minutes on a machine that does much else. */
    private static final int WRITING_S = 900;

    private static final int AFTER_FIRST_VALUE_S = 15;

    private final Image image;
    private final Path log;

    Training(Image image, Path log) {
        this.image = image;
        this.log = log;
    }

    /** Writes the cache beside the jars, where the program looks for it; without one it only starts slower. */
    void run() throws IOException, InterruptedException {
        Path cache = image.app().resolve("vigil.aot");
        train(cache);
        if (!Files.exists(cache)) {
            System.err.println("installer: no cache for a fast start was made; see target/package/image/training.log");
        }
    }

    private void train(Path cache) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("vigil-training");
        List<String> command = new ArrayList<>();
        boolean display = System.getenv("DISPLAY") != null || Pack.installed("xvfb-run").isPresent();
        if (System.getenv("DISPLAY") == null && display) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x800x24"));
        }
        command.addAll(java());
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dvigil.trace.start=DEBUG"));
        // What ran how often is of no use to the quick compiler: 2.6 MB less.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        if (!display) {
            System.err.println("installer: no virtual display (xvfb); the cache is made on the drawing platform");
            command.addAll(List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1280x800-32",
                    "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", image.classPath(), "vigil.Main"));
        Optional<Process> pump = Optional.empty();
        if (LINUX) {
            Process simulated = vigil(scratch.resolve("pump"), "simulate", "--pump", "bcc", "--pty", "--rate", "7");
            pump = Optional.of(simulated);
            command.addAll(List.of("--data", session(scratch).toString()));
        } else {
            command.addAll(List.of("demo", "--speed", "3600", "--out", scratch.resolve("out").toString()));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(display ? Map.of("GDK_GL", "disable") : Map.of("DISPLAY", ":unseen"));
        end(builder.start());
        pump.ifPresent(Process::destroy);
        Pack.remove(scratch);
    }

    /** A data directory with a session that the simulated pump goes on with. */
    private Path session(Path scratch) throws IOException, InterruptedException {
        Path data = scratch.resolve("data");
        Path readings = scratch.resolve("readings");
        await(scratch.resolve("pump"), "\n");
        String port = Files.readAllLines(scratch.resolve("pump")).getFirst();
        Process record = vigil(
                readings, "record", "--pump", "bcc", "--port", port, "--weight", "70", "--concentration", "5", "--jsonl", "--data",
                data.toString());
        await(readings, "doseRateMgPerKgPerH\":0.5");
        record.destroy();
        record.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        Files.writeString(data.resolve("vigil.properties"), "pump.model = bcc\npump.port = %s\n".formatted(port));
        return data;
    }

    private Process vigil(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-cp", image.classPath(), "vigil.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(Files.createFile(output).toFile())
                .start();
    }

    private static void await(Path file, String text) throws IOException, InterruptedException {
        for (int s = 0; s < PATIENCE_S && !Files.readString(file).contains(text); s++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void end(Process process) throws IOException, InterruptedException {
        for (int s = 0; s < PATIENCE_S && process.isAlive() && !Files.readString(log).contains("first live value"); s++) {
            process.waitFor(1, TimeUnit.SECONDS);
        }
        process.waitFor(AFTER_FIRST_VALUE_S, TimeUnit.SECONDS);
        // xvfb-run waits for its child, so the child is told to end; it writes the cache when it does.
        process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .forEach(ProcessHandle::destroy);
        if (process.info().command().orElse("").endsWith("java")) {
            process.destroy();
        }
        process.waitFor(WRITING_S, TimeUnit.SECONDS);
    }

    private List<String> java() throws IOException {
        List<String> command = new ArrayList<>(List.of(image.java().toString()));
        command.addAll(image.windowOptions());
        return command;
    }
}
