package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Foresight;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Event;

/** The keys of the look page, section 9, pressed by a robot on a real window of the headless platform. */
class KeysTest {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final FxRobot robot = new FxRobot();
    private Optional<ConsoleWindow> window = Optional.empty();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Recording(asked));
            opened.show(Samples.alarming());
            opened.open();
            window = Optional.of(opened);
            stage.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ConsoleWindow window() {
        return window.orElseThrow();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private record Recording(BlockingQueue<String> asked) implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            asked.add("acknowledge " + conditionKey);
        }

        @Override
        public void pauseAudio() {
            asked.add("pause");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            Event.ByPerson event = entry.made(Samples.at(Samples.NOW), Samples.NURSE);
            asked.add(event.toString());
            answer.accept(Optional.empty());
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }

    @Test
    void f9AcknowledgesTheHighestCondition() throws InterruptedException {
        String highest = Samples.alarming().attention().conditions().getFirst().key();

        robot.push(KeyCode.F9);

        assertThat(asked.poll(5, TimeUnit.SECONDS)).isEqualTo("acknowledge " + highest);
    }

    @Test
    void f10PausesTheSound() throws InterruptedException {
        robot.interact(() -> window().show(Samples.sounding()));

        robot.push(KeyCode.F10);

        assertThat(asked.poll(5, TimeUnit.SECONDS)).isEqualTo("pause");
    }

    @Test
    void f10EndsThePauseOfTheSound() throws InterruptedException {
        robot.push(KeyCode.F10);

        assertThat(asked.poll(5, TimeUnit.SECONDS)).startsWith("AudioResumed");
    }

    @Test
    void f11HidesNameAndRecordNumberButNoValue() {
        String name = Samples.alarming().patient().orElseThrow().familyName().toUpperCase(Locale.ROOT);
        assertThat(texts()).anyMatch(text -> text.contains(name));

        robot.push(KeyCode.F11);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(texts()).noneMatch(text -> text.contains(name)).anyMatch(text -> text.contains("mL/h"));
    }

    @Test
    void f12ChangesBetweenDarkAndLight() {
        assertThat(root().getStyleClass()).doesNotContain(Theme.LIGHT_CLASS);

        robot.push(KeyCode.F12);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(root().getStyleClass()).contains(Theme.LIGHT_CLASS);
    }

    @Test
    void controlAndADigitChoosesTheStretchOfTheTrend() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(chosen()).containsExactly(true, false, false);
    }

    @Test
    void theTrendBeginsWithTheWholeCourse() {
        assertThat(chosen()).containsExactly(false, false, true);
    }

    private List<Boolean> chosen() {
        return robot.lookup(".trend-tab").queryAllAs(ToggleButton.class).stream()
                .map(ToggleButton::isSelected)
                .toList();
    }

    private Parent root() {
        return robot.window(0).getScene().getRoot();
    }

    private List<String> texts() {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
