package vigil.pump.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.LineSettings;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.bcc.BccQuery;
import vigil.pump.line.CaptureWriter.Limits;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedAlarm;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;

@Timeout(60)
class CaptureTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Limits SMALL = new Limits(16_384, 3);

    @TempDir
    Path directory = Path.of("unset");

    private Path file() {
        return directory.resolve("night.cap");
    }

    private static Moment at(double seconds) {
        return START.plus(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** A pump and its link on virtual time, every byte captured; returns what the link said. */
    private List<PumpEvent> captured(PumpModel model, int seconds) throws IOException {
        SimulatedPump pump = model.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("360"), START);
        pump.start(START);
        Speaker speaker = model.newSpeaker(Rack.of(pump), START);
        PumpLink link = WatchedLink.of(model);
        List<PumpEvent> events = new ArrayList<>();
        try (CaptureWriter writer = CaptureWriter.begin(file(), Limits.USUAL, model.wireName(), START)) {
            writer.opened(START);
            link.opened(START, events::add);
            for (int ms = 0; ms < seconds * 1_000; ms++) {
                Moment now = START.plus(Duration.ofMillis(ms));
                if (ms == 5_000) {
                    pump.raise(SimulatedAlarm.NEAR_END, now);
                }
                pass(link, speaker, writer, now, events);
            }
        }
        return events;
    }

    private static void pass(PumpLink link, Speaker speaker, CaptureWriter writer, Moment now, List<PumpEvent> events)
            throws IOException {
        Optional<Query> query = link.due(now, events::add);
        byte[] sent = query.map(Query::bytes).orElse(new byte[0]);
        if (sent.length > 0) {
            writer.said(sent, now);
        }
        if (sent.length > 0 || speaker.wakeAt() <= now.bootNanos()) {
            byte[] answer = speaker.heard(sent, sent.length, now);
            if (answer.length > 0) {
                writer.heard(answer, answer.length, now);
                link.received(answer, answer.length, now, events::add);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void captureReplayedAtOnceGivesTheSameEventsAtTheSameMoments(PumpModel model) throws IOException {
        List<PumpEvent> live = captured(model, 60);
        List<PumpEvent> replayed = new ArrayList<>();
        CaptureReplay.play(file(), WatchedLink.of(model), replayed::add);
        assertThat(live.stream().filter(PumpEvent.Reading.class::isInstance)).hasSizeGreaterThan(50);
        assertThat(live.stream().filter(PumpEvent.AlarmStarted.class::isInstance))
                .isNotEmpty();
        assertThat(replayed).isEqualTo(live);
        assertThat(CaptureReplay.pumpOf(file())).isEqualTo(model.wireName());
    }

    @Test
    void captureIsPlainText() throws IOException {
        try (CaptureWriter writer = CaptureWriter.begin(file(), Limits.USUAL, "bcc", START)) {
            writer.opened(at(0));
            writer.said(new byte[] {1, 2}, at(0.0000019));
            writer.heard(new byte[] {(byte) 0xFF, 6, 9}, 2, at(12.345678));
            writer.closed("cable pulled\n\u00e9", at(13));
        }
        assertThat(Files.readString(file())).isEqualTo("""
                # vigil capture 1 bcc 2026-11-22T08:00:00Z
                0.000000 +
                0.000001 > 0102
                12.345678 < ff06
                13.000000 ! cable pulled??
                """);
    }

    @Test
    void entryIsReadAsItWasWritten() {
        for (String line : List.of("0.000000 +", "0.000001 > 0102", "12.345678 < ff06", "13.000000 ! cable pulled")) {
            assertThat(CaptureEntry.parse(line).line()).isEqualTo(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5 < 06", "1.000000 < 0", "1.000000 < 0G", "1.000000 < ", "1.000000 * 06", "x"})
    void wrongEntryIsRefusedWithWhatIsExpected(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptureEntry.parse(line))
                .withMessage("\"%s\" is not SECONDS.MICROSECONDS < HEX, > HEX, + or ! REASON".formatted(line));
    }

    @Test
    @Tag("A7")
    void captureNeverGrowsBeyondItsLimits() throws IOException {
        byte[] block = new byte[5_000];
        try (CaptureWriter writer = CaptureWriter.begin(file(), SMALL, "bcc", START)) {
            for (int i = 0; i < 200; i++) {
                writer.heard(block, block.length, at(i));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> kept = files.sorted().toList();
            assertThat(kept)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("night.cap", "night.cap.1", "night.cap.2");
            for (Path path : kept) {
                assertThat(Files.size(path)).isLessThanOrEqualTo(16_384);
                assertThat(Files.readString(path)).startsWith("# vigil capture 1 bcc 2026-11-22T08:00:00Z\n");
            }
        }
    }

    @Test
    void earlierCaptureOfTheSameNameIsKept() throws IOException {
        CaptureWriter.begin(file(), SMALL, "bcc", START).close();
        CaptureWriter.begin(file(), SMALL, "fresenius", START).close();
        assertThat(CaptureReplay.pumpOf(file())).isEqualTo("fresenius");
        assertThat(CaptureReplay.pumpOf(directory.resolve("night.cap.1"))).isEqualTo("bcc");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        CaptureWriter.begin(file(), SMALL, "bcc", START).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void limitsBelowSixteenThousandBytesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(16_383, 1))
                .withMessage("16383 bytes in 1 files: at least 16384 in 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(16_384, 0));
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text, ISO_8859_1);
    }

    private List<PumpEvent> replayed() throws IOException {
        List<PumpEvent> events = new ArrayList<>();
        CaptureReplay.play(file(), WatchedLink.of(PumpModel.BCC), events::add);
        return events;
    }

    @Test
    void fileThatIsNoCaptureIsRefused() throws IOException {
        write("hello\n");
        assertThatThrownBy(this::replayed).hasMessageContaining("is no capture: its first line is not");
        write("");
        assertThatThrownBy(this::replayed).hasMessageContaining("is no capture");
        write("# vigil capture 1 bcc yesterday\n");
        assertThatThrownBy(this::replayed).hasMessageContaining("\"yesterday\" in its first line is no time");
        write("\u00ff\u00fe");
        assertThatThrownBy(this::replayed).hasMessageContaining("is not plain text");
        write("x".repeat(100_000));
        assertThatThrownBy(this::replayed).hasMessageContaining("a line is too long");
    }

    @Test
    void brokenLineIsNamed() throws IOException {
        write("# vigil capture 1 bcc 2026-11-22T08:00:00Z\n0.000000 +\nbroken\n1.000000 < 06\n");
        assertThatThrownBy(this::replayed).hasMessageContaining("line 3: \"broken\" is not");
    }

    @Test
    void halfWrittenLastLineIsTheEnd() throws IOException {
        write("# vigil capture 1 bcc 2026-11-22T08:00:00Z\n0.000000 +\n1.000000 < 0");
        assertThat(replayed()).hasSize(1);
    }

    @Test
    void captureIsPlayedAtItsOwnSpeedAndIsSilentAtItsEnd() throws IOException {
        write("""
                # vigil capture 1 bcc 2026-11-22T08:00:00Z
                100.000000 +
                100.000000 < 0102
                100.050000 > 06
                100.300000 < 030405
                """);
        byte[] buffer = new byte[2];
        StringBuilder read = new StringBuilder();
        long began = System.nanoTime();
        Line line = PortAddress.parse("capture:" + file()).open(new SerialPorts(directory), settings());
        while (read.length() < 10) {
            int count = line.read(buffer, Duration.ofMillis(20));
            read.append(HexFormat.of().formatHex(buffer, 0, count));
        }
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(300_000_000L);
        assertThat(line.read(buffer, Duration.ofMillis(1))).isZero();
        line.close();
        assertThat(line.read(buffer, Duration.ofSeconds(10))).isEqualTo(-1);
        assertThat(read).hasToString("0102030405");
    }

    private static LineSettings settings() {
        return PumpModel.BCC.lineSettings();
    }

    @Test
    void captureIsReadByTheLoopLikeAPump() throws IOException, InterruptedException {
        captured(PumpModel.FRESENIUS, 4);
        Queue<PumpEvent> events = new ConcurrentLinkedQueue<>();
        LineSource source = () -> PortAddress.parse("capture:" + file()).open(new SerialPorts(directory), settings());
        LinkLoop loop = new LinkLoop(
                source,
                WatchedLink.of(PumpModel.FRESENIUS),
                () -> new Moment(Instant.now(), System.nanoTime(), System.nanoTime()),
                events::add,
                Thread::startVirtualThread);
        Thread thread = Thread.ofPlatform().start(loop);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> events.stream().anyMatch(PumpEvent.Reading.class::isInstance));
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
    }

    private record Answering(byte value) implements Line {
        @Override
        public int read(byte[] buffer, Duration timeout) {
            buffer[0] = value;
            return 1;
        }

        @Override
        public void write(Query query) {}

        @Override
        public String name() {
            return "answering";
        }

        @Override
        public void close() {}
    }

    @Test
    @Tag("E2")
    void captureThatCannotBeWrittenIsToldOnceAndThePumpIsReadAllTheSame() throws IOException {
        CaptureWriter writer = CaptureWriter.begin(file(), SMALL, "bcc", START);
        writer.close();
        List<String> problems = new ArrayList<>();
        try (CapturedLine line = new CapturedLine(new Answering((byte) 6), writer, () -> START, problems::add)) {
            assertThat(line.read(new byte[4], Duration.ZERO)).isEqualTo(1);
            assertThat(line.read(new byte[4], Duration.ZERO)).isEqualTo(1);
            assertThat(line.name()).isEqualTo("answering");
        }
        assertThat(problems).singleElement().satisfies(text -> assertThat(text).startsWith("the capture ends: "));
    }

    @Test
    void lineThatIsCapturedIsWrittenInBothDirections() throws IOException {
        try (CaptureWriter writer = CaptureWriter.begin(file(), SMALL, "bcc", START)) {
            try (CapturedLine line = new CapturedLine(new Answering((byte) 6), writer, () -> at(1), text -> {})) {
                line.write(BccQuery.ACK);
                assertThat(line.read(new byte[4], Duration.ZERO)).isEqualTo(1);
            }
        }
        assertThat(Files.readAllLines(file()).stream().skip(1))
                .containsExactly("1.000000 +", "1.000000 > 06", "1.000000 < 06", "1.000000 ! closed");
    }
}
