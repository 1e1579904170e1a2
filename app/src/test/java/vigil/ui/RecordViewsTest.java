package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.alarm.AlarmPriority;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.history.Archive;

/** The views that read the record, by keyboard alone, on a real window of the headless platform. */
class RecordViewsTest {
    private static final long OPENING_MILLIS = 30_000;

    private final RecordSamples record = new RecordSamples();
    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow window = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Reading());
            window.show(Samples.alarming());
            window.open();
            stage.requestFocus();
            return window;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private final class Reading extends ViewsGallery.Foreseeing {
        @Override
        public Archive archive() {
            return record;
        }
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
        settle();
    }

    private void on(String id, KeyCode... keys) {
        robot.interact(() -> node(id).requestFocus());
        press(keys);
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return robot.lookup(id).query();
    }

    private String text(String id) {
        return String.join(
                " ",
                robot.from(node(id)).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
    }

    private int rows(String id) {
        return ((ListView<?>) node(id)).getItems().size();
    }

    @Test
    void theAlarmLogIsOneKeyAwayAndShowsTheLifeOfACondition() {
        press(KeyCode.F8);
        assertThat(rows("#alarmlog-rows")).isEqualTo(RecordSamples.ROWS.size());
        press(KeyCode.DOWN);
        assertThat(text("#alarmlog-detail"))
                .contains("Dose above maximum", "Started", "Acknowledged", "by A. Brown RN", "Ended");
    }

    @Test
    void theFilterLeavesOutAPriority() {
        press(KeyCode.F8);
        on("#alarmlog-INFORMATION", KeyCode.SPACE);
        assertThat(record.filters.getLast().priorities()).doesNotContain(AlarmPriority.INFORMATION);
        assertThat(rows("#alarmlog-rows")).isEqualTo(5);
        on("#alarmlog-sound", KeyCode.SPACE);
        assertThat(rows("#alarmlog-rows")).isEqualTo(4);
    }

    @Test
    @Tag("E2")
    void aListThatIsBeingMadeSaysHowMuchIsMissing() {
        record.behind = 1_203;
        press(KeyCode.F8);
        assertThat(text("#alarm-log")).contains("1203 steps are missing yet");
    }

    @Test
    void aRecordThatDoesNotTellSaysWhy() {
        record.refusal = Optional.of("history stands still until the next start");
        press(KeyCode.F8);
        assertThat(text("#alarm-log")).contains("The record does not tell: history stands still");
    }
}
