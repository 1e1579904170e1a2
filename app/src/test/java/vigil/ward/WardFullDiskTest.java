package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.ward.WardException.Kind;

/** A ward whose database lies on a small disk of its own, which is really full. Needs the right to mount one. */
@EnabledOnOs(OS.LINUX)
class WardFullDiskTest {
    private static final WardServer SERVER = WardServer.SHARED;
    private static final String SPACE = "small_disk";

    @TempDir
    Path dir;

    private Path disk;
    private String database = "";

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(dir.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=40m,mode=0700", "tmpfs", disk.toString()),
                "no right to mount a small disk here");
        database = SERVER.database();
        Path space = Files.createDirectory(disk.resolve("space"));
        SERVER.execute("postgres", "CREATE TABLESPACE %s LOCATION '%s'".formatted(SPACE, space));
        SERVER.execute("postgres", "ALTER DATABASE %s SET TABLESPACE %s".formatted(database, SPACE));
    }

    @AfterEach
    void unmount() throws Exception {
        if (!database.isEmpty()) {
            SERVER.execute("postgres", "DROP DATABASE %s WITH (FORCE)".formatted(database));
            SERVER.execute("postgres", "DROP TABLESPACE " + SPACE);
            assertThat(done("umount", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static ConditionFactory within(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = SERVER.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long stored() throws SQLException {
        return number("SELECT sequence FROM vigil.head WHERE room = '12'");
    }

    /** The last byte as well. */
    private Path fills() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] page = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
        return ballast;
    }

    @Test
    @Tag("G5")
    void aDiskThatIsReallyFullStopsTheOutboxAndNothingElseAndAllFollowsOnceThereIsRoom() throws Exception {
        try (Room room = Room.at(dir.resolve("room")).records(500);
                WardReader station = WardReader.open(WardAddress.parse(SERVER.url(database, "station-1")))) {
            Outbox outbox = room.sendsTo(SERVER.url(database, "bedside-12"));
            outbox.publish(() -> States.quiet(500));
            within(30).until(() -> stored() == 500);

            Path ballast = fills();
            room.told.clear();
            room.records(3_000);
            within(30).until(() -> room.latest() instanceof WardStatus.Apart);
            long standing = stored();
            room.records(100);
            outbox.publish(() -> States.alarmed(3_600));
            within(5).until(() -> station.ward().rooms().getFirst().state().equals(Optional.of(States.alarmed(3_600))));
            assertThat(room.head().sequence()).as("the bedside goes on").isEqualTo(3_600);
            assertThat(stored()).as("the outbox stands").isLessThan(3_600).isGreaterThanOrEqualTo(standing);
            List<WardStatus> lines = room.told.stream()
                    .filter(it -> it instanceof WardStatus.Apart)
                    .toList();
            assertThat(lines)
                    .singleElement()
                    .satisfies(it -> assertThat(it instanceof WardStatus.Apart(Kind kind, String line)
                                    && kind == Kind.UNABLE
                                    && line.contains("its disk is full: ")
                                    && line.contains("No space left on device")
                                    && line.lines().count() == 1)
                            .as(it.toString())
                            .isTrue());

            Files.delete(ballast);
            within(60).until(() -> stored() == 3_600);
            assertThat(number("SELECT count(*) FROM vigil.entry")).isEqualTo(3_600);
            assertThat(number("SELECT count(DISTINCT sequence) FROM vigil.entry"))
                    .isEqualTo(3_600);
            within(5).until(() -> room.latest().equals(new WardStatus.Current()));
            assertThat(new WardVerify(station).run()).allMatch(WardVerify.Verdict::isSound);
        }
    }
}
