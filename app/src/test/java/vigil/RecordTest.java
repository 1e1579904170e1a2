package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.session.Event;

/** {@code vigil record} against {@code vigil simulate}, each a process of its own, real wire bytes between them. */
class RecordTest {
    @TempDir
    Path dir;

    private Program record(String port, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("record", "--jsonl", "--pump", "bcc", "--port", port));
        arguments.addAll(List.of("--data", data().toString()));
        arguments.addAll(List.of(more));
        return Program.start(arguments.toArray(String[]::new));
    }

    private Path data() {
        return dir.resolve("data");
    }

    private static List<JsonLine> readings(Program record, int count) throws InterruptedException {
        List<JsonLine> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(JsonLine.of(record.lineWhere(JsonLine::isReading)));
        }
        return read;
    }

    @Test
    void overTcpReadingsHaveTheContractsFieldsAndAdvance() throws Exception {
        try (var pump = Program.simulate("--speed", "200", "--alarm", "occlusion@1600");
                Program record = record(pump.port(), "--weight", "70", "--concentration", "5")) {
            List<JsonLine> read = readings(record, 3);
            assertThat(read)
                    .allSatisfy(line -> assertThat(line.fields())
                            .containsExactly(
                                    "at",
                                    "type",
                                    "flowRateMlPerH",
                                    "volumeInfusedMl",
                                    "deliveryStatus",
                                    "doseRateMgPerKgPerH",
                                    "cumulativeMg",
                                    "drug",
                                    "pump"))
                    .allSatisfy(line -> assertThat(line.text("pump")).isEqualTo("1400-8271"));
            JsonLine first = read.getFirst();
            JsonLine last = read.getLast();
            assertThat(last.at()).isAfter(first.at());
            assertThat(last.number("volumeInfusedMl")).isGreaterThan(first.number("volumeInfusedMl"));
            assertThat(last.text("deliveryStatus")).isEqualTo("delivering");
            assertThat(last.number("flowRateMlPerH")).isEqualByComparingTo("1.4");
            // 1.4 mL/h of 5 mg/mL in 70 kg
            assertThat(last.number("doseRateMgPerKgPerH")).isEqualByComparingTo("0.1");
            assertThat(last.number("cumulativeMg")).isEqualByComparingTo(given(first, last));

            String alarm = record.lineWhere(line -> !JsonLine.isReading(line));
            assertThat(JsonLine.of(alarm).type()).isEqualTo("alarm-started");
            assertThat(JsonLine.of(alarm).text("alarmClass")).isEqualTo("occlusion");
            JsonLine stopped = readings(record, 1).getFirst();
            assertThat(stopped.text("deliveryStatus")).isEqualTo("not-delivering");
            assertThat(stopped.number("doseRateMgPerKgPerH")).isZero();
        }
    }

    /** 5 mg in each mL that the pump counted. */
    private static BigDecimal given(JsonLine from, JsonLine to) {
        return to.number("volumeInfusedMl")
                .subtract(from.number("volumeInfusedMl"))
                .multiply(new BigDecimal("5"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void overAPseudoTerminalWithoutWeightAbsentValuesAreNull() throws Exception {
        try (var pump = Program.simulateOnTerminal();
                Program record = record(pump.port())) {
            assertThat(pump.port()).startsWith("/dev/pts/");
            assertThat(readings(record, 2)).allSatisfy(line -> {
                assertThat(line.isNull("doseRateMgPerKgPerH")).isTrue();
                assertThat(line.isNull("cumulativeMg")).isTrue();
                assertThat(line.isNull("drug")).isTrue();
                assertThat(line.number("flowRateMlPerH")).isEqualByComparingTo("1.4");
            });
        }
    }

    @Test
    @Tag("B1")
    void aSilentPumpIsToldAndComesBackByItself() throws Exception {
        // Where the machine is busy the program may start after the first of them.
        try (var pump = Program.simulate(
                        "--speed",
                        "10",
                        "--fault",
                        "silent@60+45",
                        "--fault",
                        "silent@300+45",
                        "--fault",
                        "silent@600+45");
                Program record = record(pump.port())) {
            record.lineWhere(line -> JsonLine.isLink(line, "live"));
            record.lineWhere(line -> JsonLine.isLink(line, "silent"));
            record.lineWhere(line -> JsonLine.isLink(line, "live"));
            assertThat(JsonLine.of(record.line()).type()).isIn("reading", "link");
        }
    }

    /** Every thread of it, for longer than the second in which it looks several times. */
    @Test
    @Tag("D6")
    @EnabledOnOs(OS.LINUX)
    void aProgramThatStoodSaysSoInTheRecordAndReadsOn() throws Exception {
        try (var pump = Program.simulate();
                Program record = record(pump.port())) {
            record.lineWhere(JsonLine::isReading);
            record.freeze();
            List<String> meanwhile = record.linesFor(Duration.ofSeconds(7));
            record.thaw();
            record.lineWhere(JsonLine::isReading);
            record.stop();
            assertThat(meanwhile).hasSizeLessThan(2);
            assertThat(record.ended().status()).isNotNegative();
        }
        List<Duration> stood = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(data());
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> {
                if (entry.event() instanceof Event.ProgramStood it) {
                    stood.add(it.stood());
                }
            });
        }
        assertThat(stood).singleElement().satisfies(it -> assertThat(it).isGreaterThan(Duration.ofSeconds(6)));
    }

    @Test
    @Tag("B3")
    void anotherPumpOnTheCableIsNamedAndGivesThePatientNoDose() throws Exception {
        try (var pump = Program.simulate("--speed", "5", "--fault", "swapped-pump@100+100000");
                Program record = record(pump.port(), "--weight", "70", "--concentration", "5")) {
            JsonLine own = readings(record, 1).getFirst();
            assertThat(own.text("pump")).isEqualTo("1400-8271");
            JsonLine other = JsonLine.of(record.lineWhere(line ->
                    JsonLine.isReading(line) && JsonLine.of(line).text("pump").equals("X1400-8271")));
            assertThat(other.number("flowRateMlPerH")).isEqualByComparingTo("9.9");
            assertThat(other.isNull("doseRateMgPerKgPerH")).isTrue();
            assertThat(other.isNull("cumulativeMg")).isTrue();
        }
    }

    @Test
    @Tag("A14")
    void absurdValuesGiveNoRateAndNoDose() throws Exception {
        try (var pump = Program.simulate("--fault", "absurd@0+100000");
                Program record = record(pump.port(), "--weight", "70", "--concentration", "5")) {
            assertThat(readings(record, 2)).allSatisfy(absurd -> {
                assertThat(absurd.isNull("flowRateMlPerH")).isTrue();
                assertThat(absurd.isNull("volumeInfusedMl")).isTrue();
                assertThat(absurd.isNull("doseRateMgPerKgPerH")).isTrue();
                assertThat(absurd.number("cumulativeMg")).isZero();
            });
        }
    }

    @Test
    void aRefusedPortIsToldAsUnreachableAndTriedAgainUntilThePumpIsThere() throws Exception {
        int port = Program.freePort();
        String address = "tcp://127.0.0.1:" + port;
        try (Program record = record(address)) {
            String told = record.lineWhere(line -> JsonLine.isLink(line, "unreachable"));
            assertThat(JsonLine.of(told).text("reason")).contains(address, "nothing listens there");
            try (var pump = Program.start("simulate", "--pump", "bcc", "--listen", address)) {
                assertThat(pump.line()).isEqualTo(address);
                record.lineWhere(JsonLine::isReading);
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theRecordIsItsOwnersOnlyAndIsClosedWholeWhenToldToEnd() throws Exception {
        try (var pump = Program.simulate();
                Program record = record(pump.port())) {
            record.lineWhere(JsonLine::isReading);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
            record.stop();
            assertThat(record.ended().err()).isEmpty();
        }
        assertThat(new Verification(data()).run().sound()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void toldToEndItSaysWhatItRecordedAndNothingOfALostPump() throws Exception {
        try (var pump = Program.simulateOnTerminal();
                Program record =
                        Program.start("record", "--pump", "bcc", "--port", pump.port(), "--data", data().toString())) {
            record.lineWhere(line -> line.endsWith("link live"));
            record.stop();
            Program.Ended ended = record.ended();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).noneMatch(line -> line.contains("unreachable"));
            assertThat(ended.out().getLast()).matches("[0-9]+ readings recorded in .*");
        }
    }

    @Test
    void theLimitOfHoursEndsItWithStatusZeroAndNothingToSay() throws Exception {
        // 0.0002 h is less than a second
        try (Program record = record("tcp://127.0.0.1:" + Program.freePort(), "--hours", "0.0002")) {
            Program.Ended ended = record.ended();
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).isEmpty();
        }
    }
}
