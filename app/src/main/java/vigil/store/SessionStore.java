package vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.engine.Step;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.store.Projection.Progress;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.Statements.Elsewhere;

/**
 * The session database: every step of the journal as rows, for history, exports and reports. It can be thrown away at any
 * time and made anew, and is whenever there is any doubt about it ({@link #beginning}).
 *
 * <p>Feed it with {@link #project} for every step from the first entry of the journal on, also after a start: steps it
 * holds already cost next to nothing. Rows are seen by queries after {@link #commit}, which the caller makes at least once
 * a second while something happens; during a replay it comes by itself every 2,000 steps.
 *
 * <p>One thread projects, commits and closes; queries may come from any thread and see one consistent state each. After a
 * {@link StoreException} from {@code project} or {@code commit} the database is behind and stays so: close it, open it
 * again and replay. An interrupt of a thread in a query fails that query at most.
 */
public final class SessionStore implements AutoCloseable {
    private final Database database;
    private final Connection connection;
    private final Projection projection;
    private final Path directory;
    private final Beginning beginning;

    private SessionStore(Path directory, Database database, Connection connection, Opened opened, Elsewhere elsewhere) {
        this.directory = directory;
        this.database = database;
        this.connection = connection;
        this.projection = new Projection(connection, Database.schemaHash(), opened.reached(), elsewhere);
        this.beginning = opened.beginning();
    }

    private record Opened(Progress reached, Beginning beginning) {}

    /** What the database was when it was opened. */
    public sealed interface Beginning {
        /** It holds what the journal says up to {@link #head}; later steps are added. */
        record Continued() implements Beginning {}

        /** There was none. */
        record New() implements Beginning {}

        /** There was one that could not be relied upon: it was thrown away. */
        record Discarded(String reason) implements Beginning {}
    }

    /**
     * Opens the database of a data directory, or makes an empty one if there is none or it is in doubt: damaged, made by
     * another version, locked with another key, rows missing, or not of this journal.
     *
     * @param directory held by this process
     * @param journalHolds whether the journal has an entry of this sequence with this chain hash
     * @throws StoreException if another process has it open, or no database can be made there
     */
    public static SessionStore open(Path directory, Predicate<JournalHead> journalHolds) throws StoreException {
        refuseName(directory);
        try {
            Database database = new Database(
                    directory.toAbsolutePath(), KeyFile.in(directory).databasePassword());
            return database.exists()
                    ? reopened(directory, database, journalHolds)
                    : made(directory, database, new Beginning.New());
        } catch (IOException | SQLException | FlywayException e) {
            throw e instanceof StoreException failure
                    ? failure
                    : new StoreException(
                            "session database in %s cannot be made: %s; check space and permissions there"
                                    .formatted(directory, firstLine(e)),
                            e);
        }
    }

    /** Whether a data directory has a database, sound or not. */
    public static boolean isIn(Path directory) {
        return Files.exists(Database.file(directory));
    }

    /**
     * Opens the database of a data directory as it is, to be checked: nothing is made and nothing thrown away. Whether the
     * journal has its {@link #head} is left to the caller.
     *
     * @return empty if there is none or {@link #open} would have to make it anew
     * @throws DamagedDatabaseException if a block of it is not as it was written
     * @throws StoreException if another process has it open
     */
    public static Optional<SessionStore> toCheck(Path directory) throws StoreException {
        refuseName(directory);
        // Before it is opened: H2 goes back behind a damaged end, and then keeps to itself what was wrong.
        Optional<Long> damaged = Database.damagedBlock(directory);
        try {
            Optional<SessionStore> opened = opened(directory);
            if (opened.isPresent() || damaged.isEmpty()) {
                return opened;
            }
        } catch (StoreException e) {
            // H2 may hold on to a file that it could not open, and then calls it in use by another program.
            if (damaged.isEmpty()) {
                throw e;
            }
        }
        throw new DamagedDatabaseException(directory, damaged.get());
    }

