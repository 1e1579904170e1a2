import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets the JVM of the image write down what a running demo loads, as its cache for a fast start (JEP 483, 514, 515). On the
 * real window toolkit where there is a virtual display, because a cache made on the drawing platform lacks the toolkit's
 * classes.
 */
final class Training {
    private static final int PATIENCE_S = 120;
    /** Writing the cache takes ten seconds, and minutes on a machine that does much else. */
    private static final int WRITING_S = 900;

    private static final int AFTER_FIRST_VALUE_S = 15;

    private final Path image;
    private final Path app;
    private final List<String> options;

    Training(Path image, List<String> options) {
        this.image = image;
        this.app = image.resolve(System.getProperty("os.name").startsWith("Linux") ? "lib/app" : "app");
        this.options = options;
    }

    /** Writes the cache and adds it to what the launcher starts with; without a cache the program only starts slower. */
    void run() throws IOException, InterruptedException {
        Path cache = app.resolve("vigil.aot");
        train(cache);
        if (!Files.exists(cache)) {
            System.err.println("installer: no cache for a fast start was made; see target/package/training.log");
            return;
        }
        Path configuration = app.resolve("vigil.cfg");
        List<String> lines = new ArrayList<>(Files.readAllLines(configuration));
        lines.add("java-options=-XX:AOTCache=$APPDIR/vigil.aot");
        // A cache that does not fit is passed over without a word.
        lines.add("java-options=-Xlog:aot=off");
        lines.add("java-options=-Xlog:cds=off");
        Files.write(configuration, lines);
    }

    private void train(Path cache) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("vigil-training");
        Path log = image.resolveSibling("training.log");
        List<String> command = new ArrayList<>();
        boolean display = System.getenv("DISPLAY") != null || Pack.installed("xvfb-run").isPresent();
        if (System.getenv("DISPLAY") == null && display) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x800x24"));
        }
        command.add(java());
        options.forEach(option -> command.add(option.replace("$APPDIR", app.toString())));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dvigil.trace.start=DEBUG"));
        if (!display) {
            System.err.println("installer: no virtual display (xvfb); the cache is made on the drawing platform");
            command.addAll(List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1280x800-32",
                    "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", classPath(), "vigil.Main", "demo", "--speed", "3600"));
        command.addAll(List.of("--out", scratch.resolve("out").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(display ? Map.of() : Map.of("DISPLAY", ":unseen"));
        end(builder.start(), log);
        Pack.remove(scratch);
    }

    private static void end(Process process, Path log) throws IOException, InterruptedException {
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

    private String java() {
        Path home = System.getProperty("os.name").startsWith("Mac")
                ? image.resolve("runtime/Contents/Home")
                : Files.isDirectory(image.resolve("lib/runtime")) ? image.resolve("lib/runtime") : image.resolve("runtime");
        return home.resolve("bin/java").toString();
    }

    /** As the launcher puts it together. */
    private String classPath() throws IOException {
        List<String> path = new ArrayList<>();
        for (String line : Files.readAllLines(app.resolve("vigil.cfg"))) {
            if (line.startsWith("app.classpath=")) {
                path.add(line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString()));
            } else if (line.startsWith("app.mainjar=")) {
                path.addFirst(line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString()));
            }
        }
        return String.join(java.io.File.pathSeparator, path);
    }
}
