package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.PumpModel;

/** What {@code vigil record} keeps of the wire, and that playing it gives the same readings; real processes. */
class CaptureRecordTest {
    private static final int READINGS = 4;

    @TempDir
    Path dir;

    private Path data() {
        return dir.resolve("data");
    }

    private Path capture(PumpModel model) {
        return data().resolve("captures").resolve(model.wireName() + ".cap");
    }

    private static Program record(PumpModel model, String port, Path data) throws IOException {
        return Program.start(
                "record",
                "--jsonl",
                "--pump",
                model.wireName(),
                "--port",
                port,
                "--data",
                data.toString(),
                "--weight",
                "70",
                "--concentration",
                "5");
    }

    /** What was recorded from a pump that runs fast and alarms, until some readings have come; then told to end. */
    private List<String> recorded(PumpModel model) throws Exception {
        List<String> printed = new ArrayList<>();
        try (var pump = Program.simulate(model, "--speed", "300", "--rate", "3.6", "--alarm", "occlusion@900");
                Program record = record(model, pump.port(), data())) {
            for (int i = 0; i < READINGS; i++) {
                printed.add(record.lineWhere(line -> kept(line, printed)));
            }
            record.stop();
            record.ended().out().stream().filter(CaptureRecordTest::isOfThePump).forEach(printed::add);
        }
        return printed;
    }

    /** Notes what stands between readings too. */
    private static boolean kept(String line, List<String> printed) {
        if (!JsonLine.isReading(line) && isOfThePump(line)) {
            printed.add(line);
        }
        return JsonLine.isReading(line);
    }

    /** The link's own states depend on when the port was opened, not on the wire alone. */
    private static boolean isOfThePump(String line) {
        return !JsonLine.of(line).type().equals("link");
    }

    /** Everything but the moment, which differs by what a thread takes from the line to the link. */
    private static List<String> withoutTime(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\"at\":\"[^\"]*\",", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRecordedGivesTheSameReadingsDosesAndAlarmsWhenPlayedAtOnce(PumpModel model) throws Exception {
        List<String> live = recorded(model);
        Program.Ended replay = record(model, "capture:" + capture(model) + "?at-once", dir.resolve("replay"))
                .ended();
        assertThat(replay.status()).as("%s", replay.err()).isZero();
        List<String> replayed =
                replay.out().stream().filter(CaptureRecordTest::isOfThePump).toList();
        assertThat(live).hasSizeGreaterThan(READINGS - 1);
        assertThat(withoutTime(replayed)).startsWith(withoutTime(live).toArray(String[]::new));
        assertThat(JsonLine.of(replayed.getFirst()).at().plusSeconds(1))
                .as("on the clock of the capture")
                .isBetween(
                        JsonLine.of(live.getFirst()).at(),
                        JsonLine.of(live.getFirst()).at().plusSeconds(2));
        assertThat(new Verification(dir.resolve("replay")).run().sound()).isTrue();
    }

    @Test
    void playedAsAPortItGivesTheSameReadingsAtItsOwnSpeed() throws Exception {
        List<String> live =
                recorded(PumpModel.BCC).stream().filter(JsonLine::isReading).toList();
        List<String> replayed = new ArrayList<>();
        try (Program replay = record(PumpModel.BCC, "capture:" + capture(PumpModel.BCC), dir.resolve("replay"))) {
            while (replayed.size() < READINGS) {
                replayed.add(replay.lineWhere(JsonLine::isReading));
            }
        }
        assertThat(withoutTime(replayed))
                .containsExactlyElementsOf(withoutTime(live).subList(0, READINGS));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theWireIsKeptInBothDirectionsForItsOwnerOnly() throws Exception {
        recorded(PumpModel.BCC);
        Path file = capture(PumpModel.BCC);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).startsWith("# vigil capture 1 bcc 20");
        assertThat(lines.get(1)).endsWith(" +");
        // <SOH>00031<STX>1/1/1>ADMIN:ALIVE as sent, and the beginning of the answer
        assertThat(lines).anyMatch(line -> line.contains(" > 01303030333102312f312f313e41455841".substring(0, 20)));
        assertThat(lines).anyMatch(line -> line.contains(" < 013030"));
        assertThat(lines.getLast()).as("closed in order").endsWith(" ! closed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aWireOfAnotherPumpIsRefused() throws Exception {
        Path file = Files.writeString(dir.resolve("x.cap"), "# vigil capture 1 alaris 2026-11-22T08:00:00Z\n");
        Program.Ended ended = record(PumpModel.BCC, "capture:" + file, data()).ended();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).singleElement().asString().contains("another pump", "--pump alaris");
    }

    @Test
    void aWireOfAnotherDayNeverJoinsAnOpenSession() throws Exception {
        Path file = Files.writeString(dir.resolve("x.cap"), "# vigil capture 1 bcc 2026-11-22T08:00:00Z\n");
        try (Bedside bedside = Bedside.open(data())) {
            Openings.opened("s-test1")
                    .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
        }
        for (String port : List.of("capture:" + file, "capture:" + file + "?at-once")) {
            Program.Ended ended = record(PumpModel.BCC, port, data()).ended();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).singleElement().asString().contains("a session is open", "--data");
        }
    }

    @Test
    void aCaptureThatIsNotThereIsNamed() throws Exception {
        Program.Ended ended = record(PumpModel.BCC, "capture:" + dir.resolve("nothing.cap"), data())
                .ended();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).singleElement().asString().contains("nothing.cap", "no such file");
    }
}
