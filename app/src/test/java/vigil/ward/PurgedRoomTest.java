package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Head;
import vigil.journal.ShortenedRecord;
import vigil.journal.Verify;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;

/** A room whose record was purged at the bedside while newer sessions were kept, on a real PostgreSQL. */
class PurgedRoomTest {
    private static final WardServer SERVER = WardServer.SHARED;
    private static final int GONE = 300;
    private static final int ALL = 500;

    @TempDir
    Path dir;

    private String database = "";
    private Path purged;
    private Head cut;
    private Head old;

    @BeforeEach
    void ward() throws Exception {
        database = SERVER.database();
        purged = dir.resolve("purged");
        try (Room room = Room.at(dir.resolve("whole")).records(GONE)) {
            cut = room.head();
            old = room.records(ALL - GONE).head();
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    private Room purge() throws Exception {
        Files.createDirectories(purged);
        KeyFile.makeLike(dir.resolve("whole"), purged, Map.of());
        Moment at = new Moment(Instant.parse("2026-04-01T00:00:00Z"), 0, 0);
        List<Event> console = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            console.add(new Event.Tick(at));
        }
        new ShortenedRecord(dir.resolve("whole"), purged)
                .write(
                        new Event.RecordShortened(at, Duration.ZERO, 41, GONE, cut.chainHash()),
                        console,
                        old,
                        new Event.RecordPurged(
                                at, ALL, old.chainHash(), 1, "A. Admin", "over", Optional.of(GONE + 1L)));
        return Room.at(purged);
    }

    private void sent(Room room) throws Exception {
        room.sendsTo(SERVER.url(database, "bedside-12"));
        soon().untilAsserted(() -> assertThat(verdict().extent().head()).isEqualTo(room.head()));
        room.stopsSending();
    }

    private WardVerify.Verdict verdict() throws Exception {
        try (WardReader reader = WardReader.open(
                WardAddress.parse(SERVER.url(database, "station-1")).proven())) {
            return new WardVerify(reader)
                    .run().stream()
                            .filter(it -> it.extent().room().equals("12"))
                            .findFirst()
                            .orElseThrow();
        }
    }

    private List<Long> followed() throws Exception {
        List<Long> seen = new ArrayList<>();
        try (WardReader reader = WardReader.open(
                WardAddress.parse(SERVER.url(database, "station-1")).proven())) {
            reader.chained("12", Head.start(), Long.MAX_VALUE, copy -> seen.add(copy.sequence()));
        }
        return seen;
    }

    @Test
    void aRoomThatWasUpToDateGoesOnAndLosesNothing() throws Exception {
        try (Room room = Room.at(dir.resolve("whole"))) {
            sent(room);
        }
        try (Room room = purge().records(10)) {
            sent(room);
            assertThat(verdict().fault()).isEmpty();
            assertThat(followed()).hasSize(ALL + 11);
        }
    }

    @Test
    void aRoomThatStoodAtTheCutIsContinuedFromThere() throws Exception {
        try (Room room = purge()) {
            assertThat(room.record().holds(cut)).isTrue();
            assertThat(room.record().holds(new Head(GONE, old.chainHash()))).isFalse();
            assertThat(room.record().holds(new Head(GONE - 1, cut.chainHash()))).isFalse();
            assertThat(room.record().after(cut, 1, 1).getFirst().sequence()).isEqualTo(GONE + 1);
        }
    }

    @Test
    void aRoomThatIsAdmittedAfterwardsHoldsWhatIsThere() throws Exception {
        try (Room room = purge().records(10)) {
            sent(room);
            assertThat(verdict().fault()).isEmpty();
            assertThat(followed())
                    .hasSize(41 + ALL - GONE + 11)
                    .contains(41L, GONE + 1L)
                    .doesNotContain(42L);
        }
    }

    @Test
    void aRoomThatWasBehindTheCutIsToldSoAndLeftAsItIs() throws Exception {
        try (Room behind = Room.at(dir.resolve("whole"))) {
            OwnRecord record = OwnRecord.in(dir.resolve("whole"), () -> 100);
            Outbox outbox = new Outbox(
                    WardAddress.parse(SERVER.url(database, "bedside-12")), record, new vigil.Ticker(), _ -> {});
            Thread thread = new Thread(outbox, "ward");
            thread.start();
            soon().untilAsserted(() ->
                    assertThat(verdict().extent().head().sequence()).isEqualTo(100));
            outbox.stop();
            thread.join();
            assertThat(behind.head()).isEqualTo(old);
        }
        try (Room room = purge()) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            soon().until(() -> room.latest() instanceof WardStatus.Apart(WardException.Kind kind, String line)
                    && kind == WardException.Kind.FOREIGN
                    && line.contains("up to entry 300, was purged at the bedside before it came here"));
        }
        assertThat(verdict().extent().head().sequence()).isEqualTo(100);
        assertThat(verdict().fault()).isEmpty();
    }

    @Test
    void aPurgedRecordComesBackFromTheWardAsItIs() throws Exception {
        Head head;
        try (Room room = purge().records(10)) {
            sent(room);
            head = room.head();
        }
        Path fresh = dir.resolve("fresh");
        WardAddress own = WardAddress.parse(SERVER.url(database, "bedside-12"));
        assertThat(new WardRestore(own, fresh, Optional.empty()).run(Optional.empty(), States.AT))
                .isEqualTo(head);
        assertThat(Verify.journal(fresh, Optional.of(old))).isInstanceOf(Verify.Verdict.Sound.class);
    }
}
