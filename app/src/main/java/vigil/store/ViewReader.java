package vigil.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.Decimals;
import vigil.session.SessionId;

/** Rows of the views for analysts, one at a time. */
final class ViewReader {
    private final Query query;

    ViewReader(Query query) {
        this.query = query;
    }

    /** The columns once, then the rows of each of {@code sessions} in turn. */
    void read(View view, List<SessionId> sessions, SessionStore.ViewSink sink) throws SQLException {
        try (PreparedStatement statement = query.connection().prepareStatement(view.ofOneSession())) {
            sink.columns(names(statement.getMetaData()));
            for (SessionId session : sessions) {
                statement.setString(1, session.value());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sink.row(values(rows));
                    }
                }
            }
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static List<Optional<Object>> values(ResultSet row) throws SQLException {
        List<Optional<Object>> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(value(row.getObject(column)));
        }
        return values;
    }

    private static Optional<Object> value(@Nullable Object stored) {
        return Optional.ofNullable(stored).map(known -> switch (known) {
            case BigDecimal number -> Decimals.canonical(number);
            case OffsetDateTime at -> at.toInstant();
            case java.sql.Date day -> day.toLocalDate();
            default -> known;
        });
    }
}
