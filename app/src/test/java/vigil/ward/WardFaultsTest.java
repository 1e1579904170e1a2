package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.ward.WardException.Kind;

/** What can become of a ward and of the line to it: the bedside goes on, and nothing is lost or doubled. */
class WardFaultsTest {
    private static final WardServer SERVER = WardServer.SHARED;

    @TempDir
    Path dir;

    private String database = "";
    private FaultyLine line;

    @BeforeEach
    void ward() throws Exception {
        database = SERVER.database();
        line = new FaultyLine(SERVER.port());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
    }

    private String throughTheLine() {
        return SERVER.url(database, "bedside-12", line.port());
    }

    private static ConditionFactory within(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(20));
    }

    /** All entries are there, none twice; the chain is the server's own check. */
    private void holdsAllOf(Room room, int seconds) {
        within(seconds)
                .untilAsserted(() -> assertThat(stored()).isEqualTo(room.head().sequence()));
        assertThat(count()).isEqualTo(room.head().sequence());
    }

    private long stored() {
        return number("SELECT sequence FROM vigil.head WHERE room = '12'");
    }

    private long count() {
        return number("SELECT count(*) FROM vigil.entry WHERE room = '12'");
    }

    private long number(String sql) {
        try (Connection connection = SERVER.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apart(Room room, Kind kind, String words, int seconds) {
        within(seconds)
                .until(() -> room.told.stream()
                        .anyMatch(it -> it instanceof WardStatus.Apart(Kind said, String reason)
                                && said == kind
                                && reason.contains(words)
                                && reason.lines().count() == 1));
    }

    @Test
    @Tag("G5")
    void threeDaysOfEntriesFollowInOrderAndTheStateOfNowComesFirst() throws Exception {
        int threeDays = 3 * 24 * 60 * 60 / 10;
        try (Room room = Room.at(dir).records(threeDays);
                WardReader station = WardReader.open(WardAddress.parse(SERVER.url(database, "station-1")))) {
            Outbox outbox = room.sendsTo(throughTheLine());
            outbox.publish(() -> States.quiet(threeDays));
            within(20).until(() -> station.ward().rooms().getFirst().state().isPresent());
            assertThat(stored()).as("entries are still to come").isLessThan(threeDays);
            holdsAllOf(room, 60);
            assertThat(room.told).anyMatch(it -> it instanceof WardStatus.Behind);
            within(5).until(() -> room.latest().equals(new WardStatus.Current()));
        }
    }

    @Test
    @Tag("G6")
    void aLineThatIsCutAgainAndAgainLosesAndDoublesNothing() throws Exception {
        try (Room room = Room.at(dir).records(4_000)) {
            room.sendsTo(throughTheLine());
            for (int i = 1; i <= 5; i++) {
                long before = stored();
                within(20)
                        .until(() ->
                                stored() > before || stored() == room.head().sequence());
                line.cut();
                room.records(50);
            }
            holdsAllOf(room, 30);
        }
    }

    @Test
    @Tag("G6")
    void aLineThatFallsSilentIsNoticedAndWhatWaitedFollows() throws Exception {
        try (Room room = Room.at(dir).records(10)) {
            String brief = throughTheLine() + "&socketTimeout=2&connectTimeout=2";
            Outbox outbox = room.sendsTo(brief);
            holdsAllOf(room, 20);
            line.fallsSilent();
            room.records(100);
            outbox.publish(() -> States.quiet(110));
            apart(room, Kind.UNREACHABLE, "does not answer", 20);
            line.heals();
            holdsAllOf(room, 30);
        }
    }

    @Test
    @Tag("G6")
    void aSlowLineHoldsNobodyUpAtTheBedside() throws Exception {
        line.delays(Duration.ofMillis(300));
        try (Room room = Room.at(dir).records(200)) {
            Outbox outbox = room.sendsTo(throughTheLine());
            long began = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                outbox.publish(() -> States.quiet(1));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
            holdsAllOf(room, 60);
        }
    }

    @Test
    void aServerThatIsNotThereIsOneQuietLine() throws Exception {
        line.close();
        try (Room room = Room.at(dir).records(10)) {
            room.sendsTo(throughTheLine());
            apart(room, Kind.UNREACHABLE, "does not answer", 20);
            room.records(10);
            assertThat(room.head().sequence()).isEqualTo(20);
        }
    }

    @Test
    void connectionsThatTheServerEndsAreMadeAnew() throws Exception {
        try (Room room = Room.at(dir).records(10)) {
            room.sendsTo(throughTheLine());
            holdsAllOf(room, 20);
            SERVER.execute(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(database));
            room.records(10);
            holdsAllOf(room, 20);
        }
    }

    @Test
    @Tag("G4")
    void anExpiredCertificateIsRefusedAndTheBedsideGoesOn() throws Exception {
        SERVER.authority().issue("bedside-old", Instant.now().minus(Duration.ofDays(1)));
        new WardSchema(WardAddress.parse(SERVER.administrator(database))).admit("12", "bedside-old");
        try (Room room = Room.at(dir).records(10)) {
            room.sendsTo(SERVER.url(database, "bedside-old"));
            apart(room, Kind.REFUSED, "ertificate", 20);
            room.records(10);
            assertThat(stored()).isZero();
        }
    }

    @Test
    @Tag("G4")
    void aServerOfAnotherAuthorityOrUnderAnotherNameIsNotSpokenTo() throws Exception {
        TestAuthority other = new TestAuthority(dir.resolve("other"), "other");
        other.issue("bedside-12");
        String foreign =
                "jdbc:postgresql://localhost:%d/%s?%s".formatted(SERVER.port(), database, other.proof("bedside-12"));
        try (Room room = Room.at(dir.resolve("a")).records(1)) {
            room.sendsTo(foreign);
            apart(room, Kind.REFUSED, "certificates are not accepted", 20);
        }
        String byNumber = SERVER.url(database, "bedside-12").replace("//localhost", "//127.0.0.1");
        try (Room room = Room.at(dir.resolve("b")).records(1)) {
            room.sendsTo(byNumber);
            within(20).until(() -> room.latest() instanceof WardStatus.Apart);
        }
        assertThat(stored()).isZero();
    }

    @Test
    void aCertificateWithoutARoomAndASchemaOfAnotherVersionAreOneLineEach() throws Exception {
        SERVER.authority().issue("bedside-99");
        SERVER.execute(
                database,
                "DO $$ BEGIN CREATE ROLE \"bedside-99\" LOGIN IN ROLE vigil_bedside;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        try (Room room = Room.at(dir.resolve("a")).records(1)) {
            room.sendsTo(SERVER.url(database, "bedside-99"));
            apart(room, Kind.REFUSED, "has no room for this certificate", 20);
        }
        SERVER.execute(
                database, "CREATE OR REPLACE FUNCTION vigil.version() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 7");
        try (Room room = Room.at(dir.resolve("b")).records(1)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            apart(room, Kind.FOREIGN, "has schema version 7, this program speaks version 1; update this program", 20);
        }
        SERVER.execute(database, "DROP SCHEMA vigil CASCADE");
        try (Room room = Room.at(dir.resolve("c")).records(1)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            apart(room, Kind.FOREIGN, "has no schema of Vigil; run 'vigil ward init'", 20);
        }
    }

    @Test
    void aServerThatCannotStoreIsOneLineAndWhatWaitedFollowsOnceItCan() throws Exception {
        try (Room room = Room.at(dir).records(10)) {
            SERVER.execute("postgres", "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(database));
            room.sendsTo(throughTheLine());
            apart(room, Kind.UNABLE, "cannot do that now", 20);
            SERVER.execute("postgres", "ALTER DATABASE %s RESET default_transaction_read_only".formatted(database));
            line.cut();
            holdsAllOf(room, 30);
        }
    }

    @Test
    void aBedsideWhoseClockIsWrongIsAsOldAtTheStationAsAnyOther() throws Exception {
        Instant wrong = Instant.parse("1970-01-01T00:00:10Z");
        try (Room room = Room.at(dir).records(1);
                WardReader station = WardReader.open(WardAddress.parse(SERVER.url(database, "station-1")))) {
            room.sendsTo(throughTheLine()).publish(() -> States.with(1, wrong, List.of()));
            within(20).until(() -> station.ward().rooms().getFirst().state().isPresent());
            WardReader.Heard heard = station.ward().rooms().getFirst();
            assertThat(heard.state().map(RoomState::at)).isEqualTo(Optional.of(wrong));
            assertThat(heard.age().orElseThrow()).isLessThan(Duration.ofSeconds(5));
            holdsAllOf(room, 20);
        }
    }

    @Test
    void aServerWhoseDiskIsFullIsOneLineAndIsStillShownHowItStands() throws Exception {
        // What the server says when a table cannot grow; no disk was filled here.
        SERVER.execute(
                database,
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;"
                        + " CREATE TRIGGER full_disk BEFORE INSERT ON vigil.entry FOR EACH ROW EXECUTE FUNCTION full_disk()");
        try (Room room = Room.at(dir).records(10);
                WardReader station = WardReader.open(WardAddress.parse(SERVER.url(database, "station-1")))) {
            Outbox outbox = room.sendsTo(throughTheLine());
            apart(room, Kind.UNABLE, "its disk is full", 20);
            outbox.publish(() -> States.alarmed(10));
            within(3).until(() -> station.ward().rooms().getFirst().state().equals(Optional.of(States.alarmed(10))));
            assertThat(room.latest()).isInstanceOf(WardStatus.Apart.class);
            SERVER.execute(database, "DROP TRIGGER full_disk ON vigil.entry");
            line.cut();
            holdsAllOf(room, 30);
            within(5).until(() -> room.latest().equals(new WardStatus.Current()));
        }
    }

    @Test
    @Tag("G6")
    void theServerNoticesWithinHalfAMinuteThatABedsideIsGoneWithoutAWord() throws Exception {
        try (Connection bedside =
                        WardAddress.parse(SERVER.url(database, "bedside-12")).connect();
                Statement statement = bedside.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(setting::int) FROM pg_settings WHERE name ="
                                + " 'tcp_keepalives_idle' OR name = 'tcp_keepalives_interval' OR name = 'tcp_keepalives_count'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(10 + 5 + 3);
        }
    }

    @Test
    void aStateThatCannotBeMadeHoldsUpNothingThatFollows() throws Exception {
        try (Room room = Room.at(dir).records(10)) {
            Outbox outbox = room.sendsTo(throughTheLine());
            outbox.publish(() -> {
                throw new IllegalStateException("no such thing");
            });
            apart(room, Kind.UNABLE, "no such thing", 20);
            outbox.publish(() -> States.quiet(10));
            holdsAllOf(room, 20);
        }
    }
}
