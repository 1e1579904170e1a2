package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Head;
import vigil.journal.JournalReader;
import vigil.session.SessionId;
import vigil.ui.history.Replay;
import vigil.ward.Room;
import vigil.ward.WardAddress;
import vigil.ward.WardReader;
import vigil.ward.WardServer;

/** What is past in a room, looked at from the station, on a real PostgreSQL. */
class RoomContentsTest {
    private static final WardServer SERVER = WardServer.SHARED;

    @TempDir
    Path dir;

    private static vigil.engine.Bedside course() {
        vigil.engine.Bedside course =
                vigil.engine.Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(40));
        return course.loses().runs(Duration.ofMinutes(1));
    }

    private static void arrives(WardAddress station, Head head) throws IOException {
        try (WardReader reader = WardReader.open(station)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> reader.following("12", Head.start()).head().equals(head));
        }
    }

    @Test
    @Tag("E13")
    void anyMomentIsShownAsAtTheBedsideAndAnEntryThatWasChangedIsRefused() throws Exception {
        String database = SERVER.database();
        WardAddress station = WardAddress.parse(SERVER.url(database, "station-1"));
        vigil.engine.Bedside course = course();
        SessionId id = course.engine().session().id().orElseThrow();
        try (Room room = Room.at(dir).records(course.events())) {
            room.sendsTo(SERVER.url(database, "bedside-12"));
            arrives(station, room.head());
            Replay there = new RoomContents(station, "12").replay(id, (_, _) -> {});
            Replay here = SessionReplay.of(
                    id, JournalReader.in(dir)::read, room.head().sequence(), (_, _) -> {});
            assertThat(there.length()).isEqualTo(here.length());
            for (Duration since :
                    new Duration[] {Duration.ofMinutes(41), Duration.ofMinutes(7), Duration.ofMinutes(29), Duration.ZERO
                    }) {
                assertThat(there.at(since)).as("%s", since).isEqualTo(here.at(since));
            }
            SERVER.execute(database, "UPDATE vigil.entry SET payload = payload || ' '::bytea WHERE sequence = 5");
            assertThatThrownBy(() -> new RoomContents(station, "12").replay(id, (_, _) -> {}))
                    .hasMessage("entry 5 does not continue the chain; check with 'vigil verify --ward'");
        }
        assertThatThrownBy(() -> new RoomContents(station, "14").replay(id, (_, _) -> {}))
                .hasMessageContaining("is not in this record");
    }
}
