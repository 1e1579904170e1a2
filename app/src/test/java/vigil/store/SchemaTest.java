package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final List<String> PARTS = List.of(
            "SELECT TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION,"
                    + " NUMERIC_SCALE, DATETIME_PRECISION, IS_NULLABLE, COLUMN_DEFAULT, GENERATION_EXPRESSION"
                    + " FROM INFORMATION_SCHEMA.COLUMNS",
            "SELECT TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, IS_UNIQUE FROM INFORMATION_SCHEMA.INDEX_COLUMNS",
            "SELECT TABLE_NAME, CONSTRAINT_TYPE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS",
            "SELECT TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS");

    @TempDir
    Path dir;

    /** What is compared with a stored database is made without the means by which that one was made. */
    @Test
    void aDatabaseInMemoryHasTheSchemaOfAStoredOne() throws Exception {
        Database stored = new Database(dir, "00");
        Database inMemory = Database.inMemory(dir, "schema-test");
        try (Connection left = stored.connect();
                Connection right = inMemory.connect()) {
            stored.createTables();
            inMemory.createTablesForOnce(right);
            assertThat(parts(right)).isNotEmpty().containsExactlyInAnyOrderElementsOf(parts(left));
            shutDown(left);
            shutDown(right);
        }
    }

    private static List<String> parts(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String part : PARTS) {
            all.addAll(rows(connection, part));
        }
        return all;
    }

    private static List<String> rows(Connection connection, String part) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(part
                        + " WHERE TABLE_SCHEMA IN ('PUBLIC', 'ANALYSIS') AND TABLE_NAME <> 'flyway_schema_history'")) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** A script that the hash does not stand for would leave databases of earlier versions without its tables. */
    @Test
    void everyScriptOfTheSchemaMakesItAnother() throws Exception {
        Path folder = Path.of(
                Objects.requireNonNull(SessionStore.class.getClassLoader().getResource("vigil/store/migration"))
                        .toURI());
        try (var scripts = Files.list(folder)) {
            assertThat(scripts.map(script -> String.valueOf(script.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Database.SCRIPTS);
        }
    }
}
