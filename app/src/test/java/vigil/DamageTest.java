package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real program says of a record that it must not use: one line, status 1, nothing changed. */
class DamageTest {
    @TempDir
    Path dir;

    @BeforeEach
    void record() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            for (var event : Openings.opened("s-test1")) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            for (int second = 1; second <= 100; second++) {
                var at = Openings.after(Duration.ofSeconds(second));
                assertThat(bedside.accept(Openings.said(Openings.reading(at, "0." + second))))
                        .isEmpty();
                bedside.settle(at);
            }
        }
    }

    /** Turns over one bit in the middle of the file; the entry it is in is the first bad one. */
    private byte[] flipped() throws Exception {
        Path journal = dir.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(journal, bytes);
        return bytes;
    }

    @ParameterizedTest
    @Tag("E7")
    @ValueSource(strings = {"record --pump bcc --port tcp://127.0.0.1:4001 --jsonl --data", "sessions --data"})
    void aDamagedJournalIsNamedWithItsEntryAndLeftAsItIs(String command) throws Exception {
        byte[] damaged = flipped();
        Program.Ended ended = Program.run((command + " " + dir).split(" ", -1));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .singleElement()
                .asString()
                .matches("vigil: journal file .*journal-000001.vj is damaged at entry [0-9]+: .*nothing was changed.*");
        assertThat(dir.resolve("journal-000001.vj")).hasBinaryContent(damaged);
    }

    @Test
    @Tag("E7")
    void verifyNamesTheFirstBadEntry() throws Exception {
        byte[] damaged = flipped();
        Program.Ended ended = Program.run("verify", dir.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).singleElement().asString().matches("first bad entry: (4|5|6)[0-9]: .*");
        assertThat(ended.err()).isEmpty();
        assertThat(dir.resolve("journal-000001.vj")).hasBinaryContent(damaged);
    }

    @Test
    @Tag("E3")
    void aSecondProgramOnTheSameDataIsRefusedWhileTheFirstRecordsOn() throws Exception {
        String pump = "tcp://127.0.0.1:" + Program.freePort();
        String[] record = "record --jsonl --pump bcc --data %s --port %s"
                .formatted(dir, pump)
                .split(" ", -1);
        try (Program first = Program.start(record)) {
            first.lineWhere(line -> JsonLine.isLink(line, "unreachable"));
            Program.Ended second = Program.run(record);
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.out()).isEmpty();
            assertThat(second.err())
                    .singleElement()
                    .asString()
                    .startsWith("vigil: data directory " + dir)
                    .contains("in use by another Vigil");
            try (Program _ = Program.start("simulate", "--pump", "bcc", "--listen", pump)) {
                first.lineWhere(JsonLine::isReading);
            }
        }
    }
}
