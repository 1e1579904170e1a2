package vigil.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.store.StoreVerify.Verdict;

/** Takes the readings that a fold makes, in order, and compares each with the one that a database holds. Used by one thread. */
final class ReadingCheck implements Statements.Elsewhere, AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet stored;
    private Optional<Verdict> difference = Optional.empty();
    private long row;

    ReadingCheck(Query query) throws SQLException {
        statement = query.connection()
                .prepareStatement("SELECT * FROM %s ORDER BY %s".formatted(Table.READING.sqlName(), Table.READING.key()));
        stored = statement.executeQuery();
    }

    @Override
    public boolean takes(Table table, @Nullable Object[] values) throws SQLException {
        if (table != Table.READING) {
            return false;
        }
        if (difference.isEmpty()) {
            row++;
            difference = stored.next() ? compared(values) : Optional.of(differs("", "no row", "a row"));
        }
        return true;
    }

    private Optional<Verdict> compared(@Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (!isSame(i + 1, values[i])) {
                String name = stored.getMetaData().getColumnName(i + 1).toLowerCase(Locale.ROOT);
                return Optional.of(differs(name, String.valueOf(stored.getString(i + 1)), String.valueOf(values[i])));
            }
        }
        return Optional.empty();
    }

    private boolean isSame(int column, @Nullable Object expected) throws SQLException {
        return switch (expected) {
            case null -> stored.getObject(column) == null;
            case BigDecimal number -> isSame(stored.getBigDecimal(column), number);
            case Instant instant -> instant.equals(stored.getObject(column, Instant.class));
            default -> expected.toString().equals(stored.getString(column));
        };
    }

    private static boolean isSame(@Nullable BigDecimal number, BigDecimal expected) {
        return number != null && number.compareTo(expected) == 0;
    }

    private Verdict differs(String column, String there, String expected) {
        return new Verdict.Different(Table.READING.sqlName(), row, column, there, expected);
    }

    /** What differs first; to be asked once the fold is complete. */
    Optional<Verdict> difference() throws SQLException {
        if (difference.isEmpty() && stored.next()) {
            row++;
            difference = Optional.of(differs("", "a row", "no row"));
        }
        return difference;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            stored.close();
        }
    }
}
