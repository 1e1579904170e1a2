package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.ward.Outbox;
import vigil.ward.Room;
import vigil.ward.States;
import vigil.ward.TestAuthority;
import vigil.ward.WardServer;

/** The station's program as a process of its own, on a real PostgreSQL: what stands on its wall, and what it says when it cannot. */
class StationProgramTest {
    private static final WardServer SERVER = WardServer.SHARED;

    @TempDir
    Path dir;

    private String database = "";

    @BeforeEach
    void ward() throws Exception {
        database = SERVER.database();
    }

    private Program station(String url) throws Exception {
        // The window is drawn in memory; the program only wants to hear that there is a screen.
        return Program.startIn(dir, Map.of("DISPLAY", ":none"), "station", "--ward", url);
    }

    private static void assumeLibraryOfTheWindow() {
        assumeTrue(
                Stream.of("lib/x86_64-linux-gnu", "lib/aarch64-linux-gnu", "lib64", "lib")
                        .anyMatch(it -> Files.exists(Path.of("/usr", it, "libgtk-3.so.0"))),
                "GTK 3 is not installed");
    }

    private static String logged(Program station, String... parts) throws InterruptedException {
        String line = station.logged(parts[0]);
        while (!List.of(parts).stream().allMatch(line::contains)) {
            line = station.logged(parts[0]);
        }
        return line;
    }

    @Test
    @Tag("G6")
    void theProgramShowsTwoRoomsAndWhatItDoesNotUnderstandAndNamesNobodyInItsLog() throws Exception {
        assumeLibraryOfTheWindow();
        try (Room one = Room.at(dir.resolve("12")).records(1);
                Room other = Room.at(dir.resolve("14")).records(1);
                Program station = station(SERVER.url(database, "station-1"))) {
            Outbox first = one.sendsTo(SERVER.url(database, "bedside-12"));
            Outbox second = other.sendsTo(SERVER.url(database, "bedside-14"));
            first.publish(() -> States.alarmed(1));
            second.publish(() -> States.quiet(1));
            String wall = logged(station, "On the wall: 12. HIGH. Dose above maximum", "| 14. ");
            assertThat(wall).doesNotContain("WINTER").doesNotContain("0412");

            other.stopsSending();
            try (Connection bedside = DriverManager.getConnection(SERVER.url(database, "bedside-14"));
                    Statement statement = bedside.createStatement()) {
                statement.execute("SELECT vigil.show(2, '{\"at\": \"soon\"}')");
            }
            assertThat(station.logged("is not understood here"))
                    .contains("The state of room 14 is not understood here: ");
            assertThat(logged(station, "On the wall: 12. HIGH", "| 14. MEDIUM. Not understood here"))
                    .as("room 12 is shown all the same")
                    .contains("12. HIGH. Dose above maximum");
            assertThat(station.isRunning()).isTrue();
        }
    }

    @Test
    @Tag("G4")
    void aCertificateThatIsRefusedIsOneLineInTheLogAndStandsOnTheWall() throws Exception {
        assumeLibraryOfTheWindow();
        TestAuthority stranger = new TestAuthority(dir.resolve("other"), "other");
        stranger.issue("station-1");
        String foreign =
                "jdbc:postgresql://localhost:%d/%s?%s".formatted(SERVER.port(), database, stranger.proof("station-1"));
        try (Program station = station(foreign)) {
            assertThat(station.logged("StationLoop"))
                    .contains("ward localhost:%d/%s: the certificates are not accepted: "
                            .formatted(SERVER.port(), database));
            assertThat(station.logged("On the wall"))
                    .contains("This station sees nothing")
                    .contains("the certificates are not accepted")
                    .doesNotContain("No conditions");
        }
    }

    @Test
    void aSchemaOfAnotherVersionIsOneLineAndTheStationGoesOnOnceTheyFit() throws Exception {
        assumeLibraryOfTheWindow();
        String version = "CREATE OR REPLACE FUNCTION vigil.version() RETURNS integer LANGUAGE sql IMMUTABLE RETURN ";
        SERVER.execute(database, version + 7);
        try (Program station = station(SERVER.url(database, "station-1"))) {
            assertThat(station.logged("StationLoop"))
                    .contains("has schema version 7, this program speaks version 1; update this program");
            assertThat(station.logged("On the wall")).contains("This station sees nothing");
            SERVER.execute(database, version + 1);
            assertThat(logged(station, "On the wall", "12. Not connected yet", "14. Not connected yet"))
                    .doesNotContain("sees nothing");
        }
    }

    @Test
    void anAddressThatIsNoneOrProvesNothingIsOneLineAndNoWindow() throws Exception {
        Program.Ended none = Program.run("station", "--ward", "postgres://ward-db/vigil");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .singleElement()
                .asString()
                .contains("the ward's address is not a JDBC URL of PostgreSQL such as ");

        Program.Ended bare = Program.run("station", "--ward", "jdbc:postgresql://ward-db/vigil?user=station-1");
        assertThat(bare.status()).isEqualTo(1);
        assertThat(bare.err()).singleElement().asString().contains("needs sslmode=verify-full");

        String gone = SERVER.url(database, "station-1").replace("station-1.crt", "gone.crt");
        Program.Ended unreadable = Program.run("station", "--ward", gone);
        assertThat(unreadable.status()).isEqualTo(1);
        assertThat(unreadable.err())
                .singleElement()
                .asString()
                .contains("gone.crt of the ward's address cannot be read");
    }
}
