package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Node;
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
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.ObservationSet.Circumstance;
import vigil.ui.history.Archive;

/** The arrow keys in every row of choices, pressed by a robot on a real window of the headless platform. */
class ArrowKeysTest {
    private final FxRobot robot = new FxRobot();
    private final RecordSamples record = new RecordSamples();
    private Optional<ConsoleWindow> window = Optional.empty();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            ConsoleWindow opened = new ConsoleWindow(
                    stage, Words.of(Locale.ENGLISH), Consoles.printing(Theme.DARK, Locale.ENGLISH), new Reading());
            opened.show(WireSamples.sight(300));
            opened.show(Samples.calm());
            opened.open();
            stage.requestFocus();
            window = Optional.of(opened);
        });
        settle();
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

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            answer.accept(Optional.empty());
        }
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
            settle();
        }
    }

    private void show(Snapshot snapshot) {
        robot.interact(() -> window.orElseThrow().show(snapshot));
        settle();
    }

    private Node node(String id) {
        return robot.lookup(id).query();
    }

    private void on(String id, KeyCode... keys) {
        robot.interact(() -> node(id).requestFocus());
        press(keys);
    }

    private boolean isChosen(String id) {
        return ((ToggleButton) node(id)).isSelected();
    }

    private String focused() {
        return String.valueOf(robot.window(0).getScene().getFocusOwner().getId());
    }

    private String spokenInFocus() {
        return String.valueOf(robot.window(0).getScene().getFocusOwner().getAccessibleText());
    }

    @Test
    void alongTheRailAnArrowGoesToAViewAndSpaceOpensItWhileTheMarkStaysWithWhatIsShown() {
        on("#view-BEDSIDE", KeyCode.DOWN, KeyCode.DOWN);
        assertThat(focused()).isEqualTo("view-EFFECTS");
        assertThat(isChosen("#view-BEDSIDE")).isTrue();
        press(KeyCode.UP, KeyCode.SPACE);
        assertThat(isChosen("#view-OBSERVE")).isTrue();
        on("#view-OBSERVE", KeyCode.END);
        assertThat(focused()).isEqualTo("view-PEOPLE");
        press(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("view-PEOPLE");
    }

    @Test
    void anArrowChoosesTheStretchOfTheTrend() {
        List<ToggleButton> tabs = List.copyOf(robot.lookup(".trend-tab").queryAllAs(ToggleButton.class));
        robot.interact(() -> tabs.getLast().requestFocus());
        press(KeyCode.LEFT);
        assertThat(tabs).extracting(ToggleButton::isSelected).containsExactly(false, true, false);
        assertThat(tabs.get(1).isFocused()).isTrue();
        press(KeyCode.HOME);
        assertThat(tabs).extracting(ToggleButton::isSelected).containsExactly(true, false, false);
    }

    @Test
    void anArrowTurnsThePagesOfTheSettings() {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        settle();
        on("#settings-line", KeyCode.RIGHT);
        assertThat(isChosen("#settings-site")).isTrue();
        assertThat(node("#site-page").isVisible()).isTrue();
        press(KeyCode.RIGHT);
        assertThat(node("#screen-page").isVisible()).isTrue();
        assertThat(node("#site-page").isVisible()).isFalse();
    }

    @Test
    void chartingASetAnArrowChoosesTheAnswerAndWalksAlongTheCircumstances() {
        press(KeyCode.F2);
        String unanswered = spokenInFocus();
        String field = focused();
        press(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo(field);
        assertThat(spokenInFocus()).isNotEqualTo(unanswered);
        on("#circumstance-" + Circumstance.ASKS_TO_STOP, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(focused()).isEqualTo("circumstance-" + Circumstance.DISTRESSING);
        assertThat(isChosen("#circumstance-" + Circumstance.ASKS_TO_STOP)).isFalse();
        assertThat(isChosen("#circumstance-" + Circumstance.DISTRESSING)).isTrue();
    }

    @Test
    void inTheHistoryAnArrowChoosesWhatTheRecordIsWrittenAs() {
        press(KeyCode.F7, KeyCode.DOWN);
        on("#history-CSV", KeyCode.LEFT);
        assertThat(isChosen("#history-LETTER")).isTrue();
        assertThat(isChosen("#history-CSV")).isFalse();
        press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        assertThat(isChosen("#history-PDF")).isTrue();
    }

    @Test
    void inTheAlarmLogAnArrowGoesAlongTheFilterAsItStands() {
        press(KeyCode.F8);
        on("#alarmlog-HIGH", KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("alarmlog-sound");
        assertThat(isChosen("#alarmlog-LOW")).isTrue();
    }

    @Test
    void inTheSetUpAnArrowChoosesAnAnswer() {
        show(Samples.calm());
        robot.push(KeyCode.CONTROL, KeyCode.N);
        settle();
        for (int turns = 0;
                turns < 13
                        && robot.lookup("#field-setup-line-route-input")
                                .tryQuery()
                                .isEmpty();
                turns++) {
            press(KeyCode.PAGE_DOWN);
        }
        on("#field-setup-line-route-input", KeyCode.RIGHT);
        String first = spoken("#field-setup-line-route-input");
        press(KeyCode.RIGHT);
        assertThat(spoken("#field-setup-line-route-input")).isNotEqualTo(first);
        press(KeyCode.LEFT);
        assertThat(spoken("#field-setup-line-route-input")).isEqualTo(first);
    }

    private String spoken(String id) {
        return node(id).getAccessibleText();
    }

    @Test
    void inTheSideEffectFlowAnArrowGoesToTheNextThingToDo() {
        press(KeyCode.F3);
        List<Node> acts = robot.lookup(".choice-tile").queryAll().stream()
                .filter(node -> !node.isDisabled())
                .toList();
        assertThat(acts).hasSizeGreaterThan(1);
        robot.interact(() -> acts.getFirst().requestFocus());
        press(KeyCode.DOWN);
        assertThat(acts.getFirst().isFocused()).isFalse();
        assertThat(node("#flow").isVisible()).isTrue();
        press(KeyCode.UP);
        assertThat(acts.getFirst().isFocused()).isTrue();
    }

    @Test
    void inTheHandoverAnArrowLeavesNoControlUnreached() {
        press(KeyCode.F6);
        on("#handover-again", KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("handover-write");
        press(KeyCode.LEFT);
        assertThat(focused()).isEqualTo("handover-again");
    }
}
