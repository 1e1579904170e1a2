package vigil.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.session.SessionId;

/** Reads the stored readings of one session in order, page by page. */
final class ReadingReader {
    private static final int PAGE = 5_000;

    private final Query query;
    private final SessionId id;

    ReadingReader(Query query, SessionId id) {
        this.query = query;
        this.id = id;
    }

    /** How many there were. */
    long readAll(Consumer<ReadingRow> reader) throws SQLException {
        Optional<Long> opened = opened();
        return opened.isPresent() ? readAll(opened.get(), end(opened.get()), reader) : 0;
    }

    /** The newest one. */
    Optional<ReadingRow> latest() throws SQLException {
        Optional<Long> opened = opened();
        return opened.isPresent()
                ? query.first(
                        "SELECT * FROM reading WHERE sequence > ? AND sequence < ? ORDER BY sequence DESC FETCH FIRST ROW ONLY",
                        ReadingReader::reading,
                        opened.get(),
                        end(opened.get()))
                : Optional.empty();
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

    private long readAll(long opened, long end, Consumer<ReadingRow> reader) throws SQLException {
        long count = 0;
        List<ReadingRow> page = page(opened, end);
        while (!page.isEmpty()) {
            page.forEach(reader);
            count += page.size();
            page = page(page.getLast().sequence(), end);
        }
        return count;
    }

    private List<ReadingRow> page(long after, long end) throws SQLException {
        return query.list(
                "SELECT * FROM reading WHERE sequence > ? AND sequence < ? ORDER BY sequence FETCH FIRST ? ROWS ONLY",
                ReadingReader::reading,
                after,
                end,
                PAGE);
    }

    private static ReadingRow reading(Query.Row row) throws SQLException {
        return new ReadingRow(
                row.number("sequence"),
                row.instant("at_utc"),
                row.integer("segment"),
                row.text("phase"),
                row.text("delivery_status"),
                row.decimalIfAny("flow_rate_ml_per_h"),
                row.decimalIfAny("mg_per_h"),
                row.decimalIfAny("mg_per_kg_per_h"),
                row.decimalIfAny("volume_infused_ml"),
                row.decimalIfAny("volume_remaining_ml"),
                row.decimal("cumulative_mg"),
                row.decimalIfAny("concentration_mg_per_ml"),
                row.decimalIfAny("weight_kg"),
                row.text("quality"));
    }
}
