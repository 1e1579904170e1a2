package vigil.ward;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A second server that follows a {@link WardServer} by streaming replication, asynchronously. */
final class Standby implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Standby(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** From a copy of the files of {@code primary}, which is stopped for that and goes on afterwards. */
    static Standby of(WardServer primary, Path folder) throws IOException {
        Path data = folder.resolve("data");
        primary.pause(() -> copy(primary.folder().resolve("data"), data));
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(primary.port()),
                StandardCharsets.US_ASCII,
                StandardOpenOption.APPEND);
        return new Standby(primary.another(folder.resolve("binaries"), data));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(it -> !it.endsWith("postmaster.pid")).toList();
        }
        for (Path each : all) {
            Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    int port() {
        return postgres.getPort();
    }

    /** Hears no more of its primary, as behind a line that is cut. */
    void fallsBehind() throws SQLException {
        execute("postgres", "ALTER SYSTEM SET primary_conninfo = ''");
        execute("postgres", "SELECT pg_reload_conf()");
    }

    /** Takes over. */
    void takesOver() throws SQLException {
        execute("postgres", "SELECT pg_promote()");
    }

    long number(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port(), database));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
