package vigil.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vigil.session.SessionId;

/** Reads stored readings, page by page. */
final class ReadingReader {
    private ReadingReader() {}

    /** The next {@code most} readings of a session after a sequence number. */
    static List<ReadingRow> page(Query query, SessionId id, long after, int most) throws SQLException {
        return query.list(
                "SELECT * FROM reading WHERE session_id = ? AND sequence > ? ORDER BY session_id, sequence FETCH FIRST ? ROWS ONLY",
                ReadingReader::reading,
                id.value(),
                after,
                most);
    }

    /** The newest reading of a session. */
    static Optional<ReadingRow> latest(Query query, SessionId id) throws SQLException {
        return query
                .list(
                        "SELECT * FROM reading WHERE session_id = ? ORDER BY session_id DESC, sequence DESC FETCH FIRST 1 ROW ONLY",
                        ReadingReader::reading,
                        id.value())
                .stream()
                .findFirst();
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
