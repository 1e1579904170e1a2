package vigil.journal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** A second process of this program with the test's class path. Closing it kills it. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** Starts {@code main} of the test tree. */
    public static ChildJvm running(Class<?> main, String... arguments) throws IOException {
        return running(List.of("-cp", System.getProperty("java.class.path")), main, arguments);
    }

    private static ChildJvm running(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new ChildJvm(started(options, main, arguments));
    }

    private static Process started(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * A main class that starts in a third of the time: its classes stand in one jar and, after it was run once to its end, in
     * an archive that the JVM maps (an archive takes no folders).
     */
    record Quick(Class<?> main, List<String> options) {
        static Quick of(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
            List<String> path = List.of("-cp", jars(Files.createDirectories(folder)));
            Path archive = folder.resolve("classes.jsa");
            List<String> training = Stream.concat(
                            Stream.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"), path.stream())
                    .toList();
            Process process = started(training, main, arguments);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            process.waitFor();
            return new Quick(
                    main,
                    Stream.concat(Stream.of("-XX:SharedArchiveFile=" + archive), path.stream())
                            .toList());
        }

        private static String jars(Path folder) throws IOException {
            List<String> path = new ArrayList<>();
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path classes = Path.of(part);
                path.add(
                        Files.isDirectory(classes)
                                ? jar(classes, folder.resolve(path.size() + ".jar"))
                                        .toString()
                                : part);
            }
            return String.join(File.pathSeparator, path);
        }

        private static Path jar(Path classes, Path jar) throws IOException {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(classes)) {
                out.setLevel(Deflater.NO_COMPRESSION);
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".class")).toList()) {
                    out.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
            return jar;
        }

        ChildJvm running(String... arguments) throws IOException {
            return ChildJvm.running(options, main, arguments);
        }
    }

    /** What it prints. */
    public BufferedReader lines() {
        return lines;
    }

    /** As {@code kill -9}: the process runs no further instruction. What it has printed can still be read. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        lines.close();
    }
}
