package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.LineSettings;
import vigil.pump.PumpModel;

class PortAddressTest {
    private static final LineSettings SETTINGS = PumpModel.BCC.lineSettings();

    @TempDir
    Path directory = Path.of("unset");

    @Test
    void everyKindOfAddressIsRead() {
        assertThat(PortAddress.parse("/dev/ttyUSB0")).isEqualTo(new PortAddress.Device("/dev/ttyUSB0"));
        assertThat(PortAddress.parse("COM3")).isEqualTo(new PortAddress.Device("COM3"));
        assertThat(PortAddress.parse("tcp://10.0.0.7:4001")).isEqualTo(new PortAddress.Tcp("10.0.0.7", 4001));
        assertThat(PortAddress.parse("tcp://[::1]:4001")).isEqualTo(new PortAddress.Tcp("[::1]", 4001));
        assertThat(PortAddress.parse("rfc2217://box:2217")).isEqualTo(new PortAddress.Rfc2217("box", 2217));
        assertThat(PortAddress.parse("capture:night.cap"))
                .isEqualTo(new PortAddress.Capture(Path.of("night.cap"), false));
        assertThat(PortAddress.parse("capture:night.cap?at-once"))
                .isEqualTo(new PortAddress.Capture(Path.of("night.cap"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/ttyUSB0",
                "COM3",
                "tcp://10.0.0.7:4001",
                "rfc2217://box:2217",
                "capture:night.cap",
                "capture:night.cap?at-once"
            })
    void addressIsWrittenAsItWasTyped(String text) {
        assertThat(PortAddress.parse(text)).hasToString(text);
    }

    @Test
    void aServerMayTakeAnyFreePortButAClientNamesOne() {
        assertThat(PortAddress.listening("tcp://127.0.0.1:0")).isEqualTo(new PortAddress.Tcp("127.0.0.1", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortAddress.parse("tcp://127.0.0.1:0"))
                .withMessageContaining("0 is outside 1 to 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortAddress.listening("rfc2217://127.0.0.1:0"))
                .withMessageContaining("tcp://127.0.0.1:PORT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ttyUSB0",
                "tcp://",
                "tcp://box",
                "tcp://:4001",
                "tcp://a b:1",
                "http://x:1",
                "capture:",
                "capture:?at-once",
                "udp://x:1"
            })
    void anythingElseIsRefusedNamingTheValue(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortAddress.parse(text))
                .withMessageStartingWith("port \"" + text + "\" is neither")
                .withMessageContaining("tcp://HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://box:0", "tcp://box:65536", "rfc2217://box:99999"})
    void portNumberOutOfRangeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortAddress.parse(text))
                .withMessageContaining("outside 1 to 65535");
    }

    @Test
    void missingPortIsOneSentenceWithAdvice() throws IOException {
        SerialPorts ports = new SerialPorts(directory);
        assertThatThrownBy(() -> PortAddress.parse("/dev/ttyNOWHERE").open(ports, SETTINGS))
                .isInstanceOf(IOException.class)
                .hasMessage("/dev/ttyNOWHERE: there is no such port; check the cable, then \"vigil ports\"");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void heldPortNamesTheHolder() throws IOException {
        SerialPorts ports = new SerialPorts(directory);
        try (PseudoTerminal terminal = PseudoTerminal.open();
                Line first = ports.open(terminal.path(), SETTINGS)) {
            assertThat(first.name()).isEqualTo(terminal.path());
            assertThatThrownBy(() -> ports.open(terminal.path(), SETTINGS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(terminal.path() + ": the port is held by ")
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void captureThatIsNotThereSaysSo() throws IOException {
        SerialPorts ports = new SerialPorts(directory);
        assertThatThrownBy(() -> PortAddress.parse("capture:x").open(ports, SETTINGS))
                .hasMessage("capture:x: there is no such file");
    }
}
