package vigil.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.Decimals;

/**
 * What one transaction will write, kept in batches by statement. Rows of one table are written in the order they were
 * added; statements in the order they were first used. Used by one thread.
 */
final class Statements implements AutoCloseable {
    private static final int MOST_ROWS = 1_000;

    private final Connection connection;
    private final Elsewhere elsewhere;
    private final Map<String, Batch> batches = new LinkedHashMap<>();

    Statements(Connection connection, Elsewhere elsewhere) {
        this.connection = connection;
        this.elsewhere = elsewhere;
    }

    /** What becomes of rows that are not to reach the database. */
    @FunctionalInterface
    interface Elsewhere {
        /** All rows reach it. */
        Elsewhere NOWHERE = (_, _) -> false;

        /** Whether the row was taken; {@code values} as the database would get them, null for NULL. */
        boolean takes(Table table, @Nullable Object[] values) throws SQLException;
    }

    private static final class Batch {
        final PreparedStatement statement;
        int rows;

        Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void write() throws SQLException {
            if (rows > 0) {
                statement.executeBatch();
                rows = 0;
            }
        }
    }

    /** Adds a row; an empty {@code Optional} becomes NULL, a duration seconds, an enum its word. */
    void add(Table table, Object... values) throws SQLException {
        @Nullable Object[] row = sqlValues(values);
        if (!elsewhere.takes(table, row)) {
            addRow(table.write(values.length), row);
        }
    }

    /** Adds one more execution of {@code sql}, after everything that was added before. */
    void afterAll(String sql, Object... values) throws SQLException {
        write();
        addRow(sql, sqlValues(values));
    }

    private static @Nullable Object[] sqlValues(Object... values) {
        @Nullable Object[] row = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            row[i] = sqlValue(values[i]);
        }
        return row;
    }

    private void addRow(String sql, @Nullable Object[] values) throws SQLException {
        Batch batch = batches.get(sql);
        if (batch == null) {
            batch = new Batch(connection.prepareStatement(sql));
            batches.put(sql, batch);
        }
        for (int i = 0; i < values.length; i++) {
            batch.statement.setObject(i + 1, values[i]);
        }
        batch.statement.addBatch();
        if (++batch.rows >= MOST_ROWS) {
            batch.write();
        }
    }

    private static @Nullable Object sqlValue(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? sqlValue(optional.get()) : null;
            case BigDecimal number -> Decimals.canonical(number);
            case Duration length -> seconds(length);
            case Enum<?> word -> word.name();
            default -> value;
        };
    }

    private static BigDecimal seconds(Duration length) {
        BigDecimal fraction = BigDecimal.valueOf(length.toNanosPart(), 9);
        return Decimals.canonical(BigDecimal.valueOf(length.toSeconds()).add(fraction));
    }

    /** Executes what was added; the transaction stays open. */
    void write() throws SQLException {
        for (Batch batch : batches.values()) {
            batch.write();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Batch batch : batches.values()) {
            batch.statement.close();
        }
    }
}
