package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.JournalException;
import vigil.ui.FxBridge;
import vigil.ui.Picture;

/** The window is open before the record; a record that cannot be opened ends the start all the same. */
class LiveStartTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @AfterEach
    void closeWindows() {
        FxBridge.onFxThread(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void recordThatAnotherConsoleHoldsIsToldInOneLine() throws IOException {
        Wiring wiring = new Wiring();
        try (Bedside held = Bedside.open(folder)) {
            long before = held.head();

            assertThatThrownBy(() -> new LiveConsole(wiring, folder).run())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is in use by another Vigil");
            assertThat(held.head()).isEqualTo(before);
        } finally {
            wiring.closed();
        }
    }
}
