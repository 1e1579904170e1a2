package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.pump.LineSettings;
import vigil.pump.LineSettings.Parity;
import vigil.pump.Query;

/** The RFC 2217 client against a device server of the test's own, over the loopback. */
@Timeout(30)
class Rfc2217LineTest {
    private static final LineSettings SEVEN_EVEN = new LineSettings(19_200, 7, Parity.EVEN, 1);
    private final Rfc2217Box box = box();

    private static Rfc2217Box box() {
        try {
            return new Rfc2217Box();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private record Hex(String name) implements Query {
        @Override
        public byte[] bytes() {
            return HexFormat.of().parseHex(name);
        }
    }

    private static Query query(String hex) {
        return new Hex(hex);
    }

    @BeforeEach
    void serve() {
        Thread.ofVirtual().start(box);
    }

    @AfterEach
    void stop() throws IOException {
        box.close();
    }

    private Line open(LineSettings settings) throws IOException {
        return PortAddress.parse("rfc2217://127.0.0.1:" + box.port())
                .open(new SerialPorts(Path.of("unused")), settings);
    }

    private String readAll(Line line, int count) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[64];
        for (int tries = 0; tries < 100 && read.length() < 2 * count; tries++) {
            int got = line.read(buffer, Duration.ofMillis(100));
            read.append(HexFormat.of().formatHex(buffer, 0, Math.max(0, got)));
        }
        return read.toString();
    }

    /** The client bytes of section 6.2. */
    @ParameterizedTest
    @CsvSource({
        "9600, 8, NONE, 00002580, 08, 01",
        "38400, 8, NONE, 00009600, 08, 01",
        "19200, 7, EVEN, 00004b00, 07, 03",
        "19200, 8, NONE, 00004b00, 08, 01"
    })
    void settingsAreSentAsPrinted(int baud, int bits, Parity parity, String hexBaud, String hexBits, String hexParity)
            throws IOException {
        try (Line line = open(new LineSettings(baud, bits, parity, 1))) {
            assertThat(line.name()).isEqualTo("rfc2217://127.0.0.1:" + box.port());
        }
        assertThat(List.copyOf(box.settings))
                .startsWith(
                        "fffa2c01" + hexBaud + "fff0",
                        "fffa2c02" + hexBits + "fff0",
                        "fffa2c03" + hexParity + "fff0",
                        "fffa2c0401fff0",
                        "fffa2c0501fff0");
    }

    @Test
    @Tag("B12")
    void linesDtrAndRtsAreAskedToBeDown() throws IOException {
        try (Line line = open(SEVEN_EVEN)) {
            await().until(() -> box.settings.size() == 7);
            assertThat(List.copyOf(box.settings)).endsWith("fffa2c0509fff0", "fffa2c050cfff0");
            assertThat(line.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 00002580; baud rate 19200 was asked for, the box uses 9600",
                "2; 08; data bits 7 was asked for, the box uses 8",
                "3; 01; parity even was asked for, the box uses none",
                "4; 02; stop bits 1 was asked for, the box uses 2",
                "5; 03; flow control none was asked for, the box uses code 3"
            })
    @Tag("A11")
    void boxThatUsesAnotherSettingIsRefusedWithItsNameAndBothValues(int command, String used, String words) {
        box.wilful.put(command, used);
        assertThatThrownBy(() -> open(SEVEN_EVEN))
                .isInstanceOf(IOException.class)
                .hasMessage("rfc2217://127.0.0.1:%d: %s; set the box to it, or choose another port"
                        .formatted(box.port(), words));
    }

    @Test
    void boxThatRefusesTheOptionIsToldWhatToDo() {
        box.greeting = "fffe2c";
        assertThatThrownBy(() -> open(SEVEN_EVEN)).hasMessageEndingWith("set the line in the box and use tcp://");
    }

    @Test
    void boxThatSpeaksNoTelnetIsGivenUpAfterThreeSeconds() {
        box.greeting = "414243";
        assertThatThrownBy(() -> open(SEVEN_EVEN)).hasMessageContaining("the box does not speak RFC 2217");
    }

    @Test
    void boxThatConfirmsNothingIsNamedWithTheFirstSetting() {
        box.mute = true;
        assertThatThrownBy(() -> open(SEVEN_EVEN)).hasMessageEndingWith("the box does not confirm the baud rate");
    }

    @Test
    void settingChangedLaterByAnotherClientEndsTheLine() throws IOException {
        try (Line line = open(SEVEN_EVEN)) {
            box.send("fffa2c6500002580fff0");
            assertThatThrownBy(() -> readAll(line, 1)).hasMessageContaining("the box uses 9600");
        }
    }

    @Test
    void everyByteGoesOutAsItIs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int value = 0; value < 256; value++) {
            all.append("%02x".formatted(value));
        }
        try (Line line = open(SEVEN_EVEN)) {
            line.write(query(all + "0d0d0aff"));
            await().untilAsserted(() -> assertThat(box.dataHex()).isEqualTo(all + "0d0d0aff"));
        }
    }

    @Test
    void everyByteComesInAsItIs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int value = 0; value < 256; value++) {
            all.append("%02x".formatted(value));
        }
        try (Line line = open(SEVEN_EVEN)) {
            // The only FF is the last byte, and is doubled
            box.send(all + "ff" + "0d00");
            assertThat(readAll(line, 258)).isEqualTo(all + "0d00");
        }
    }

    @Test
    void withoutBinaryNulAfterCrIsDroppedAndAdded() throws IOException {
        box.greeting = "fffd2c fffe00 fffc00";
        try (Line line = open(SEVEN_EVEN)) {
            box.send("210d0022");
            assertThat(readAll(line, 3)).isEqualTo("210d22");
            line.write(query("410d42"));
            await().untilAsserted(() -> assertThat(box.dataHex()).isEqualTo("410d0042"));
        }
    }

    @Test
    void bytesOfBeforeTheSettingsWereConfirmedAreNotReadAsThePumps() throws IOException {
        box.greeting = "0102030405 fffd2c fffd00 fffb00 060708";
        try (Line line = open(SEVEN_EVEN)) {
            box.send("41");
            assertThat(readAll(line, 1)).isEqualTo("41");
        }
    }

    @Test
    @Tag("B1")
    void boxThatHangsUpIsToldAsGone() throws IOException {
        try (Line line = open(SEVEN_EVEN)) {
            box.close();
            assertThat(line.read(new byte[8], Duration.ofSeconds(5))).isEqualTo(-1);
        }
    }

    @Test
    void nothingListeningIsToldWithAdvice() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> Rfc2217Line.open("127.0.0.1", port, SEVEN_EVEN))
                .hasMessageContaining("nothing listens there");
    }
}
