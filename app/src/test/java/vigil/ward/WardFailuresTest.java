package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What takes servers of its own: {@code mvn verify -Pward}. */
@EnabledIfSystemProperty(named = "vigil.ward.failures", matches = "true")
class WardFailuresTest {
    @TempDir
    Path dir;

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
    }

    private static long number(WardServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Tag("G5")
    void aStandbyThatIsBehindTakesOverAndWhatItLacksIsSentAgainExactlyOnce() throws Exception {
        WardServer primary = WardServer.start(dir.resolve("primary"));
        String database = primary.database();
        try (Standby standby = Standby.of(primary, Files.createDirectories(dir.resolve("standby")));
                Room room = Room.at(dir.resolve("room")).records(500)) {
            room.sendsTo("jdbc:postgresql://localhost:%d,localhost:%d/%s?targetServerType=primary&socketTimeout=3&%s"
                    .formatted(
                            primary.port(),
                            standby.port(),
                            database,
                            primary.authority().proof("bedside-12")));
            String head = "SELECT sequence FROM vigil.head WHERE room = '12'";
            soon().until(() -> standby.number(database, head) == 500);
            standby.fallsBehind();
            room.records(700);
            soon().until(() -> number(primary, database, head) == 1_200);
            assertThat(standby.number(database, head))
                    .as("what the standby lacks")
                    .isEqualTo(500);
            primary.kill();
            standby.takesOver();
            room.records(10);
            soon().until(() -> standby.number(database, head) == 1_210);
            assertThat(standby.number(database, "SELECT count(*) FROM vigil.entry"))
                    .isEqualTo(1_210);
            assertThat(standby.number(database, "SELECT count(DISTINCT sequence) FROM vigil.entry"))
                    .isEqualTo(1_210);
        }
    }
}
