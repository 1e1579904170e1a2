package vigil;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vigil.pump.PumpModel;

/**
 * The real program as a process of its own, with the test's class path and the log settings of the shipped program. What
 * it prints is read line by line, each wait with a deadline. Closing it kills it.
 */
public final class Program implements AutoCloseable {
    /** Longer than anything takes on a machine that does much else; a test that reaches it has failed. */
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Dvigil.log.own=true",
            "-cp",
            System.getProperty("java.class.path"),
            "vigil.Main");

    /** How a program ended and what it had printed that nobody read before. */
    public record Ended(int status, List<String> out, List<String> err) {}

    private final Process process;
    private final Output out;
    private final Output err;

    private Program(Process process) {
        this.process = process;
        this.out = new Output(process.inputReader());
        this.err = new Output(process.errorReader());
    }

    /** Starts {@code vigil} with these arguments and no display. */
    public static Program start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "VIGIL_DATA", "JAVA_TOOL_OPTIONS"));
        return new Program(builder.start());
    }

    /** Starts {@code vigil} on a machine that has no place from which its serial library could be loaded. */
    static Program startWithoutSerialLibrary(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(
                1,
                List.of(
                        "-Dvigil.serial.library=/proc",
                        "-Djava.io.tmpdir=/dev/null/none",
                        "-Duser.home=/dev/null/none"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "VIGIL_DATA", "JAVA_TOOL_OPTIONS"));
        return new Program(builder.start());
    }

    /**
     * Starts {@code vigil} in a world of its own: working directory, home and temporary files lie below {@code folder},
     * and the options that keep memory off the disk are those of the shipped program.
     */
    static Program startIn(Path folder, String... arguments) throws IOException {
        return startIn(folder, Map.of(), arguments);
    }

    /** The same with what else its environment says. */
    static Program startIn(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(
                1,
                List.of(
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        "-Duser.home=" + Files.createDirectories(folder.resolve("home")),
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-Dvigil.trace.start=DEBUG",
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dprism.order=sw"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "VIGIL_DATA", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    /** The command line of the process, as every user of the machine can see it. */
    String commandLine() {
        return process.info().commandLine().orElse("")
                + List.of(process.info().arguments().orElse(new String[0]));
    }

    /** No thread of it runs any more until {@link #thaw}. */
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** As a native library that goes wrong: the JVM writes what it knows about it and ends. */
    void crash() throws Exception {
        signal("SEGV");
        process.waitFor();
    }

    /** Runs {@code vigil} with these arguments to its end. */
    public static Ended run(String... arguments) throws Exception {
        try (Program program = start(arguments)) {
            return program.ended();
        }
    }

    /** A simulated BCC pump on a free TCP port of this machine, serving. */
    public static Simulated simulate(String... more) throws Exception {
        return simulate(PumpModel.BCC, more);
    }

    /** A simulated pump of that model on a free TCP port of this machine, serving. */
    public static Simulated simulate(PumpModel model, String... more) throws Exception {
        return Simulated.from(
                program(List.of("simulate", "--pump", model.wireName(), "--listen", "tcp://127.0.0.1:0"), more));
    }

    /** A simulated BCC pump on a new pseudo-terminal, serving. */
    public static Simulated simulateOnTerminal(String... more) throws Exception {
        return Simulated.from(program(List.of("simulate", "--pump", "bcc", "--pty"), more));
    }

    private static Program program(List<String> first, String... more) throws IOException {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return start(all.toArray(String[]::new));
    }

    /** A TCP port that nothing listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * A running simulator.
     *
     * @param port what {@code record --port} takes
     */
    public record Simulated(Program program, String port) implements AutoCloseable {
        private static Simulated from(Program program) throws Exception {
            return new Simulated(program, program.line());
        }

        @Override
        public void close() {
            program.close();
        }
    }

    /** The next line on standard output; fails if there is none in time. */
    public String line() throws InterruptedException {
        return lineWhere(_ -> true);
    }

    /** The next line that {@code wanted} accepts; what stands before it is read and dropped. */
    public String lineWhere(Predicate<String> wanted) throws InterruptedException {
        return lineWhere(out, wanted);
    }

    /** The same on the error stream, where the log goes. */
    String logged(String part) throws InterruptedException {
        return lineWhere(err, line -> line.contains(part));
    }

    private String lineWhere(Output from, Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        List<String> others = new ArrayList<>();
        while (true) {
            String line = from.next(Duration.ofNanos(end - System.nanoTime()));
            if (line == null) {
                throw new AssertionError("no such line within %s; instead %s and on the error stream %s"
                        .formatted(DEADLINE, others, err.soFar()));
            }
            if (wanted.test(line)) {
                return line;
            }
            others.add(line);
        }
    }

    /** The lines printed until {@code time} has passed. */
    public List<String> linesFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<String> lines = new ArrayList<>();
        String line = out.next(time);
        while (line != null) {
            lines.add(line);
            line = out.next(Duration.ofNanos(end - System.nanoTime()));
        }
        return lines;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** As Ctrl-C or the end of a service. */
    public void stop() {
        process.toHandle().destroy();
    }

    /** As {@code kill -9}: no further instruction is run. What had been printed can still be read: it is returned. */
    public List<String> kill() throws InterruptedException {
        // By its handle: Process.destroyForcibly closes the streams here too, and what was printed would be lost.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return out.rest();
    }

    /** Waits for its end. */
    public Ended ended() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    "still running after %s; it printed %s %s".formatted(DEADLINE, out.soFar(), err.soFar()));
        }
        return new Ended(process.exitValue(), out.rest(), err.rest());
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** One stream, read on a thread of its own so that the program never waits for its reader. */
    private static final class Output {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Thread reader;

        Output(BufferedReader stream) {
            reader = Thread.ofVirtual().start(() -> read(stream));
        }

        private void read(BufferedReader stream) {
            try (stream) {
                stream.lines().forEach(lines::add);
            } catch (UncheckedIOException | IOException killed) {
                lines.add("(cut off: " + killed.getMessage() + ")");
            }
        }

        @Nullable
        String next(Duration patience) throws InterruptedException {
            return lines.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        }

        List<String> soFar() {
            List<String> taken = new ArrayList<>();
            lines.drainTo(taken);
            return taken;
        }

        List<String> rest() throws InterruptedException {
            reader.join();
            return soFar();
        }
    }
}
