package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /dev/null}, number 1:3, stands for a port. */
@EnabledOnOs(OS.LINUX)
@Tag("B11")
class ModemProbingTest {
    private static final Path PORT = Path.of("/dev/null");

    @TempDir
    private Path folder = Path.of("unset");

    private void runs(String program) throws IOException {
        Path process = Files.createDirectories(folder.resolve("4711"));
        Files.writeString(process.resolve("comm"), program + "\n");
    }

    private Optional<String> warning() {
        return ModemProbing.warning(PORT, folder, folder);
    }

    @Test
    void portThatModemManagerMayWriteToIsWarnedOf() throws IOException {
        runs("ModemManager");
        Files.write(folder.resolve("c1:3"), List.of("E:ID_BUS=usb"));
        assertThat(warning())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("ModemManager may write to /dev/null")
                        .contains("udev rules", "systemctl mask --now ModemManager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID_MM_DEVICE_IGNORE=1", "ID_MM_PORT_IGNORE=1"})
    void portThatTheInstalledRulesProtectIsNot(String property) throws IOException {
        runs("ModemManager");
        Files.write(folder.resolve("c1:3"), List.of("E:" + property));
        assertThat(warning()).isEmpty();
    }

    @Test
    void withoutModemManagerThereIsNothingToWarnOf() throws IOException {
        runs("bash");
        assertThat(warning()).isEmpty();
    }
}
