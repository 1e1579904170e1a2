package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.look.Theme;
import vigil.pump.LineSettings;
import vigil.pump.LineSettings.Parity;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;
import vigil.session.SiteSettings;

class SettingsTest {
    @TempDir
    Path dir;

    private Settings read(String text) throws IOException {
        Files.writeString(dir.resolve("vigil.properties"), text);
        return Settings.in(dir);
    }

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        assertThat(Settings.in(dir))
                .isEqualTo(new Settings(
                        Optional.empty(),
                        Locale.of("en", "AU"),
                        Theme.DARK,
                        SiteSettings.DEFAULTS,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(Settings.in(dir).backupOf(dir)).isEqualTo(dir.resolve("backup"));
    }

    @Test
    void aWrongAddressOfAWardIsKeptAsWrittenSoThatTheConsoleStartsAllTheSame() throws Exception {
        assertThat(read("ward.url = jdbc:mysql://ward/vigil\n").ward()).contains("jdbc:mysql://ward/vigil");
    }

    @Test
    void anHl7ReceiverIsKeptAsWrittenAndAWrongOneStopsNothing() throws Exception {
        assertThat(read("hl7.receiver = emr.example:2575\n").hl7()).contains("emr.example:2575");
        assertThat(read("hl7.receiver = nonsense\n").hl7()).contains("nonsense");
        assertThat(read("language = en\n").hl7()).isEmpty();
    }

    @Test
    void aBackupFolderIsAnAbsolutePath() throws Exception {
        Path folder = dir.resolve("elsewhere").toAbsolutePath();
        assertThat(read("backup.folder = " + folder + "\n").backupOf(dir)).isEqualTo(folder);
        assertThatThrownBy(() -> read("backup.folder = elsewhere\n"))
                .hasMessageContaining("backup.folder elsewhere is not an absolute path");
    }

    @Test
    void everyChoiceIsRead() throws Exception {
        assertThat(read("""
                # Room 12
                pump.model = bcc
                pump.port = tcp://10.0.0.7:4001
                language = de
                theme = light
                """))
                .isEqualTo(new Settings(
                        Optional.of(new ChosenPump(
                                PumpModel.BCC, new PortAddress.Tcp("10.0.0.7", 4001), PumpModel.BCC.lineSettings())),
                        Locale.GERMANY,
                        Theme.LIGHT,
                        SiteSettings.DEFAULTS,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void lineSettingsAreTakenWhereTheyAreGivenAndElseThePumpsOwn() throws Exception {
        String port = "pump.model = fresenius\npump.port = /dev/ttyUSB0\n";
        assertThat(lineSettings(port)).isEqualTo(new LineSettings(19_200, 7, Parity.EVEN, 1));
        assertThat(lineSettings(port + "pump.baud = 9600\n")).isEqualTo(new LineSettings(9_600, 7, Parity.EVEN, 1));
        assertThat(lineSettings(
                        port + "pump.data-bits = 8\npump.parity = none\npump.stop-bits = 2\npump.baud = 115200\n"))
                .isEqualTo(new LineSettings(115_200, 8, Parity.NONE, 2));
    }

    private LineSettings lineSettings(String text) throws IOException {
        return read(text).pump().orElseThrow().settings();
    }

    @ParameterizedTest
    @CsvSource({
        "pump.baud = 9600, pump.port",
        "'pump.model = bcc\npump.port = /dev/ttyUSB0\npump.baud = quick', quick",
        "'pump.model = bcc\npump.port = /dev/ttyUSB0\npump.baud = 100', baud rate 100",
        "'pump.model = bcc\npump.port = /dev/ttyUSB0\npump.data-bits = 6', data bits 6",
        "'pump.model = bcc\npump.port = /dev/ttyUSB0\npump.parity = mark', mark",
        "'pump.model = bcc\npump.port = /dev/ttyUSB0\npump.stop-bits = 0', stop bits 0",
        "'pump.model = bcc\npump.port = tcp://10.0.0.7:4001\npump.baud = 9600', tcp://10.0.0.7:4001",
        "'pump.model = bcc\npump.port = capture:night.cap?at-once', at-once",
        "pump.model = bcc, pump.port",
        "pump.port = /dev/ttyUSB0, pump.model",
        "pump.modle = bcc, pump.modle",
        "language = fr, fr",
        "theme = pink, pink",
        "site.r12.max = 0.6, r12.max 0.6",
        "site.r14.observe_min = 239, r14.observe_min 239 is outside 240 to 2880",
        "site.r15.pause_min = 59, r15.pause_min 59 is outside 60 to 1440",
        "site.r15.pause_min = 90.5, r15.pause_min 90.5 is not a whole number",
        "site.prompts.awake_h = 0, prompts.awake_h 0 is outside 1 to 24",
        "site.gauge.psychomimetic = 0.6, gauge.psychomimetic 0.6 is outside 0.001 to 0.5",
        "'pump.model = bdd\npump.port = /dev/ttyUSB0', bdd",
        "'pump.model = bcc\npump.port = ttyUSB0', ttyUSB0"
    })
    void aWrongChoiceIsNamedWithItsFileInOneLine(String text, String named) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(dir.resolve("vigil.properties").toString(), named)
                .message()
                .hasLineCount(1);
    }
}
