package vigil.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of a session database that holds one session, read with SQL of its own and without the program's readers. */
record StoredRows(Map<String, List<StoredRow>> tables) {

    static StoredRows of(SessionStore store) throws StoreException {
        return store.answer(query -> {
            Map<String, List<StoredRow>> tables = new HashMap<>();
            for (Table table : Table.values()) {
                try (Statement statement = query.connection().createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table.sqlName())) {
                    tables.put(table.sqlName(), rows(rows));
                }
            }
            return new StoredRows(tables);
        });
    }

    private static List<StoredRow> rows(ResultSet found) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        while (found.next()) {
            Map<String, Object> row = new HashMap<>();
            for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                Object value = found.getObject(column);
                if (value != null) {
                    row.put(found.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT), value);
                }
            }
            rows.add(new StoredRow(row));
        }
        return rows;
    }

    List<StoredRow> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    StoredRow only(String name) {
        return table(name).getFirst();
    }

    /** When a person entered what stands in a row. */
    Instant entered(StoredRow row) {
        return table("entry").stream()
                .filter(entry -> entry.value("sequence").equals(row.value("sequence")))
                .map(entry -> entry.instant("at_utc"))
                .findFirst()
                .orElseThrow();
    }

    /** Every value of the columns that are called so, or end so, of every table but the readings and the minute points. */
    Stream<Object> column(String end) {
        return tables.entrySet().stream()
                .filter(table ->
                        !table.getKey().equals("reading") && !table.getKey().equals("minute_point"))
                .flatMap(table -> table.getValue().stream())
                .flatMap(row -> row.values().entrySet().stream())
                .filter(value -> value.getKey().equals(end) || value.getKey().endsWith("_" + end))
                .map(Map.Entry::getValue);
    }

    Stream<Instant> instants() {
        return column("utc").map(StoredRow::instant);
    }

    /** The columns that are dates, and the day for which a review is planned. */
    Stream<LocalDate> dates() {
        Stream<LocalDate> planned = table("care_entry").stream()
                .map(entry -> entry.text("subject"))
                .filter(subject -> subject.matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(LocalDate::parse);
        return Stream.concat(planned, dateColumns());
    }

    private Stream<LocalDate> dateColumns() {
        return tables.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().values().stream())
                .filter(java.sql.Date.class::isInstance)
                .map(value -> ((java.sql.Date) value).toLocalDate());
    }

    Stream<BigDecimal> decimals(String end) {
        return column(end).map(StoredRow::decimal);
    }

    Stream<String> texts() {
        return tables.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().values().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct();
    }
}
