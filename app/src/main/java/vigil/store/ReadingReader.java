package vigil.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.Decimals;
import vigil.session.SessionId;

/** Reads the stored readings of one session in order, one at a time. */
final class ReadingReader {
    /** In the order in which {@link #reading} takes them: of half a million rows none looks for its columns by name. */
    private static final String OF_SESSION = "SELECT sequence, at_utc, segment, phase, delivery_status, quality,"
            + " cumulative_mg, flow_rate_ml_per_h, mg_per_h, mg_per_kg_per_h, volume_infused_ml, volume_remaining_ml,"
            + " concentration_mg_per_ml, weight_kg FROM reading WHERE sequence > ? AND sequence < ?";

    private static final int FIRST_DECIMAL = 7;
    private static final int COLUMNS = 14;

    private final Query query;
    private final SessionId id;
    private final @Nullable BigDecimal[] before = new @Nullable BigDecimal[COLUMNS + 1];
    private final @Nullable BigDecimal[] canonical = new @Nullable BigDecimal[COLUMNS + 1];

    ReadingReader(Query query, SessionId id) {
        this.query = query;
        this.id = id;
    }

    /** How many there were. */
    long readAll(Consumer<ReadingRow> reader) throws SQLException {
        return read(OF_SESSION + " ORDER BY sequence", reader);
    }

    /** The newest one. */
    Optional<ReadingRow> latest() throws SQLException {
        Newest newest = new Newest();
        read(OF_SESSION + " ORDER BY sequence DESC FETCH FIRST ROW ONLY", newest);
        return newest.row;
    }

    private static final class Newest implements Consumer<ReadingRow> {
        private Optional<ReadingRow> row = Optional.empty();

        @Override
        public void accept(ReadingRow read) {
            row = Optional.of(read);
        }
    }

    private long read(String sql, Consumer<ReadingRow> reader) throws SQLException {
        Optional<Long> opened = opened();
        return opened.isPresent() ? read(sql, opened.get(), end(opened.get()), reader) : 0;
    }

    private Optional<Long> opened() throws SQLException {
        return query.first(
                "SELECT * FROM session WHERE session_id = ?", row -> row.number("opened_sequence"), id.value());
    }

    private long end(long opened) throws SQLException {
        return query.first(
                        "SELECT * FROM session WHERE opened_sequence > ? ORDER BY opened_sequence FETCH FIRST ROW ONLY",
                        row -> row.number("opened_sequence"),
                        opened)
                .orElse(Long.MAX_VALUE);
    }

    private long read(String sql, long opened, long end, Consumer<ReadingRow> reader) throws SQLException {
        long count = 0;
        try (PreparedStatement statement = query.connection().prepareStatement(sql)) {
            statement.setLong(1, opened);
            statement.setLong(2, end);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(reading(rows));
                    count++;
                }
            }
        }
        return count;
    }

    private ReadingRow reading(ResultSet row) throws SQLException {
        int column = FIRST_DECIMAL;
        @Nullable BigDecimal cumulativeMg = decimal(row, column++);
        return new ReadingRow(
                row.getLong(1),
                Objects.requireNonNull(row.getObject(2, Instant.class)),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(decimal(row, column++)),
                Optional.ofNullable(decimal(row, column++)),
                Optional.ofNullable(decimal(row, column++)),
                Optional.ofNullable(decimal(row, column++)),
                Optional.ofNullable(decimal(row, column++)),
                Objects.requireNonNull(cumulativeMg),
                Optional.ofNullable(decimal(row, column++)),
                Optional.ofNullable(decimal(row, column)),
                row.getString(6));
    }

    /** Most say what the row before said: that is the same object. */
    private @Nullable BigDecimal decimal(ResultSet row, int column) throws SQLException {
        @Nullable BigDecimal stored = row.getBigDecimal(column);
        @Nullable BigDecimal last = before[column];
        if (stored == null || (last != null && stored.compareTo(last) == 0)) {
            return stored == null ? null : canonical[column];
        }
        before[column] = stored;
        canonical[column] = Decimals.canonical(stored);
        return canonical[column];
    }
}
