package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, killed with all its processes in the middle of a backlog. */
class WardKillTest {
    @TempDir
    Path dir;

    @Test
    @Tag("G5")
    void aServerThatIsKilledInTheMiddleLosesNothingThatTheOutboxMovedPastAndDoublesNothing() throws Exception {
        WardServer server = WardServer.start(dir.resolve("server"));
        String database = server.database();
        try (Room room = Room.at(dir.resolve("room")).records(20_000)) {
            room.sendsTo(server.url(database, "bedside-12") + "&socketTimeout=3&connectTimeout=3");
            soonHolds(server, database, 3_000);
            server.kill();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> room.latest() instanceof WardStatus.Apart);
            room.records(10);
            server.again();
            soonHolds(server, database, room.head().sequence());
            assertThat(number(server, database, "SELECT count(*) FROM vigil.entry"))
                    .isEqualTo(room.head().sequence());
        }
        server.postgres().close();
    }

    private static void soonHolds(WardServer server, String database, long atLeast) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(number(server, database, "SELECT max(sequence) FROM vigil.head"))
                        .isGreaterThanOrEqualTo(atLeast));
    }

    private static long number(WardServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
