package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.LineSettings;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;

/** What becomes of the site's file when the pump is chosen at the console. */
class SettingsFileTest {
    private static final ChosenPump ALARIS =
            LineChoice.FACTORY.pump(PumpModel.ALARIS, PortAddress.parse("/dev/ttyUSB3"));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(Settings.FILE);
    }

    @Test
    void aSiteWithoutAFileGetsOneThatNamesThePump() throws IOException {
        new SettingsFile(folder).choose(ALARIS);

        assertThat(Settings.in(folder).pump()).contains(ALARIS);
    }

    @Test
    void everyOtherLineAndCommentOfTheSiteStays() throws IOException {
        Files.writeString(file(), """
                # Ward 4
                language = de
                pump.model = bcc
                pump.port = /dev/ttyUSB0
                pump.baud = 19200
                """);
        new SettingsFile(folder).choose(ALARIS);

        assertThat(Files.readAllLines(file()))
                .containsExactly("# Ward 4", "language = de", "pump.model = alaris", "pump.port = /dev/ttyUSB3");
    }

    @Test
    void settingsOfTheLineThatDifferFromTheFactoryAreKept() throws IOException {
        ChosenPump slow = LineChoice.of(LineSettings.parse("9600 7E2")).pump(PumpModel.BCC, PortAddress.parse("COM3"));
        new SettingsFile(folder).choose(slow);

        assertThat(Settings.in(folder).pump()).contains(slow);
    }

    @Test
    void aFileThatWouldNotBeReadAgainStaysAsItWas() throws IOException {
        String handMade = "pump.model = \\\n bcc\npump.port = /dev/ttyUSB0\n";
        Files.writeString(file(), handMade);

        assertThatIOException()
                .isThrownBy(() -> new SettingsFile(folder).choose(ALARIS))
                .withMessageContaining(Settings.FILE)
                .withMessageContaining("by hand");
        assertThat(file()).hasContent(handMade);
    }
}
