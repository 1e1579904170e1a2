package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.attention.FlashClock;
import vigil.ui.gauge.DoseGauge;

/** An error in drawing, on a real window of the headless platform. */
@Tag("F4")
class RedrawingTest {
    private static final int FIVE_SECONDS = 5_000 / FlashClock.BEAT_MILLIS;

    private final FxRobot robot = new FxRobot();
    private Optional<Stage> stage = Optional.empty();
    private Optional<ConsoleWindow> window = Optional.empty();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage primary = FxToolkit.registerPrimaryStage();
        stage = Optional.of(primary);
        robot.interact(() -> {
            ConsoleWindow opened =
                    new ConsoleWindow(primary, Words.of(Locale.ENGLISH), Theme.DARK, new ViewsGallery.Foreseeing());
            opened.show(Samples.calm());
            opened.open();
            window = Optional.of(opened);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        FxToolkit.cleanupStages();
    }

    /** A part that cannot be laid out. */
    private static final class Failing extends Region {
        @Override
        protected void layoutChildren() {
            throw new IllegalStateException("Winter, Alex");
        }
    }

    private Parent root() {
        return stage.orElseThrow().getScene().getRoot();
    }

    private void fail() {
        robot.interact(() -> {
            Region failing = new Failing();
            ((Pane) root()).getChildren().add(failing);
            failing.resize(10, 10);
            failing.requestLayout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> root().layout());
    }

    private void beat(int beats) {
        robot.interact(() -> window.orElseThrow().beat(beats));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aConsoleInWhichDrawingFailedIsMadeAnewAndShowsTheNextDose() {
        Parent before = root();
        fail();

        beat(1);

        assertThat(root()).isNotSameAs(before);
        robot.interact(() -> window.orElseThrow().show(Samples.alarming()));
        assertThat(robot.lookup(node -> node instanceof DoseGauge)
                        .queryAs(DoseGauge.class)
                        .numeralText())
                .isEqualTo("0.503");
    }

    @Test
    void anErrorThatStaysDoesNotMakeItAnewAtEveryBeat() {
        fail();
        beat(1);
        Parent second = root();
        fail();

        beat(FIVE_SECONDS - 1);

        assertThat(root()).isSameAs(second);
        beat(1);
        assertThat(root()).isNotSameAs(second);
    }

    @Test
    void withoutAnErrorItStays() {
        Parent before = root();

        beat(2 * FIVE_SECONDS);

        assertThat(root()).isSameAs(before);
    }
}
