package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import vigil.ui.Picture;

/** From the live console into training and back, in the one window of the program. */
class LiveTrainingTest {
    private static final long MOST_SECONDS = 60;

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    /** Windows that other tests of this process have left open would be taken for the console's. */
    @BeforeEach
    void closeOtherWindows() {
        fx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return null;
        });
    }

    @Test
    void trainingHasARecordOfItsOwnAndLeadsBackToThePump() throws Exception {
        Files.writeString(folder.resolve(Settings.FILE), "plasma = on\nsite.r15.pause_min = 90\n");
        Wiring wiring = new Wiring();
        FutureTask<Void> program = new FutureTask<>(() -> {
            new LiveConsole(wiring, folder).run();
            wiring.closed();
            return null;
        });
        Thread.ofPlatform().name("session").start(program);

        until(() -> isThere("#training-begin") || press("#view-LINE"));
        assertThat(isSimulated()).isFalse();
        press("#settings-training");
        fx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> course = (ComboBox<String>) node("#field-training-scenario-input");
            course.setValue("first-hour");
            return course;
        });
        // Not offered before the first state of the session has come.
        until(() -> isSimulated() || press("#training-begin"));
        assertThat(folder.resolve("training/data/SIMULATED")).exists();
        press("#view-LINE");
        press("#settings-training");
        until(() -> (isThere("#patient") && !isSimulated()) || press("#training-end"));
        fx(() -> {
            stage().close();
            return null;
        });
        program.get(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(hasSession(folder)).isFalse();
        assertThat(hasSession(folder.resolve("training/data"))).isTrue();
        assertThat(new Verification(folder).run().sound()).isTrue();
        // Told once, although the live console was begun twice.
        assertThat(changedSettings()).containsExactly("site.r15.pause_min: 60 > 90", "plasma estimate: off > on");
    }

    private List<String> changedSettings() throws IOException {
        try (Bedside bedside = Bedside.open(folder)) {
            return bedside.store().settingChanges().stream()
                    .map(it -> it.setting() + ": " + it.before() + " > " + it.after())
                    .toList();
        }
    }

    private static boolean hasSession(Path record) throws IOException {
        try (Bedside bedside = Bedside.open(record)) {
            return bedside.session().id().isPresent();
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> fx(condition));
    }

    private static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1_000, task);
    }

    private static Stage stage() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow();
    }

    private static Node node(String id) {
        return Objects.requireNonNull(stage().getScene().lookup(id), id);
    }

    private static boolean isThere(String id) {
        return Window.getWindows().stream().anyMatch(Window::isShowing)
                && stage().getScene().lookup(id) != null;
    }

    private boolean isSimulated() {
        return fx(() -> isThere("#simulated") && node("#simulated").isVisible());
    }

    /** False, so that it can be tried until what it leads to is there. */
    private static boolean press(String id) {
        return fx(() -> {
            if (isThere(id)) {
                ((ButtonBase) node(id)).fire();
            }
            return false;
        });
    }
}
