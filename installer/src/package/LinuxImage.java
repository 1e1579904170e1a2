import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Started by a shell script, with the options of a checkout's launcher: jpackage's own launcher has one list of options for all
 * commands, and asks rpm and dpkg at each start whose file it is.
 */
final class LinuxImage implements Image {
    private final Path work;
    private final Path root;

    LinuxImage(Path work, Path root) {
        this.work = work;
        this.root = root;
    }

    @Override
    public void make() throws Exception {
        Files.createDirectories(root.resolve("lib"));
        Pack.call("cp", "-a", work.resolve("runtime").toString(), root.resolve("lib/runtime").toString());
        Pack.call("cp", "-a", work.resolve("jars").toString(), app().toString());
        for (String options : List.of(Pack.OPTIONS, Pack.WINDOW_OPTIONS)) {
            Files.copy(Path.of("src/main/jvm", options), app().resolve(options));
        }
        // In lists of processes, and where a port's holder is named, the program goes by its own name.
        Files.createSymbolicLink(java().resolveSibling("vigil"), Path.of("java"));
        serialLibrary();
        command();
    }

    @Override
    public Path app() {
        return root.resolve("lib/app");
    }

    @Override
    public Path java() {
        return root.resolve("lib/runtime/bin/java");
    }

    @Override
    public List<String> windowOptions() {
        return List.of(
                "@" + app().resolve(Pack.OPTIONS),
                "@" + app().resolve(Pack.WINDOW_OPTIONS),
                "-Dvigil.serial.library=" + app().resolve("serial"));
    }

    @Override
    public String classPath() throws IOException {
        return classPath(app().toString());
    }

    private String classPath(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(work.resolve("jars"))) {
            return jars.map(jar -> folder + "/" + jar.getFileName()).sorted().collect(Collectors.joining(":"));
        }
    }

    private void command() throws IOException {
        Path command = Files.createDirectories(root.resolve("bin")).resolve("vigil");
        String text = Files.readString(Path.of("src/main/linux/vigil.sh"));
        Files.writeString(command, text.replace("@CLASS_PATH@", classPath("$app")));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Beside the program, so that nothing is unpacked at run time, where another user could exchange it. */
    private void serialLibrary() throws IOException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "armv8_64" : "x86_64";
        Path jar;
        try (Stream<Path> jars = Files.list(work.resolve("lib"))) {
            jar = jars.filter(file -> file.getFileName().toString().startsWith("jSerialComm-"))
                    .findFirst()
                    .orElseThrow();
        }
        Path target = Files.createDirectories(app().resolve("serial")).resolve("libjSerialComm.so");
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.copy(files.getPath("Linux", arch, "libjSerialComm.so"), target);
        }
    }
}
