package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program where the serial library cannot be loaded from anywhere: the cause is named, and the rest works. */
@Tag("B8")
@EnabledOnOs(OS.LINUX)
class SerialLibraryTest {
    @TempDir
    Path dir;

    private Program record(String port) throws Exception {
        return Program.startWithoutSerialLibrary(
                "record",
                "--jsonl",
                "--pump",
                "bcc",
                "--port",
                port,
                "--data",
                dir.resolve("data").toString());
    }

    @Test
    void theListOfPortsNamesTheCause() throws Exception {
        try (Program ports = Program.startWithoutSerialLibrary(
                "ports", "--data", dir.resolve("data").toString())) {
            Program.Ended ended = ports.ended();

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).anyMatch(line -> line.contains("the serial library cannot be loaded"));
        }
    }

    @Test
    void aSerialPumpIsUnreachableWithTheCause() throws Exception {
        try (var pump = Program.simulateOnTerminal();
                Program record = record(pump.port())) {
            String told = record.lineWhere(line -> JsonLine.isLink(line, "unreachable"));
            assertThat(JsonLine.of(told).text("reason")).contains("the serial library cannot be loaded");
        }
    }

    @Test
    void aPumpOnTheNetworkIsReadAllTheSame() throws Exception {
        try (var pump = Program.simulate();
                Program record = record(pump.port())) {
            assertThat(JsonLine.of(record.lineWhere(JsonLine::isReading)).text("pump"))
                    .isEqualTo("1400-8271");
        }
    }
}
