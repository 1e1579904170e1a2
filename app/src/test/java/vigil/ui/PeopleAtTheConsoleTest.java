package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Foresight;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.Credentials;
import vigil.people.Pin;
import vigil.people.Presence;

/** Sign-in, lock and the first user, by keyboard alone and by touch, on a real window of the headless platform. */
class PeopleAtTheConsoleTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final FxRobot robot = new FxRobot();
    private Answer next = new Answer.Accepted();
    private ConsoleWindow window;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Asking());
            opened.show(PeopleGallery.with(new Presence.Nobody()));
            opened.open();
            stage.requestFocus();
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The stage is every window test's, and keeps the size it was given. */
    @AfterEach
    void close() throws TimeoutException {
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        FxToolkit.cleanupStages();
    }

    private final class Asking implements ConsoleActions, PeopleActions {
        @Override
        public PeopleActions people() {
            return this;
        }

        @Override
        public void touched() {
            asked.add("touched");
        }

        @Override
        public void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
            asked.add("sign-in " + given.userId() + " " + given.pin().digits());
            answer.accept(next);
        }

        @Override
        public void leave(boolean forGood) {
            asked.add("lock");
        }

        @Override
        public void change(Change change, Consumer<Answer> answer) {
            asked.add(String.valueOf(change));
            answer.accept(next);
        }

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
            answer.accept(Optional.empty());
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }

    private Node node(String id) {
        return robot.lookup(id).query();
    }

    private void control(KeyCode key) {
        robot.push(KeyCode.CONTROL, key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(Presence presence) {
        robot.interact(() -> window.show(PeopleGallery.with(presence)));
    }

    private List<String> asked() {
        return asked.stream().filter(it -> !it.equals("touched")).toList();
    }

    @Test
    void somebodySignsInByKeyboardAlone() {
        control(KeyCode.L);
        robot.write("ab12");
        robot.push(KeyCode.ENTER);
        robot.write("493027");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked()).containsExactly("sign-in ab12 493027");
        assertThat(node("#sign-in").isVisible()).isFalse();
    }

    @Test
    void somebodySignsInByTouchAlone() {
        robot.clickOn("#person").clickOn("ab12");
        "493027"
                .chars()
                .forEach(digit ->
                        robot.interact(() -> robot
                                .from(node("#sign-in"))
                                .lookup(".keypad-key")
                                .queryAllAs(javafx.scene.control.Button.class)
                                .stream()
                                .filter(key -> key.getText().equals(String.valueOf((char) digit)))
                                .forEach(javafx.scene.control.Button::fire)));
        robot.clickOn("#sign-in-enter");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked()).containsExactly("sign-in ab12 493027");
    }

    @Test
    void aWrongPinIsForgottenAndWhatIsWrongIsNotSaid() {
        next = new Answer.NotAccepted(java.time.Duration.ZERO);
        control(KeyCode.L);
        robot.write("ab12");
        robot.push(KeyCode.ENTER);
        robot.write("493027");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) node("#sign-in-line")).getText()).isEqualTo("Not accepted. User id or PIN is wrong.");
        assertThat(((TextInputControl) node("#sign-in-pin")).getText()).isEmpty();
        assertThat(node("#sign-in-pin").isFocused()).isTrue();
    }

    @Test
    void escapeStopsAskingAndStaysInTheView() {
        control(KeyCode.U);
        control(KeyCode.L);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node("#sign-in").isVisible()).isFalse();
        assertThat(node("#people").isVisible()).isTrue();
    }

    @Test
    void oneKeyLocks() {
        show(new Presence.SignedIn(PeopleGallery.BROWN));
        control(KeyCode.L);
        assertThat(asked()).containsExactly("lock");
    }

    @Test
    void whoIsSignedInStandsOnEveryView() {
        show(new Presence.SignedIn(PeopleGallery.BROWN));
        for (View view : View.values()) {
            robot.interact(() -> ((ConsolePane) stage.getScene().getRoot()).select(view));
            assertThat(((Label) node("#who")).getText()).isEqualTo("A. Brown RN signed in");
        }
        show(new Presence.Locked(PeopleGallery.BROWN));
        assertThat(((Label) node("#who")).getText()).isEqualTo("Locked: A. Brown RN");
    }

    @Test
    @Tag("C9")
    void aLockedConsoleShowsWhatAnOpenOneShows() {
        show(new Presence.SignedIn(PeopleGallery.BROWN));
        List<String> open = texts();
        show(new Presence.Locked(PeopleGallery.BROWN));
        assertThat(texts()).isEqualTo(open);
        assertThat(open).contains("0.100");
    }

    /** Everything that is read, but for who is there. */
    private List<String> texts() {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(label -> !"who".equals(label.getId()) && isShown(label))
                .map(Labeled::getText)
                .filter(text -> !List.of("Lock", "Sign in").contains(text))
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 600"})
    void thePanelCoversNeitherAlarmsNorPatientNorPhaseNorSafetyText(double width, double height) {
        robot.interact(() -> {
            stage.getScene().getRoot().resize(width, height);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
        control(KeyCode.L);
        Bounds panel = bounds("#sign-in");
        assertThat(panel.getHeight()).isBetween(100.0, 160.0);
        for (String other : List.of("#alarm-region", "#patient", "#phase", "#safety")) {
            assertThat(bounds(other).intersects(panel)).as(other).isFalse();
        }
    }

    private Bounds bounds(String id) {
        Node node = node(id);
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void alarmsAreAttendedToWhileThePanelIsOpen() {
        robot.interact(() -> window.show(Samples.alarming()));
        show(new Presence.Nobody());
        control(KeyCode.L);
        robot.push(KeyCode.F10);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked()).containsExactly("pause");
        assertThat(node("#sign-in").isVisible()).isTrue();
    }

    @Test
    void theFirstUserCreatesTheAdministrator() {
        robot.interact(() -> window.show(Samples.calm()));
        control(KeyCode.L);
        assertThat(node("#people").isVisible()).isTrue();
        robot.write("gray");
        robot.push(KeyCode.ENTER);
        robot.write("Rae");
        robot.push(KeyCode.TAB);
        robot.write("493027");
        robot.push(KeyCode.ENTER);
        robot.write("493027");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked()).containsExactly("Add[user=Staff[userId=gray, name=Rae, role=ADMINISTRATOR], pin=Pin]");
    }

    @Test
    void everyKeyTellsThatSomebodyIsThere() {
        robot.push(KeyCode.F12);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).contains("touched");
    }
}
