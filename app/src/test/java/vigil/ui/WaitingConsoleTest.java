package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Foresight;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Event;

/** The window before the first state of the session: while the record is being opened. */
class WaitingConsoleTest {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final FxRobot robot = new FxRobot();
    private Optional<Stage> stage = Optional.empty();
    private Optional<ConsoleWindow> window = Optional.empty();

    private final ConsoleActions actions = new ConsoleActions() {
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
    };

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage primary = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            ConsoleWindow opened = new ConsoleWindow(primary, Words.of(Locale.ENGLISH), Theme.DARK, actions);
            opened.open();
            window = Optional.of(opened);
            primary.requestFocus();
        });
        stage = Optional.of(primary);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private String words() {
        return robot
                .lookup(it -> it instanceof Labeled && it.isVisible() && isShown(it))
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isShown(javafx.scene.Node node) {
        return node.getParent() == null || (node.getParent().isVisible() && isShown(node.getParent()));
    }

    @Test
    void whatIsNotKnownIsSaidToBeSoAndIsNeverZero() {
        String words = words();

        assertThat(words)
                .contains("Waiting for the record", "No value and no alarm is known yet. Look at the pump.", "--")
                .doesNotContain("No conditions", "No open prompts", "No patient", "RECORDING", "0.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"F2", "F3", "F9", "F10", "F11", "F12", "ENTER", "SPACE", "TAB", "ESCAPE"})
    void noKeyDoesAnything(KeyCode key) {
        String before = words();

        robot.push(key);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(asked).isEmpty();
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void noTouchDoesAnything() {
        String before = words();

        List<ButtonBase> buttons =
                List.copyOf(robot.lookup(it -> it instanceof ButtonBase && it.isVisible() && isShown(it))
                        .queryAllAs(ButtonBase.class));
        assertThat(buttons).hasSizeGreaterThan(View.values().length);
        buttons.forEach(robot::clickOn);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(asked).isEmpty();
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void theFirstStateOpensTheConsole() {
        robot.interact(() -> window.orElseThrow().show(Samples.alarming()));

        robot.push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(asked).singleElement().asString().startsWith("acknowledge ");
        assertThat(words()).doesNotContain("Waiting for the record");
    }

    @Test
    void canBeClosed() {
        robot.interact(() -> stage.orElseThrow().close());

        assertThat(stage.orElseThrow().isShowing()).isFalse();
    }
}
