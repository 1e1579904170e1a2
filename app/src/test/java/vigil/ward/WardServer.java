package vigil.ward;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with TLS and client certificates, started once for all tests of this package; each test makes a database
 * of its own.
 */
public final class WardServer {
    public static final WardServer SHARED = started("shared");

    private final TestAuthority authority;
    private EmbeddedPostgres postgres;
    private final Path folder;
    private final AtomicInteger databases = new AtomicInteger();

    private WardServer(TestAuthority authority, EmbeddedPostgres postgres, Path folder) {
        this.authority = authority;
        this.postgres = postgres;
        this.folder = folder;
    }

    private static WardServer started(String name) {
        try {
            return start(Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "ward-" + name));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    /** One of its own, for a test that kills it. */
    public static WardServer start(Path folder) throws IOException {
        TestAuthority authority = new TestAuthority(folder.resolve("ca"), "hospital");
        authority.issue("localhost");
        Files.writeString(folder.resolve("pg_hba.conf"), """
                local   all all trust
                host    all postgres 127.0.0.1/32 trust
                host    all postgres ::1/128 trust
                host    replication postgres 127.0.0.1/32 trust
                host    replication postgres ::1/128 trust
                hostssl all all 127.0.0.1/32 cert
                hostssl all all ::1/128 cert
                """, StandardCharsets.US_ASCII);
        return new WardServer(
                authority, postgres(folder, folder.resolve("binaries"), folder.resolve("data"), 0), folder);
    }

    /** {@code port}: 0 for any that is free. */
    private static EmbeddedPostgres postgres(Path folder, Path binaries, Path data, int port) throws IOException {
        Path ca = folder.resolve("ca");
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "1100")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", ca.resolve("localhost.crt").toString())
                .setServerConfig("ssl_key_file", ca.resolve("localhost.pem").toString())
                .setServerConfig("ssl_ca_file", ca.resolve("hospital.crt").toString())
                .setServerConfig("ssl_min_protocol_version", "TLSv1.3")
                .setServerConfig("hba_file", folder.resolve("pg_hba.conf").toString())
                .start();
    }

    private List<ProcessHandle> processes() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"), StandardCharsets.US_ASCII)
                .getFirst()
                .strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    /** Of all processes that run now. */
    Duration processorTime() throws IOException {
        return processes().stream()
                .flatMap(it -> it.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Every process of the server, at once and without a word. */
    public void kill() throws IOException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Starts it again on the same port, after {@link #kill}. */
    public void again() throws IOException {
        int port = port();
        postgres.close();
        postgres = postgres(folder, folder.resolve("binaries"), folder.resolve("data"), port);
    }

    /** What is done to its files while it is stopped in order. */
    interface Work {
        void run() throws IOException;
    }

    /** Stops it in order, and goes on afterwards on the same port. */
    void pause(Work work) throws IOException {
        int port = port();
        postgres.close();
        work.run();
        postgres = postgres(folder, folder.resolve("binaries"), folder.resolve("data"), port);
    }

    /** A second server with the same certificates on other files. */
    EmbeddedPostgres another(Path binaries, Path data) throws IOException {
        return postgres(folder, binaries, data, 0);
    }

    public TestAuthority authority() {
        return authority;
    }

    Path folder() {
        return folder;
    }

    public int port() {
        return postgres.getPort();
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** A new ward with the rooms 12 and 14 and one station, which have certificates. */
    public synchronized String database() throws IOException, SQLException {
        if (databases.get() == 0) {
            execute("postgres", "CREATE DATABASE template");
            WardSchema schema = new WardSchema(WardAddress.parse(administrator("template")));
            schema.make();
            for (String room : List.of("12", "14")) {
                authority.issue("bedside-" + room);
                schema.admit(room, "bedside-" + room);
            }
            authority.issue("station-1");
            schema.admitStation("station-1");
        }
        String name = "ward" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE %s TEMPLATE template".formatted(name));
        return name;
    }

    /** As its administrator. */
    public String administrator(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port(), database);
    }

    /** With the certificate of that name. */
    public String url(String database, String commonName) {
        return url(database, commonName, port());
    }

    /** The same through a line that ends at that port. */
    public String url(String database, String commonName, int port) {
        return "jdbc:postgresql://localhost:%d/%s?%s".formatted(port, database, authority.proof(commonName));
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(administrator(database));
    }

    /** As its administrator. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