    private static Optional<SessionStore> opened(Path directory) throws StoreException {
        try {
            Database database = Database.toRead(
                    directory.toAbsolutePath(), KeyFile.read(directory).databasePassword());
            return database.exists() ? asItIs(directory, database) : Optional.empty();
        } catch (SQLException e) {
            refuseIfInUse(directory, e);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<SessionStore> asItIs(Path directory, Database database) throws SQLException {
        Connection connection = database.open();
        Optional<Progress> reached = progress(database, connection);
        if (reached.isEmpty()) {
            shutDown(connection);
        }
        return reached.map(it -> {
            Opened opened = new Opened(it, new Beginning.Continued());
            return new SessionStore(directory, database, connection, opened, Elsewhere.NOWHERE);
        });
    }

    /** A database that is gone with the program, for a data directory that cannot be written. */
    public static SessionStore inMemory(Path directory) throws StoreException {
        return inMemory(directory, Elsewhere.NOWHERE);
    }

    static SessionStore inMemory(Path directory, Elsewhere elsewhere) throws StoreException {
        try {
            Database database = Database.inMemory(directory, DeviceKey.random().databasePassword());
            Connection connection = database.open();
            database.createTablesForOnce(connection);
            Opened opened = new Opened(Progress.NOTHING, new Beginning.New());
            return new SessionStore(directory, database, connection, opened, elsewhere);
        } catch (SQLException e) {
            throw new StoreException("no session database can be made: " + firstLine(e), e);
        }
    }

    /** Throws the database of a data directory away and makes an empty one, to be filled from the journal. */
    public static SessionStore rebuild(Path directory) throws StoreException {
        return rebuild(directory, _ -> false);
    }

    /** The same; {@code told} hears before of the last entry that it had seen, if it can be read. */
    public static SessionStore rebuild(Path directory, Predicate<JournalHead> told) throws StoreException {
        return open(directory, told.and(_ -> false));
    }

    private static void refuseName(Path directory) throws StoreException {
        if (directory.toString().contains(";")) {
            throw new StoreException(
                    "data directory %s: the session database cannot lie in a directory with ';' in its name; choose another with --data"
                            .formatted(directory));
        }
    }

    private static SessionStore reopened(Path directory, Database database, Predicate<JournalHead> journalHolds)
            throws IOException, SQLException {
        String doubt;
        try {
            Connection connection = database.open();
            Optional<Progress> reached = progress(database, connection);
            if (reached.filter(it -> journalHolds.test(it.head())).isPresent()) {
                Opened opened = new Opened(reached.get(), new Beginning.Continued());
                return new SessionStore(directory, database, connection, opened, Elsewhere.NOWHERE);
            }
            doubt = reached.isPresent() ? "it is not of this journal" : "it is of another version or incomplete";
            shutDown(connection);
        } catch (SQLException e) {
            refuseIfInUse(directory, e);
            doubt = firstLine(e);
        }
        database.delete();
        return made(directory, database, new Beginning.Discarded(doubt));
    }

    private static Optional<Progress> progress(Database database, Connection connection) throws SQLException {
        try {
            return database.progress(connection);
        } catch (SQLException e) {
            shutDown(connection);
            throw e;
        }
    }

    private static void refuseIfInUse(Path directory, SQLException e) throws StoreException {
        if (Database.isInUse(e)) {
            throw new StoreException(
                    "session database in %s is in use by another program; close that one".formatted(directory), e);
        }
    }

    private static SessionStore made(Path directory, Database database, Beginning beginning) throws SQLException {
        Connection connection = database.open();
        database.createTables();
        Opened opened = new Opened(Progress.NOTHING, beginning);
        return new SessionStore(directory, database, connection, opened, Elsewhere.NOWHERE);
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    public Beginning beginning() {
        return beginning;
    }

    /** The last step taken in; sequence 0 if none. */
    public JournalHead head() {
        return projection.head();
    }

    public long projectedSequence() {
        return head().sequence();
    }

    /**
     * Takes the step that the entry {@code sequence} of the journal led to.
     *
     * @throws IllegalArgumentException if it is not the next one after the last taken since the store was opened
     */
    public void project(long sequence, String chainHash, Step step) throws StoreException {
        try {
            projection.take(new JournalHead(sequence, chainHash), step);
        } catch (SQLException e) {
            throw behind(e);
        }
    }

    /** What the database's own memory holds, to go on with {@link #resume} at a later start. For the projecting thread. */
    public ProjectionMemory memory() {
        return projection.memory();
    }

    /**
     * Goes on behind the steps that {@code memory} stands for, before any other step; the next to {@link #project} is the
     * one after them.
     *
     * @param last the session as the last of them left it
     * @throws IllegalArgumentException if the database does not hold all of them ({@link #head})
     */
    public void resume(ProjectionMemory memory, Session last) {
        projection.resume(memory, last);
    }

    /** Makes everything projected so far visible to queries. */
    public void commit() throws StoreException {
        try {
            projection.commit();
        } catch (SQLException e) {
            throw behind(e);
        }
    }

    /** Returns when everything committed is on the disk, which else takes up to ten minutes. For the projecting thread. */
    public void sync() throws StoreException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw behind(e);
        }
    }

    private StoreException behind(SQLException e) {
        return failed(
                e,
                "session database in %s cannot be written: %s; the journal goes on, the database is made anew at the next start");
    }

    /** {@code words}: what to say of the directory and the reason, unless the file is damaged, which explains itself. */
    private StoreException failed(SQLException e, String words) {
        return DamagedBlockException.behind(e)
                .<StoreException>map(block -> new DamagedDatabaseException(directory, block))
                .orElseGet(() -> new StoreException(words.formatted(directory, firstLine(e)), e));
    }

    /** All sessions in the order they were opened. */
    public List<SessionSummary> sessions() throws StoreException {
        return answer(query -> new SessionReader(query).sessions());
    }

    /** Everything about one session but its readings. */
    public Optional<SessionRecord> load(SessionId id) throws StoreException {
        return answer(query -> new SessionReader(query).session(id));
    }

    /** Gives the readings of a session in order, holding one of them at a time. */
    public void readings(SessionId id, Consumer<ReadingRow> reader) throws StoreException {
        answer(query -> new ReadingReader(query, id).readAll(reader));
    }

    /** The newest reading of a session. */
    public Optional<ReadingRow> latestReading(SessionId id) throws StoreException {
        return answer(query -> new ReadingReader(query, id).latest());
    }

    /** The alarm log of the whole record, as far as {@code filter} lets it through. */
    public LogPage alarms(LogFilter filter) throws StoreException {
        return answer(query -> new AlarmLogReader(query).page(filter));
    }

    /** Every step in the life of one occurrence of the alarm log, oldest first. */
    public List<LogLine> lines(LogRow.Occurrence occurrence) throws StoreException {
        return answer(query -> new AlarmLogReader(query).lines(occurrence));
    }

    /** Every change of a setting, newest first. */
    public List<SettingRow> settingChanges() throws StoreException {
        return answer(query -> query.list(
                "SELECT * FROM entry JOIN setting_change USING (sequence) ORDER BY sequence DESC",
                row -> new SettingRow(
                        row.instant("at_utc"),
                        row.text("setting"),
                        row.text("before_value"),
                        row.text("after_value"),
                        row.staff("by"))));
    }

    /** Takes the rows of one view. */
    public interface ViewSink {
        void columns(List<String> names);

        /** One row: text, {@code Instant}, {@code LocalDate}, {@code BigDecimal}, {@code Boolean}, whole number; empty for NULL. */
        void row(List<Optional<Object>> values);
    }

    /** Gives the columns and the rows of a view for analysts, session after session, holding one row at a time. */
    public void view(View view, List<SessionId> sessions, ViewSink sink) throws StoreException {
        answer(query -> {
            new ViewReader(query).read(view, sessions, sink);
            return view;
        });
    }

    /** A question that is answered within one transaction. */
    interface Question<T, X extends Exception> {
        T ask(Query query) throws SQLException, X;
    }

    <T, X extends Exception> T answer(Question<T, X> question) throws StoreException, X {
        try (Connection reading = database.connectForReading()) {
            return question.ask(new Query(reading));
        } catch (SQLException e) {
            throw failed(e, "session database in %s cannot be read: %s; 'vigil rebuild' makes it anew");
        }
    }

    /** Commits and closes the file. */
    @Override
    public void close() throws StoreException {
        try (connection;
                projection) {
            projection.commit();
            shutDown(connection);
        } catch (SQLException e) {
            throw behind(e);
        }
    }
}
