package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.look.Words;
import vigil.pump.Moment;
import vigil.ui.parts.Phrases;
import vigil.ui.station.Filter;
import vigil.ui.station.StationModel;
import vigil.ui.station.StationSight;
import vigil.ui.station.TileModel;
import vigil.ward.FaultyLine;
import vigil.ward.Outbox;
import vigil.ward.Room;
import vigil.ward.RoomState;
import vigil.ward.States;
import vigil.ward.WardAddress;
import vigil.ward.WardSchema;
import vigil.ward.WardServer;

/** What a station says of bedsides and of a server that do not speak any more, on a real PostgreSQL, without any other condition. */
class StationLoopTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.of("en", "AU")), ZoneId.of("Australia/Sydney"));
    private static final Ticker TICKER = new Ticker();

    @TempDir
    Path dir;

    private final StationSound sound = new StationSound();
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final Map<String, Outbox> speaking = new ConcurrentHashMap<>();
    private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor();
    private final List<StationLoop> loops = new ArrayList<>();

    /** What stood on the wall at a moment, and what was heard. */
    private record Shown(Moment at, StationModel model, Optional<AlarmPriority> heard, StationSight sight) {
        TileModel tile(String room) {
            return model.tiles().stream()
                    .filter(it -> it.room().equals(room))
                    .findFirst()
                    .orElseThrow();
        }

        boolean knows(String... rooms) {
            return !sight.isBlind()
                    && List.of(rooms).stream()
                            .allMatch(room -> model.tiles().stream()
                                    .anyMatch(it -> it.room().equals(room)
                                            && List.of("No conditions", "Empty room")
                                                    .contains(it.quiet())
                                            && it.banner().isEmpty()));
        }
    }

    @AfterEach
    void end() {
        loops.forEach(StationLoop::stop);
        seconds.shutdownNow();
    }

    private void station(String url) {
        StationLoop loop = new StationLoop(WardAddress.parse(url), TICKER, Optional::empty, this::show);
        loops.add(loop);
        Thread thread = new Thread(loop, "station");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(StationSight sight) {
        Moment now = TICKER.get();
        shown.add(new Shown(
                now,
                StationModel.of(sight, Filter.ALL, 1, PHRASES),
                sound.wanted(sight, now).signal().map(AlarmSignal::priority),
                sight));
    }

    /** Each second it tells how it stands, as a bedside does. */
    private void speaks(String room, Outbox outbox, RoomState state) {
        speaking.put(room, outbox);
        outbox.publish(() -> state);
        var _ = seconds.scheduleAtFixedRate(
                () -> Optional.ofNullable(speaking.get(room)).ifPresent(it -> it.publish(() -> state)),
                1,
                1,
                TimeUnit.SECONDS);
    }

    private void soon(int within, Predicate<Shown> wanted) {
        Moment from = TICKER.get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(within))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> first(from, wanted).isPresent());
    }

    private Optional<Shown> first(Moment from, Predicate<Shown> wanted) {
        return shown.stream()
                .filter(it -> !it.at().since(from).isNegative())
                .filter(wanted)
                .findFirst();
    }

    private Duration until(Moment from, Predicate<Shown> wanted) {
        return first(from, wanted).orElseThrow().at().since(from);
    }

    private static RoomState empty() {
        RoomState one = States.quiet(1);
        return new RoomState(
                one.at(),
                1,
                false,
                true,
                Optional.empty(),
                new RoomState.Course("PLANNED", false, Optional.empty(), Optional.empty(), Optional.empty(), 0),
                new RoomState.Dose(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        BigDecimal.ZERO,
                        false),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    @Tag("G6")
    void aBedsideThatWasClosedKilledOrCutOffIsShownSilentWithinThreeSecondsAndHeardWithinTen() throws Exception {
        WardServer server = WardServer.SHARED;
        String database = server.database();
        server.authority().issue("bedside-16");
        new WardSchema(WardAddress.parse(server.administrator(database))).admit("16", "bedside-16");
        try (FaultyLine killed = new FaultyLine(server.port());
                FaultyLine cut = new FaultyLine(server.port());
                Room closes = Room.at(dir.resolve("12")).records(1);
                Room dies = Room.at(dir.resolve("14")).records(1);
                Room alone = Room.at(dir.resolve("16")).records(1)) {
            speaks("12", closes.sendsTo(server.url(database, "bedside-12")), States.quiet(1));
            speaks("14", dies.sendsTo(server.url(database, "bedside-14", killed.port())), empty());
            speaks("16", alone.sendsTo(server.url(database, "bedside-16", cut.port())), States.quiet(1));
            station(server.url(database, "station-1"));
            soon(30, it -> it.knows("12", "14", "16"));

            Moment over = TICKER.get();
            speaking.remove("12");
            closes.stopsSending();
            killed.dies();
            cut.fallsSilent();
            Predicate<Shown> alarmed = it -> List.of("12", "14", "16").stream()
                    .allMatch(room -> it.tile(room)
                            .banner()
                            .filter(banner -> banner.priority() == AlarmPriority.MEDIUM
                                    && banner.title().startsWith("No word for"))
                            .isPresent());
            soon(20, alarmed);

            for (String room : List.of("12", "14", "16")) {
                Predicate<Shown> silent = it -> it.tile(room).quiet().startsWith("No word for");
                assertThat(until(over, silent)).as(room).isLessThanOrEqualTo(Duration.ofSeconds(3));
            }
            assertThat(first(over, it -> it.tile("12").dose().equals(Optional.of("--"))))
                    .isPresent();
            assertThat(until(over, alarmed)).isLessThan(Duration.ofSeconds(10));
            Predicate<Shown> heard = it -> it.heard().equals(Optional.of(AlarmPriority.MEDIUM));
            assertThat(until(over, heard)).isLessThan(Duration.ofSeconds(10));
            assertThat(first(over, it -> it.sight().isBlind()))
                    .as("the ward itself answers all the time")
                    .isEmpty();
            cut.heals();
        }
    }

    @Test
    @Tag("G6")
    void aServerThatIsKilledMakesTheStationBlindAndNoRoomQuietAndAllComesBackByItself() throws Exception {
        WardServer server = WardServer.start(dir.resolve("server"));
        String database = server.database();
        try (Room one = Room.at(dir.resolve("12")).records(1);
                Room other = Room.at(dir.resolve("14")).records(1)) {
            speaks("12", one.sendsTo(server.url(database, "bedside-12")), States.quiet(1));
            speaks("14", other.sendsTo(server.url(database, "bedside-14")), empty());
            station(server.url(database, "station-1"));
            soon(30, it -> it.knows("12", "14"));

            Moment killed = TICKER.get();
            server.kill();
            saysThatItIsBlind(killed);
            assertThat(loops.getFirst().latest().isBlind())
                    .as("what is printed now")
                    .isTrue();
            server.again();
            soon(60, it -> it.knows("12", "14") && it.tile("12").dose().equals(Optional.of("0.120")));
            assertThat(shown.getLast().model().trouble()).isEmpty();
        }
        server.postgres().close();
    }

    @Test
    @Tag("G6")
    void aServerBehindALineThatDiedIsNoticedAsWell() throws Exception {
        WardServer server = WardServer.SHARED;
        String database = server.database();
        try (FaultyLine line = new FaultyLine(server.port());
                Room one = Room.at(dir.resolve("12")).records(1)) {
            speaks("12", one.sendsTo(server.url(database, "bedside-12")), States.quiet(1));
            station(server.url(database, "station-1", line.port()));
            soon(30, it -> it.knows("12"));
            Moment dead = TICKER.get();
            line.fallsSilent();
            saysThatItIsBlind(dead);
            line.heals();
            soon(30, it -> it.knows("12"));
        }
    }

    /** Within its limits: on the wall by itself after three seconds (StationPaneTest), told and heard here before ten. */
    private void saysThatItIsBlind(Moment since) {
        soon(20, it -> it.sight().isBlind());
        Shown blind = first(since, it -> it.sight().isBlind()).orElseThrow();
        assertThat(blind.at().since(since)).isLessThan(Duration.ofSeconds(8));
        assertThat(blind.heard()).contains(AlarmPriority.MEDIUM);
        assertThat(blind.model().trouble().orElse(""))
                .startsWith("No answer from the ward database for ")
                .contains("does not answer");
        assertThat(blind.model().tiles()).isNotEmpty().allSatisfy(tile -> {
            assertThat(tile.quiet()).isIn("Not known now", "Not connected yet");
            assertThat(tile.banner()).isEmpty();
            assertThat(tile.dose().orElse("--")).isEqualTo("--");
        });
    }
}
