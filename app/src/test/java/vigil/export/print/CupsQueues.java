package vigil.export.print;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A CUPS server of the test's own, on a free port and in a folder of its own; the machine's print service is left alone. A
 * test that needs it is skipped, and says so, where CUPS is not installed or may not be started.
 */
final class CupsQueues implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/cupsd");
    private static final Path PROGRAMS = Path.of("/usr/lib/cups");
    private static final Duration START = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private CupsQueues(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param folder empty, and within reach of every user
     * @param queues what {@code printers.conf} says
     */
    static CupsQueues start(Path folder, String queues) throws IOException {
        assumeThat(SERVER).as("CUPS is installed").isExecutable();
        int port = freePort();
        for (String name : new String[] {"spool", "cache", "run", "temp"}) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("cups-files.conf"), files(folder));
        Files.writeString(folder.resolve("cupsd.conf"), rules(port));
        Files.writeString(folder.resolve("printers.conf"), queues);
        open(folder);
        addBackends(folder.resolve("programs"));
        Process process = new ProcessBuilder(
                        SERVER.toString(),
                        "-f",
                        "-c",
                        folder.resolve("cupsd.conf").toString(),
                        "-s",
                        folder.resolve("cups-files.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        CupsQueues cups = new CupsQueues(process, port);
        await().atMost(START).until(() -> !process.isAlive() || cups.answers());
        assumeThat(process.isAlive()).as("CUPS may be started here").isTrue();
        return cups;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** CUPS gives up its rights for the user lp. */
    private static void open(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setPosixFilePermissions(
                        each, PosixFilePermissions.fromString(Files.isDirectory(each) ? "rwxrwxrwx" : "rw-rw-rw-"));
            }
        }
    }

    /** The way to a network printer, as CUPS has it, and {@code broken:} for a printer that fails every job at once. */
    private static void addBackends(Path programs) throws IOException {
        Path backends = Files.createDirectories(programs.resolve("backend"));
        Files.copy(PROGRAMS.resolve("backend/socket"), backends.resolve("socket"), COPY_ATTRIBUTES);
        Path daemon = Files.createDirectories(programs.resolve("daemon"));
        Files.copy(PROGRAMS.resolve("daemon/cups-exec"), daemon.resolve("cups-exec"), COPY_ATTRIBUTES);
        Path broken =
                Files.writeString(backends.resolve("broken"), "#!/bin/sh\necho ERROR: Out of toner >&2\nexit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String files(Path folder) {
        return """
                SystemGroup root lpadmin
                User lp
                Group lp
                FileDevice Yes
                ServerRoot %1$s
                ServerBin %1$s/programs
                RequestRoot %1$s/spool
                CacheDir %1$s/cache
                StateDir %1$s/run
                TempDir %1$s/temp
                AccessLog %1$s/access
                ErrorLog %1$s/error
                PageLog %1$s/page
                """.formatted(folder);
    }

    private static String rules(int port) {
        return """
                Listen 127.0.0.1:%d
                DefaultAuthType None
                Browsing No
                <Location />
                  Order allow,deny
                  Allow all
                </Location>
                <Policy default>
                  <Limit All>
                    Order deny,allow
                    Allow all
                  </Limit>
                </Policy>
                """.formatted(port);
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(START).until(() -> !process.isAlive());
    }
}
