package vigil.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FilePath;
import vigil.store.Projection.Progress;
import vigil.store.SessionRecord.JournalHead;

/**
 * The encrypted H2 file {@code sessions.mv.db} of a data directory. Opened in this process only, with no listener and no
 * trace file. Writes reach the disk within ten minutes, not at each commit: durability is the journal's part.
 */
final class Database {
    private static final String FILE_NAME = "sessions";
    private static final String USER = "vigil";
    private static final String MIGRATIONS = "vigil/store/migration";
    /** The scripts that {@link #schemaHash} stands for; a database made by others is made anew. */
    static final List<String> SCRIPTS = List.of(
            "V1__first_light.sql",
            "V20__opioids_and_outcomes.sql",
            "V21__keeping_and_views.sql",
            "V30__people.sql",
            "V31__amendments.sql",
            "V32__lengths_in_force.sql",
            "V33__body_size.sql",
            "V34__setting_changes.sql",
            "V38__entered_in_error.sql",
            "V39__alarm_pages.sql",
            "V41__alarm_days.sql",
            "V42__openings_and_jumps.sql");

    private static final String PREFIX = "jdbc:h2:";
    private static final String SUFFIX = ".mv.db";
    /** Survives the interrupt of a thread that is in the database; {@code file:} would close for all. */
    private static final String FILES = "async:";
    /**
     * No trace file, compressed, written out every ten minutes (H2 default: half a second): each time it writes
     * some 14 KB however little has changed, which in five days wears a disk more than the journal does. Not closed by H2's own
     * exit hook, which would run beside the session thread and shut the file under it: the bedside closes in order, and what
     * a killed program did not write is projected again.
     */
    private static final String SETTINGS =
            ";COMPRESS=TRUE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=600000";

    /** A long sorted result would else go to the system's folder for such files, where nobody encrypts it. */
    private static final String NO_TEMPORARY_FILE = "SET MAX_MEMORY_ROWS " + Integer.MAX_VALUE;

    private final Path directory;
    private final String key;
    private final String url;

    Database(Path directory, String key) {
        this(directory, key, PREFIX + SealedPath.of(FILES + directory.resolve(FILE_NAME), key) + SETTINGS);
    }

    private Database(Path directory, String key, String url) {
        FilePath.register(new SealedPath());
        this.directory = directory;
        this.key = key;
        this.url = url;
    }

    /** The same file to be looked at: nothing is written into it, not even what H2 tidies up at its end. */
    static Database toRead(Path directory, String key) {
        Database written = new Database(directory, key);
        return new Database(directory, key, written.url + ";ACCESS_MODE_DATA=r");
    }

    /** A database without a file, for as long as the program runs. */
    static Database inMemory(Path directory, String key) {
        String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0".formatted(key);
        return new Database(directory, key, url);
    }

    boolean exists() {
        return Files.exists(file(directory));
    }

    static Path file(Path directory) {
        return directory.resolve(FILE_NAME + SUFFIX);
    }

    /** Opens the database. */
    Connection open() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_TEMPORARY_FILE);
            connection.commit();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, USER, key);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A connection whose transaction sees one state, whatever is written meanwhile. */
    Connection connectForReading() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
        }
        return connection;
    }

    /** Makes the tables in an empty database. */
    void createTables() {
        Flyway.configure()
                .dataSource(url, USER, key)
                .locations("classpath:" + MIGRATIONS)
                .load()
                .migrate();
    }

    /** The same tables in a database that ends with the program: nobody will ask which scripts made it, so Flyway is spared. */
    void createTablesForOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : SCRIPTS) {
                statement.execute("RUNSCRIPT FROM 'classpath:%s/%s'".formatted(MIGRATIONS, script));
            }
        }
    }

    /**
     * How far the database is.
     *
     * @return empty if it is not what this version makes: another schema, or rows missing that it says it has
     */
    Optional<Progress> progress(Connection connection) throws SQLException {
        Query query = new Query(connection);
        List<Progress> found = query.list(
                "SELECT * FROM projection WHERE schema_hash = ?",
                row -> new Progress(
                        new JournalHead(row.number("sequence"), row.text("chain_hash")),
                        row.instant("at_utc"),
                        row.number("readings"),
                        row.number("entries")),
                schemaHash());
        for (Progress progress : found) {
            boolean whole = count(query, Table.READING) == progress.readings()
                    && count(query, Table.ENTRY) == progress.entries();
            return whole ? Optional.of(progress) : Optional.empty();
        }
        return Optional.empty();
    }

    private static long count(Query query, Table table) throws SQLException {
        return query.first("SELECT COUNT(*) AS n FROM " + table.sqlName(), row -> row.number("n"))
                .orElse(0L);
    }

    static String schemaHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String script : SCRIPTS) {
                digest.update(bytes(MIGRATIONS + "/" + script));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String script) {
        try (InputStream in = Database.class.getClassLoader().getResourceAsStream(script)) {
            return Objects.requireNonNull(in, script).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program lacks " + script, e);
        }
    }

    /** The first block that is not as it was written; empty if all are, or if the file cannot be read at all. */
    static Optional<Long> damagedBlock(Path directory) {
        try (FileChannel file = FileChannel.open(file(directory))) {
            return new SummedFile(file).firstDamaged();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static boolean isInUse(SQLException e) {
        return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    /** Removes the file and whatever lies beside it; everything in it comes back from the journal. */
    void delete() throws IOException {
        try (var files = Files.newDirectoryStream(directory, FILE_NAME + ".*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
