package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Head;
import vigil.journal.Verify;

/** Rooms and a station on a real PostgreSQL, over TLS with certificates of the test. */
class WardTest {
    private static final WardServer SERVER = WardServer.SHARED;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path dir;

    private String database = "";

    @BeforeEach
    void ward() throws Exception {
        database = SERVER.database();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20));
    }

    private WardReader station() throws IOException {
        return WardReader.open(
                WardAddress.parse(SERVER.url(database, "station-1")).proven());
    }

    private List<WardReader.Extent> extents() throws IOException {
        try (WardReader reader = station()) {
            return reader.extents();
        }
    }

    private void reaches(String room, Head head) {
        soon().untilAsserted(() -> assertThat(extents())
                .filteredOn(it -> it.room().equals(room))
                .extracting(WardReader.Extent::head)
                .containsExactly(head));
    }

    private Object count(String table) throws SQLException {
        return number("SELECT count(*) FROM vigil." + table);
    }

    private Object number(String sql) throws SQLException {
        try (Connection connection = SERVER.connect(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void everyEntryArrivesOnceWithItsChainAndASignature() throws Exception {
        try (Room room = Room.at(dir).records(3_000)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            room.records(5);
            reaches("12", room.head());
            assertThat(count("entry")).isEqualTo(3_005L);
        }
        try (WardReader reader = station()) {
            assertThat(new WardVerify(reader).run())
                    .allMatch(WardVerify.Verdict::isSound)
                    .filteredOn(it -> it.signed() > 0)
                    .extracting(it -> it.extent().room())
                    .containsExactly("12");
        }
    }

    @Test
    void makingAndAdmittingAgainChangesNothing() throws Exception {
        try (Room room = Room.at(dir).records(3)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            WardSchema schema = new WardSchema(WardAddress.parse(SERVER.administrator(database)));
            schema.make();
            schema.admit("12", "bedside-12");
            assertThat(extents()).extracting(WardReader.Extent::head).contains(room.head(), Head.start());
        }
    }

    @Test
    void aStateIsShownAtOnceWhenAConditionCame() throws Exception {
        try (Room room = Room.at(dir).records(1);
                WardReader reader = station()) {
            Outbox outbox = room.sendsTo(SERVER.url(database, "bedside-12"));
            outbox.publish(() -> States.quiet(1));
            soon().until(() -> reader.ward().rooms().getFirst().state().equals(Optional.of(States.quiet(1))));
            outbox.publish(() -> States.alarmed(1));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> reader.ward().rooms().getFirst().state().equals(Optional.of(States.alarmed(1))));
            assertThat(reader.ward().rooms().getFirst().age().orElseThrow()).isLessThan(Duration.ofSeconds(3));
            assertThat(reader.ward().rooms().getLast().age()).isEmpty();
        }
    }

    @Test
    @Tag("G5")
    void twoSendersOfOneRecordStoreEachEntryOnce() throws Exception {
        try (Room room = Room.at(dir).records(5_000)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            assertThat(count("entry")).isEqualTo(5_000L);
        }
    }

    @Test
    void anotherRecordUnderTheSameCertificateIsRefusedInOneLineAndChangesNothing() throws Exception {
        try (Room room = Room.at(dir.resolve("a")).records(20)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            try (Room other = Room.at(dir.resolve("b")).records(40)) {
                other.sendsTo(SERVER.url(database, "bedside-12"));
                soon().until(() -> other.latest() instanceof WardStatus.Apart(WardException.Kind kind, String line)
                        && kind == WardException.Kind.FOREIGN
                        && line.contains("holds another record of this room up to entry 20"));
                other.records(1);
            }
            assertThat(count("entry")).isEqualTo(20L);
        }
    }

    @Test
    @Tag("G7")
    void aCertificateReachesItsOwnRoomOnly() throws Exception {
        try (Room room = Room.at(dir).records(20)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
        }
        // A copy of a database has not the rights of the whole database; making it again gives them.
        new WardSchema(WardAddress.parse(SERVER.administrator(database))).make();
        try (Connection other = DriverManager.getConnection(SERVER.url(database, "bedside-14"));
                Statement statement = other.createStatement()) {
            for (String table : List.of("room WHERE room = '12'", "head WHERE room = '12'", "entry", "signature")) {
                try (var rows = statement.executeQuery("SELECT * FROM vigil." + table)) {
                    assertThat(rows.next()).as(table).isFalse();
                }
            }
            for (String forbidden : List.of(
                    "SELECT * FROM vigil.state",
                    "INSERT INTO vigil.head VALUES ('12', 5, '')",
                    "UPDATE vigil.head SET sequence = 0 WHERE room = '14'",
                    "DELETE FROM vigil.entry",
                    "INSERT INTO vigil.state VALUES ('12', now(), 1, '{}')",
                    "SELECT vigil.retain(interval '1 year')",
                    "SELECT vigil.prepare_month(now())",
                    "SET ROLE vigil_owner",
                    "CREATE TABLE vigil.own (x int)",
                    "CREATE TEMPORARY TABLE own (x int)")) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aStationOnlyReads() throws Exception {
        try (Connection station = DriverManager.getConnection(SERVER.url(database, "station-1"));
                Statement statement = station.createStatement()) {
            for (String forbidden : List.of(
                    "SELECT vigil.show(1, '{}')",
                    "SELECT * FROM vigil.append('{}','{}','{}','{}','{}','{}','{}','{}')",
                    "UPDATE vigil.state SET sequence = 1",
                    "DELETE FROM vigil.entry")) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    @Tag("E13")
    void verificationNamesTheFirstEntryThatWasChangedOrTakenOut() throws Exception {
        try (Room room = Room.at(dir).records(100)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
        }
        SERVER.execute(database, "UPDATE vigil.entry SET payload = payload || ' '::bytea WHERE sequence = 50");
        assertThat(fault()).contains("entry 50 was changed, or does not follow the one before");
        SERVER.execute(database, "DELETE FROM vigil.entry WHERE sequence = 40");
        assertThat(fault()).contains("entry 40 is missing");
        SERVER.execute(database, "DELETE FROM vigil.entry WHERE sequence > 10");
        assertThat(fault()).contains("entries end at 10 instead of 100");
        SERVER.execute(
                database,
                "UPDATE vigil.head SET sequence = 10, chain_hash = (SELECT chain_hash FROM vigil.entry WHERE sequence = 10)"
                        + " WHERE room = '12'");
        assertThat(fault().orElse("")).matches("entry [0-9]+, which the bedside signed, is missing");
    }

    private Optional<String> fault() throws IOException {
        try (WardReader reader = station()) {
            return new WardVerify(reader).run().getFirst().fault();
        }
    }

    @Test
    void aLostDiskComesBackFromTheWardAndTheRecordGoesOnThere() throws Exception {
        Head before;
        try (Room room = Room.at(dir.resolve("lost")).records(5_000)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            before = room.head();
        }
        Path fresh = dir.resolve("fresh");
        WardAddress own = WardAddress.parse(SERVER.url(database, "bedside-12"));
        assertThat(new WardRestore(own, fresh, Optional.empty()).run(Optional.empty(), States.AT))
                .isEqualTo(before);
        assertThat(Verify.journal(fresh)).isInstanceOf(Verify.Verdict.Sound.class);
        try (Room room = Room.at(fresh).records(10)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            assertThat(count("entry")).isEqualTo(5_010L);
        }
        assertThat(fault()).isEmpty();
    }

    @Test
    void restoringIsRefusedWhereARecordIsOrTheWardHasNone() throws Exception {
        WardAddress own = WardAddress.parse(SERVER.url(database, "bedside-14"));
        assertThatThrownBy(() -> new WardRestore(own, dir, Optional.empty()).run(Optional.empty(), States.AT))
                .isInstanceOf(WardException.class)
                .hasMessageContaining("holds no entry of room 14");
        WardAddress station = WardAddress.parse(SERVER.url(database, "station-1"));
        assertThatThrownBy(() -> new WardRestore(station, dir, Optional.empty()).run(Optional.empty(), States.AT))
                .hasMessage("this certificate reads 2 rooms; say which one with --room");
    }

    @Test
    void whatIsOlderThanIsKeptIsDroppedByTheMonthAndTheRestStaysProvable() throws Exception {
        try (Room room = Room.at(dir).records(100)) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
            room.stopsSending();
            SERVER.execute(
                    database,
                    "SELECT vigil.prepare_month(now() - interval '3 months');"
                            + "UPDATE vigil.entry SET received = received - interval '3 months' WHERE sequence <= 60");
            SERVER.execute(database, "SELECT vigil.retain(interval '2 months')");
            assertThat(count("entry")).isEqualTo(40L);
            assertThat(fault()).isEmpty();
            room.records(5).sendsTo(SERVER.url(database, "bedside-12"));
            reaches("12", room.head());
        }
        WardAddress own = WardAddress.parse(SERVER.url(database, "bedside-12"));
        assertThatThrownBy(
                        () -> new WardRestore(own, dir.resolve("x"), Optional.empty()).run(Optional.empty(), States.AT))
                .hasMessageContaining("has dropped the entries of room 12 up to 60");
    }

    @Test
    @Tag("G6")
    void aStateThatIsNotUnderstoodHereIsToldApartFromOneThatNeverCame() throws Exception {
        try (Connection bedside = DriverManager.getConnection(SERVER.url(database, "bedside-12"));
                Statement statement = bedside.createStatement();
                WardReader reader = station()) {
            statement.execute("SELECT vigil.show(1, '{\"at\": \"2027-01-01T00:00:00Z\", \"rooms\": []}')");
            WardReader.Heard foreign = reader.ward().rooms().getFirst();
            assertThat(foreign.state()).isEmpty();
            assertThat(foreign.received()).isPresent();
            assertThat(reader.ward().rooms().getLast().received()).isEmpty();
        }
    }

    @Test
    void aBedThatStaysClosedIsForgottenByItsAdministratorUntilItsConsoleSpeaks() throws Exception {
        try (Connection bedside = DriverManager.getConnection(SERVER.url(database, "bedside-12"));
                Statement statement = bedside.createStatement();
                WardReader reader = station()) {
            String show = "SELECT vigil.show(1, '%s')".formatted(RoomStateText.write(States.quiet(1)));
            statement.execute(show);
            assertThat(reader.ward().rooms().getFirst().received()).isPresent();
            SERVER.execute(database, "DELETE FROM vigil.state WHERE room = '12'");
            assertThat(reader.ward().rooms().getFirst().received()).isEmpty();
            statement.execute(show);
            assertThat(reader.ward().rooms().getFirst().state()).isPresent();
        }
    }

    @Test
    void twoRoomsThatBeginAMonthAtOnceBothStoreTheirEntries() throws Exception {
        String append = "SELECT * FROM vigil.append('{}','{}','{}','{}','{}','{}','{}','{}')";
        try (Connection first = DriverManager.getConnection(SERVER.url(database, "bedside-12"));
                Connection second = DriverManager.getConnection(SERVER.url(database, "bedside-14"));
                Statement one = first.createStatement();
                Statement other = second.createStatement()) {
            first.setAutoCommit(false);
            one.execute(append);
            FutureTask<Boolean> waiting = new FutureTask<>(() -> other.execute(append));
            Thread.ofPlatform().start(waiting);
            soon().until(() -> number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .equals(1L));
            first.commit();
            assertThat(waiting.get()).isTrue();
        }
    }
}
