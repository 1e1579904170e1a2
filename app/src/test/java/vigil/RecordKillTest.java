package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Verify;
import vigil.session.SessionId;
import vigil.store.ReadingRow;
import vigil.store.SessionSummary;

/** Goals R1 to R3 with the real program: {@code vigil record} is killed at any moment, again and again. */
class RecordKillTest {
    /** 10 in every build, because each is a whole program; {@code -Pkill} asks for more. */
    private static final int KILLS = Integer.getInteger("vigil.program.kills", 10);

    private static final long SEED = 20_260_302;

    @TempDir
    Path dir;

    private final Random random = new Random(SEED);
    private final List<JsonLine> acknowledged = new ArrayList<>();

    @Test
    @Tag("E4")
    void everyPrintedReadingIsInJournalAndDatabaseAndTheSessionGoesOn() throws Exception {
        try (var pump = Program.simulate("--speed", "100")) {
            for (int kill = 0; kill < KILLS; kill++) {
                recordAndKill(pump.port(), kill);
                assertThat(Verify.journal(data()))
                        .as("after kill %d, seed %d", kill, SEED)
                        .isNotInstanceOfAny(Verify.Verdict.Damaged.class);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(totals()).as("seed %d", SEED).isSorted();
        everythingIsThere();
        Program.Ended verified = Program.run("verify", data().toString());
        assertThat(verified.status()).as("%s", verified).isZero();
        assertThat(verified.out()).anyMatch(line -> line.contains("journal sound"));
    }

    /** Every third is killed while it starts, the others after some readings; both at no particular instant. */
    private void recordAndKill(String port, int kill) throws Exception {
        boolean whileStarting = kill % 3 == 1;
        try (Program record = Program.start(recording(port))) {
            if (!whileStarting) {
                for (int reading = random.nextInt(1, 4); reading > 0; reading--) {
                    acknowledge(List.of(record.lineWhere(JsonLine::isReading)));
                }
            }
            acknowledge(record.linesFor(Duration.ofMillis(random.nextInt(whileStarting ? 2_000 : 1_100))));
            acknowledge(record.kill());
        }
    }

    private Path data() {
        return dir.resolve("data");
    }

    private String[] recording(String port) {
        return new String[] {
            "record",
            "--jsonl",
            "--pump",
            "bcc",
            "--port",
            port,
            "--data",
            data().toString(),
            "--weight",
            "70",
            "--concentration",
            "5"
        };
    }

    /** As a defect in the native part of the serial library: the JVM is ended by a signal in the middle of its work. */
    @Test
    @Tag("B10")
    @EnabledOnOs(OS.LINUX)
    void aCrashOfNativeCodeLosesNothingAndTheReadingGoesOnWithTheNextStart() throws Exception {
        try (var pump = Program.simulate("--speed", "100")) {
            try (Program record = Program.startIn(dir, recording(pump.port()))) {
                for (int reading = 0; reading < 3; reading++) {
                    acknowledge(List.of(record.lineWhere(JsonLine::isReading)));
                }
                record.crash();
                acknowledge(record.ended().out());
            }
            try (Program record = Program.start(recording(pump.port()))) {
                acknowledge(List.of(record.lineWhere(JsonLine::isReading)));
                acknowledge(record.kill());
            }
        }
        assertThat(totals()).isSorted();
        everythingIsThere();
    }

    /** A line that the kill cut short was not acknowledged. */
    private void acknowledge(List<String> lines) {
        lines.stream()
                .filter(line -> line.endsWith("}"))
                .map(JsonLine::of)
                .filter(line -> line.type().equals("reading"))
                .forEach(acknowledged::add);
    }

    private List<BigDecimal> totals() {
        return acknowledged.stream()
                .filter(line -> !line.isNull("cumulativeMg"))
                .map(line -> line.number("cumulativeMg"))
                .toList();
    }

    private void everythingIsThere() throws Exception {
        try (Bedside bedside = Bedside.open(data())) {
            assertThat(bedside.store().sessions()).as("one session went on").hasSize(1);
            SessionSummary session = bedside.store().sessions().getFirst();
            assertThat(bedside.session().id()).hasValue(session.id());
            assertThat(stored(bedside, session.id())).containsAllEntriesOf(printed());
            assertThat(session.totalMg())
                    .as("what the pump counted since it was bound, in mg, kills or none")
                    .isGreaterThanOrEqualTo(countedMg());
        }
    }

    private static Map<Instant, BigDecimal> stored(Bedside bedside, SessionId id) throws Exception {
        Map<Instant, BigDecimal> volumes = new HashMap<>();
        bedside.store().readings(id, row -> volumes.put(row.at(), volume(row)));
        return volumes;
    }

    private static BigDecimal volume(ReadingRow row) {
        return row.volumeInfusedMl().orElseThrow().stripTrailingZeros();
    }

    private Map<Instant, BigDecimal> printed() {
        Map<Instant, BigDecimal> volumes = new HashMap<>();
        acknowledged.forEach(
                line -> volumes.put(line.at(), line.number("volumeInfusedMl").stripTrailingZeros()));
        return volumes;
    }

    private BigDecimal countedMg() {
        return acknowledged
                .getLast()
                .number("volumeInfusedMl")
                .subtract(acknowledged.getFirst().number("volumeInfusedMl"))
                .multiply(new BigDecimal("5"));
    }
}
