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
                .isEqualTo(new Settings(Optional.empty(), Locale.of("en", "AU"), Theme.DARK, SiteSettings.DEFAULTS));
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
                        Optional.of(new Settings.ChosenPump(PumpModel.BCC, new PortAddress.Tcp("10.0.0.7", 4001))),
                        Locale.GERMANY,
                        Theme.LIGHT,
                        SiteSettings.DEFAULTS));
    }

    @ParameterizedTest
    @CsvSource({
        "pump.model = bcc, pump.port",
        "pump.port = /dev/ttyUSB0, pump.model",
        "pump.modle = bcc, pump.modle",
        "language = fr, fr",
        "theme = pink, pink",
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
