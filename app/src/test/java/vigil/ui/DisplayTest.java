package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void withoutADisplayVariableThereIsNoDisplay() {
        assertThat(Display.detect("Linux", Map.of("DISPLAY", ""), library -> true))
                .isEqualTo(new Display.Missing("no display: neither DISPLAY nor WAYLAND_DISPLAY is set"));
    }

    @Test
    void withoutGtkTheReasonNamesThePackage() {
        assertThat(Display.detect("Linux", Map.of("DISPLAY", ":0"), library -> false))
                .isInstanceOfSatisfying(
                        Display.Missing.class,
                        missing -> assertThat(missing.reason()).contains("libgtk-3-0"));
    }

    @Test
    void displayAndGtkOpenAWindow() {
        assertThat(Display.detect("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), library -> true))
                .isEqualTo(new Display.Available());
    }

    @Test
    void otherSystemsBringTheirOwnWindows() {
        assertThat(Display.detect("Windows 11", Map.of(), library -> false)).isEqualTo(new Display.Available());
    }
}
