package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.ui.station.Opened;
import vigil.ward.Outbox;
import vigil.ward.Room;
import vigil.ward.States;
import vigil.ward.WardAddress;
import vigil.ward.WardServer;

/** A room that is looked at from the station, on a real PostgreSQL. */
class RoomFollowerTest {
    @TempDir
    Path dir;

    @Test
    @Tag("G6")
    void aRecordThatEndsDaysBeforeTheBedsidesClockIsShownAsOldAsItIs() throws Exception {
        WardServer server = WardServer.SHARED;
        String database = server.database();
        try (Room room = Room.at(dir).records(5)) {
            Outbox outbox = room.sendsTo(server.url(database, "bedside-12"));
            outbox.publish(() -> States.quiet(5));
            RoomFollower follower =
                    new RoomFollower(WardAddress.parse(server.url(database, "station-1")), "12", new Ticker());
            Thread.ofVirtual().start(follower);
            Opened seen = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(follower::seen, it -> it.read() == 5 && it.snapshot().isPresent());
            follower.stop();
            assertThat(seen.snapshot().orElseThrow().now().utc()).isAfterOrEqualTo(States.AT);
        }
    }
}
