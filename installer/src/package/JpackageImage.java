import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On Windows and macOS, with two native launchers, because one has one list of options: {@code vigil} for the window, and
 * {@code vigil-tool}, the same commands with the optimising compiler for what goes through a whole record at once.
 */
final class JpackageImage implements Image {
    private final String version;
    private final String appVersion;
    private final Path work;
    private final Path root;

    JpackageImage(String version, String appVersion, Path work, Path root) {
        this.version = version;
        this.appVersion = appVersion;
        this.work = work;
        this.root = root;
    }

    @Override
    public void make() throws Exception {
        Path tool = work.resolve("vigil-tool.properties");
        Files.write(tool, List.of("java-options=" + String.join(" ", launched(Pack.OPTIONS)), "win-console=true"));
        List<String> command = new ArrayList<>(List.of(
                Pack.tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                "vigil",
                "--app-version",
                appVersion,
                "--runtime-image",
                work.resolve("runtime").toString(),
                "--input",
                work.resolve("jars").toString(),
                "--main-jar",
                "app-" + version + ".jar",
                "--main-class",
                "vigil.Main",
                "--add-launcher",
                "vigil-tool=" + tool,
                "--dest",
                root.getParent().toString()));
        for (String option : launched(Pack.OPTIONS, Pack.WINDOW_OPTIONS)) {
            command.addAll(List.of("--java-options", option));
        }
        if (Pack.WINDOWS) {
            command.add("--win-console");
        }
        Pack.call(command.toArray(String[]::new));
    }

    @Override
    public Path app() {
        return root.resolve("app");
    }

    @Override
    public Path java() {
        Path home = Pack.WINDOWS ? root.resolve("runtime") : root.resolve("runtime/Contents/Home");
        return home.resolve("bin/java");
    }

    @Override
    public List<String> windowOptions() throws IOException {
        return options(Pack.OPTIONS, Pack.WINDOW_OPTIONS);
    }

    @Override
    public String classPath() throws IOException {
        try (Stream<String> lines = Files.lines(app().resolve("vigil.cfg"))) {
            return lines.filter(line -> line.startsWith("app.classpath="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("$APPDIR", app().toString()))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** A cache that is not there or does not fit is passed over without a word. */
    private static List<String> launched(String... files) throws IOException {
        List<String> options = new ArrayList<>(options(files));
        options.addAll(List.of("-XX:AOTCache=$APPDIR/vigil.aot", "-Xlog:aot=off", "-Xlog:cds=off"));
        return options;
    }

    private static List<String> options(String... files) throws IOException {
        List<String> options = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of("src/main/jvm", file))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    options.add(line.strip().replaceFirst("^(--[a-z-]+) ", "$1="));
                }
            }
        }
        return options;
    }
}
