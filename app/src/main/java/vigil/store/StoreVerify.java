package vigil.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a session database with one projected anew from the same journal entries, table by table and row by row: the
 * second half of {@code vigil verify}. Holds one row of each at a time.
 */
public final class StoreVerify {
    private StoreVerify() {}

    /** What the comparison found. */
    public sealed interface Verdict {
        record Same() implements Verdict {}

        /** The first value that differs; {@code row} counts from 1 in the order of the table's key. */
        record Different(String table, long row, String column, String stored, String expected) implements Verdict {}
    }

    /** Gives an empty database every step of the journal, up to the head of the one that is checked. */
    @FunctionalInterface
    public interface Fold {
        void into(SessionStore empty) throws IOException;
    }

    /**
     * Compares a database with what {@code fold} makes of the journal. The readings, nearly all of it, are compared as they come
     * and not kept.
     */
    public static Verdict compare(SessionStore stored, Path folder, Fold fold) throws IOException {
        return stored.answer(left -> {
            try (ReadingCheck readings = new ReadingCheck(left);
                    SessionStore expected = SessionStore.inMemory(folder, readings)) {
                fold.into(expected);
                expected.commit();
                Optional<Verdict> difference = readings.difference();
                return difference.isPresent() ? difference.get() : othersOf(expected, left);
            }
        });
    }

    private static Verdict othersOf(SessionStore expected, Query left) throws IOException, SQLException {
        return expected.answer(right -> compare(EnumSet.complementOf(EnumSet.of(Table.READING)), left, right));
    }

    /** Compares two databases; {@code expected} was projected up to the head of {@code stored}, and both are committed. */
    public static Verdict compare(SessionStore stored, SessionStore expected) throws StoreException {
        return stored.answer(left -> expectedRows(expected, left));
    }

    private static Verdict expectedRows(SessionStore expected, Query left) throws SQLException {
        try {
            return expected.answer(right -> compare(EnumSet.allOf(Table.class), left, right));
        } catch (StoreException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private static Verdict compare(Set<Table> tables, Query left, Query right) throws SQLException {
        for (Table table : tables) {
            Optional<Verdict> difference = compare(table, left, right);
            if (difference.isPresent()) {
                return difference.get();
            }
        }
        return new Verdict.Same();
    }

    private static Optional<Verdict> compare(Table table, Query left, Query right) throws SQLException {
        String sql = "SELECT * FROM %s ORDER BY %s".formatted(table.sqlName(), table.key());
        try (PreparedStatement leftStatement = left.connection().prepareStatement(sql);
                PreparedStatement rightStatement = right.connection().prepareStatement(sql);
                ResultSet leftRows = leftStatement.executeQuery();
                ResultSet rightRows = rightStatement.executeQuery()) {
            return compare(table, leftRows, rightRows);
        }
    }

    private static Optional<Verdict> compare(Table table, ResultSet left, ResultSet right) throws SQLException {
        for (long row = 1; ; row++) {
            boolean more = left.next();
            if (more != right.next()) {
                return Optional.of(new Verdict.Different(
                        table.sqlName(), row, "", more ? "a row" : "no row", more ? "no row" : "a row"));
            }
            if (!more) {
                return Optional.empty();
            }
            Optional<Verdict> difference = compareRow(table, row, left, right);
            if (difference.isPresent()) {
                return difference;
            }
        }
    }

    private static Optional<Verdict> compareRow(Table table, long row, ResultSet left, ResultSet right)
            throws SQLException {
        ResultSetMetaData columns = left.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String stored = left.getString(column);
            String expected = right.getString(column);
            if (!Objects.equals(stored, expected)) {
                return Optional.of(new Verdict.Different(
                        table.sqlName(),
                        row,
                        columns.getColumnName(column).toLowerCase(Locale.ROOT),
                        String.valueOf(stored),
                        String.valueOf(expected)));
            }
        }
        return Optional.empty();
    }
}
