package vigil.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return running(List.of(), main, arguments);
    }

    /** The same with options for its Java machine. */
    public static ChildJvm running(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
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

    /** Waits until it has ended by itself; its exit status. */
    public int status() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
        kill();
        lines.close();
    }
}
