import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes what is installed, out of what Maven has laid out: an application image with a runtime of its own everywhere; of it a
 * .deb and, where there is rpmbuild, an .rpm on Linux, an .msi on Windows, a .dmg on macOS. Run by the JDK that built the
 * program, since the cache for a fast start fits that JDK only.
 *
 * <pre>java -cp 'target/package/lib/*' src/package/Pack.java VERSION TIMESTAMP</pre>
 */
final class Pack {
    /** What the program and its libraries use of the JDK; the smoke test of the installed program would miss one. */
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.scripting",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.unsupported",
            "jdk.zipfs",
            "javafx.controls",
            "javafx.swing");

    /** Options of every command, and those for a window besides; the launcher of a checkout uses the same. */
    static final String OPTIONS = "vigil.options";

    static final String WINDOW_OPTIONS = "window.options";

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean LINUX = SYSTEM.contains("linux");
    static final boolean WINDOWS = SYSTEM.contains("windows");

    private final String version;
    private final Instant made;
    private final Path work = Path.of("target", "package").toAbsolutePath();
    private final Path jars = work.resolve("jars");
    private final Path root = work.resolve("image").resolve("vigil");
    private final Path packages = work.resolve("packages");

    private Pack(String version, Instant made) {
        this.version = version;
        this.made = made;
    }

    public static void main(String[] arguments) throws Exception {
        new Pack(arguments[0], instant(arguments[1])).run();
    }

    /** Maven's output timestamp: a date, or seconds as in SOURCE_DATE_EPOCH. */
    private static Instant instant(String text) {
        return text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : Instant.parse(text);
    }

    private void run() throws Exception {
        for (String folder : List.of("modules", "runtime", "jars", "image", "packages", "deb")) {
            remove(work.resolve(folder));
        }
        Files.createDirectories(packages);
        runtime();
        new Slimming(work.resolve("lib")).into(Files.createDirectories(jars), LINUX);
        Image image = image();
        image.make();
        new Licences(work.resolve("lib"), work.resolve("sbom").resolve("vigil.cdx.json"), root.resolve("legal")).write();
        settle(root);
        new Training(image, work.resolve("image").resolve("training.log")).run();
        settle(root);
        packages();
        hashes();
    }

    // The runtime: the JDK's modules and JavaFX's, their native libraries beside the JVM's own, so that nothing is unpacked
    // into a user's folder at the first start.
    private void runtime() throws Exception {
        Path modules = Files.createDirectories(work.resolve("modules"));
        Path natives = Files.createDirectories(work.resolve("natives"));
        try (Stream<Path> jars = Files.list(work.resolve("javafx"))) {
            for (Path jar : jars.filter(Pack::hasClasses).toList()) {
                split(jar, modules.resolve(jar.getFileName()), natives);
            }
        }
        call(
                tool("jlink"),
                "--module-path",
                modules.toString(),
                "--add-modules",
                MODULES,
                "--include-locales=en,de",
                "--no-header-files",
                "--no-man-pages",
                "--strip-debug",
                "--compress=zip-9",
                "--exclude-resources=/java.desktop/**/doc-files/**",
                "--output",
                work.resolve("runtime").toString());
        Path home = work.resolve("runtime").resolve(WINDOWS ? "bin" : "lib");
        try (Stream<Path> libraries = Files.list(natives)) {
            for (Path library : libraries.toList()) {
                Files.copy(library, home.resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // Pictures before a program starts, of which this one has none; sorting of long arrays of numbers by the optimising
        // compiler, which goes without it where it is not there.
        for (String unused : List.of("splashscreen", "simdsort")) {
            Files.deleteIfExists(home.resolve(System.mapLibraryName(unused)));
        }
        if (LINUX && installed("strip").isPresent()) {
            withoutLocalSymbols(home);
        }
    }

    /** Names of the libraries' own functions, which only a debugger reads: 6 MB. What is exported keeps its name. */
    private static void withoutLocalSymbols(Path home) throws Exception {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        try (Stream<Path> files = Files.walk(home)) {
            files.map(Path::toString).filter(name -> name.endsWith(".so")).sorted().forEach(command::add);
        }
        call(command.toArray(String[]::new));
    }

    /** The artifact without a platform in its name holds no class. */
    private static boolean hasClasses(Path jar) {
        return jar.getFileName().toString().matches(".*-(linux|win|mac)(-[a-z0-9]+)?\\.jar");
    }

    private static void split(Path jar, Path classes, Path natives) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(classes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.matches("[^/]+\\.(so|dll|dylib)")) {
                    Files.copy(in, natives.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                } else if (!entry.isDirectory()) {
                    out.putNextEntry(new ZipEntry(name));
                    in.transferTo(out);
                }
            }
        }
    }

    private Image image() {
        return LINUX ? new LinuxImage(work, root) : new JpackageImage(version, appVersion(), work, root);
    }

    /** macOS refuses a version that begins with 0. */
    private String appVersion() {
        return SYSTEM.contains("mac") && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /**
     * Gives every file the time of the build and takes away everybody's right to write but the owner's. The cache for a fast
     * start holds the times of the jars, and a package keeps whole seconds only.
     */
    private void settle(Path folder) throws IOException {
        FileTime time = FileTime.from(made);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isSymbolicLink(file)) {
                    continue;
                }
                if (posix) {
                    boolean runs = Files.isDirectory(file) || Files.isExecutable(file);
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private void packages() throws Exception {
        if (LINUX) {
            new LinuxPackages(version, made, work, this::settle).make();
        } else {
            call(
                    tool("jpackage"),
                    "--type",
                    WINDOWS ? "msi" : "dmg",
                    "--name",
                    "Vigil",
                    "--app-version",
                    appVersion(),
                    "--app-image",
                    root.toString(),
                    "--license-file",
                    Path.of("..", "LICENSE").toString(),
                    "--dest",
                    packages.toString());
        }
    }

    /** Of every package and of every jar in it, so that two builds can be compared. */
    private void hashes() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path folder : List.of(packages, jars)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    lines.add(sha256(file) + "  " + file.getFileName());
                }
            }
        }
        Files.write(packages.resolve("SHA256SUMS"), lines);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name + (WINDOWS ? ".exe" : "")).toString();
    }

    /** A program of the system, if it is installed. */
    static Optional<Path> installed(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void call(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("%s ended with status %d".formatted(command[0], status));
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Pack::removed);
        }
    }

    private static void removed(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
