package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import vigil.look.Theme;
import vigil.ui.settings.Appearance;

/** The order of a start: toolkit, window, and then whoever has opened the record. */
class ConsoleToolkitTest {
    private static final int PATIENCE_S = 30;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    /** Windows that other tests of this process have left open would be taken for the console's. */
    @BeforeEach
    @AfterEach
    void closeWindows() throws Exception {
        onFx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        return WaitForAsyncUtils.asyncFx(task).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private static ConsoleToolkit console() {
        return new ConsoleToolkit(
                ConsoleSettings.of(Appearance.of(Locale.ENGLISH, Theme.DARK)),
                new Inert("not entered"),
                new ToolkitStart());
    }

    private static ConsolePane pane() {
        return (ConsolePane) Window.getWindows().getFirst().getScene().getRoot();
    }

    @Test
    void windowWaitsForTheRecordAndNotTheRecordForTheWindow() throws Exception {
        ConsoleToolkit toolkit = console();

        toolkit.starting().run();

        assertThat(onFx(() -> Window.getWindows().getFirst().isShowing())).isTrue();
        assertThat(onFx(() -> pane().isWaiting())).isTrue();

        toolkit.open().publish(Samples.alarming());

        assertThat(onFx(() -> pane().isWaiting())).isFalse();
    }

    /** Its end is told although nobody has asked for the way to it. */
    @Test
    void windowThatIsClosedBeforeTheRecordIsThereEndsTheProgram() throws Exception {
        ConsoleToolkit toolkit = console();
        toolkit.starting().run();
        boolean[] ended = {false};

        closeWindows();
        toolkit.whenClosed(() -> ended[0] = true);

        assertThat(ended[0]).isTrue();
    }
}
