package vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataOptionTest {
    private static final Path HOME = Path.of("/home/ana");

    @Test
    void theVariableComesFirstOnEverySystem() {
        Map<String, String> chosen =
                Map.of("VIGIL_DATA", "/srv/vigil", "XDG_DATA_HOME", "/x", "LOCALAPPDATA", "/local");
        assertThat(DataOption.standard(chosen, "Linux", HOME)).isEqualTo(Path.of("/srv/vigil"));
        assertThat(DataOption.standard(chosen, "Windows 11", HOME)).isEqualTo(Path.of("/srv/vigil"));
        assertThat(DataOption.standard(chosen, "Mac OS X", HOME)).isEqualTo(Path.of("/srv/vigil"));
    }

    @Test
    void aBlankVariableChoosesNothing() {
        assertThat(DataOption.standard(Map.of("VIGIL_DATA", " "), "Linux", HOME))
                .isEqualTo(Path.of("/home/ana/.local/share/vigil"));
    }

    @Test
    void linuxFollowsTheXdgDirectory() {
        assertThat(DataOption.standard(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME))
                .isEqualTo(Path.of("/data/vigil"));
        assertThat(DataOption.standard(Map.of(), "Linux", HOME)).isEqualTo(Path.of("/home/ana/.local/share/vigil"));
    }

    @Test
    void windowsFollowsTheLocalFolder() {
        assertThat(DataOption.standard(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/Vigil"));
        assertThat(DataOption.standard(Map.of(), "Windows 11", HOME))
                .isEqualTo(Path.of("/home/ana/AppData/Local/Vigil"));
    }

    @Test
    void macFollowsTheLibrary() {
        assertThat(DataOption.standard(Map.of("XDG_DATA_HOME", "/data"), "Mac OS X", HOME))
                .isEqualTo(Path.of("/home/ana/Library/Application Support/Vigil"));
    }
}
