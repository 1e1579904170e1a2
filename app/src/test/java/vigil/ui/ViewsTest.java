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
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Pain;

/** The views by keyboard alone, on a real window of the headless platform. */
class ViewsTest {
    private static final long OPENING_MILLIS = 30_000;

    private final BlockingQueue<Event> entered = new LinkedBlockingQueue<>();
    private final FxRobot robot = new FxRobot();
    private Optional<String> refusal = Optional.empty();
    private ConsoleWindow window;
    private int presses;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Taking());
            opened.show(Samples.calm());
            opened.open();
            stage.requestFocus();
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    /** Takes every entry, or refuses it for the reason of the test. */
    private final class Taking implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            throw new AssertionError(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new AssertionError("pause");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            entered.add(entry.made(Samples.at(Samples.NOW), Samples.NURSE));
            answer.accept(refusal);
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
            presses++;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void digits(String digits) {
        digits.chars().forEach(digit -> press(KeyCode.getKeyCode(String.valueOf((char) digit))));
    }

    private void show(Snapshot snapshot) {
        robot.interact(() -> window.show(snapshot));
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

    private Event taken() throws InterruptedException {
        Event event = entered.poll(5, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void aCoreSetIsChartedWithTwentyOneKeys() throws InterruptedException {
        typesACoreSet();

        theCoreSetIsTaken();
        assertThat(presses).isEqualTo(21);
        assertThat(text("#consequence")).contains("Saved.");
    }

    /** Digits of the key pad after a touched choice belong to the next field; they would change the choice otherwise. */
    @Test
    void aCoreSetIsChartedWithNineteenTaps() throws InterruptedException {
        press(KeyCode.F2);
        presses = 0;
        choose("SEDATION", '0');
        pad("15970");
        tapOn(node("#item-HR"));
        pad("821327845");
        choose("NAUSEA", '0');
        choose("SITE", '0');
        tapOn(node("#save"));

        theCoreSetIsTaken();
        assertThat(presses).isEqualTo(19);
    }

    private void typesACoreSet() {
        press(KeyCode.F2);
        digits("015970");
        press(KeyCode.ENTER);
        digits("82132784500");
        press(KeyCode.ENTER, KeyCode.ENTER);
    }

    private void theCoreSetIsTaken() throws InterruptedException {
        ObservationSet set = ((Event.ObservationsCharted) taken()).set();
        assertThat(set.sedation()).isZero();
        assertThat(set.vitals().respiratoryRatePerMin()).contains(15);
        assertThat(set.vitals().spo2Percent()).contains(97);
        assertThat(set.vitals().heartRatePerMin()).contains(82);
        assertThat(set.vitals().systolicMmHg()).contains(132);
        assertThat(set.vitals().diastolicMmHg()).contains(78);
        assertThat(set.pain()).contains(new Pain(4, 5));
        assertThat(set.nausea()).contains(0);
        assertThat(set.site()).contains(0);
    }

    private void choose(String item, char sign) {
        tapOn(robot.from(node("#item-" + item)).lookup(String.valueOf(sign)).query());
    }

    private void pad(String digits) {
        digits.chars()
                .forEach(digit -> tapOn(robot.from(node("#keypad"))
                        .lookup(String.valueOf((char) digit))
                        .query()));
    }

    private void tapOn(Node target) {
        robot.clickOn(target);
        WaitForAsyncUtils.waitForFxEvents();
        presses++;
    }

    @Test
    void whatWasTypedIsStillThereAfterLookingAtTheBedside() {
        press(KeyCode.F2);
        digits("015");
        press(KeyCode.F1);
        assertThat(robot.lookup("#entry").query().isVisible()).isFalse();
        press(KeyCode.F2);
        assertThat(text("#item-RR")).contains("15");
        assertThat(node("#item-SPO2").isFocused()).isTrue();
    }

    /** Digits typed without a look would be side effects otherwise. */
    @Test
    void theNextSetBeginsWithItsFirstItemWhereverTheOneBeforeEnded() throws InterruptedException {
        typesACoreSet();
        theCoreSetIsTaken();

        press(KeyCode.F1);
        press(KeyCode.F2);
        assertThat(node("#item-SEDATION").isFocused()).isTrue();
    }

    @Test
    void aRefusedEntryKeepsEveryFieldAndSaysWhy() throws InterruptedException {
        refusal = Optional.of("no session is open");
        press(KeyCode.F2);
        digits("015");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        taken();
        assertThat(text("#consequence")).contains("Not saved: no session is open.");
        assertThat(text("#item-RR")).contains("15");
    }

    @Test
    void aValueThatCannotBeIsNotSaved() {
        press(KeyCode.F2);
        digits("0");
        press(KeyCode.DOWN);
        digits("20");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(entered).isEmpty();
        assertThat(text("#item-SPO2")).contains("50 to 100");
        assertThat(text("#consequence")).contains("SpO2 %: 20 is outside 50–100.");
    }

    @Test
    @Tag("B5")
    void anotherPumpIsConfirmedInTwoSteps() throws InterruptedException {
        show(ViewsGallery.otherPump());
        robot.interact(() -> node("#other-pump-right").requestFocus());
        press(KeyCode.SPACE);
        assertThat(entered).isEmpty();
        assertThat(node("#other-pump-back").isFocused()).isTrue();
        press(KeyCode.TAB, KeyCode.SPACE);

        assertThat(taken())
                .isInstanceOfSatisfying(
                        Event.PumpBound.class,
                        bound -> assertThat(bound.serialNumber()).isEqualTo("1400-9914"));
    }

    @Test
    @Tag("B5")
    void pressingTheSameKeyTwiceConfirmsNoPump() {
        show(ViewsGallery.otherPump());
        robot.interact(() -> node("#other-pump-right").requestFocus());
        press(KeyCode.SPACE, KeyCode.SPACE);
        assertThat(entered).isEmpty();
    }

    @Test
    @Tag("B5")
    void aPumpThatIsNotTakenSaysWhy() throws InterruptedException {
        refusal = Optional.of("the infusion has ceased");
        show(ViewsGallery.otherPump());
        robot.interact(() -> node("#other-pump-right").requestFocus());
        press(KeyCode.SPACE, KeyCode.TAB, KeyCode.SPACE);
        taken();
        assertThat(text("#other-pump")).contains("Not taken: the infusion has ceased");
    }

    @Test
    void theWireIsOneKeyAwayAndCanBeHeldStill() {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        robot.interact(() -> window.show(WireSamples.sight(10)));
        assertThat(node("#wire").isVisible()).isTrue();
        assertThat(text("#wire")).contains("/dev/ttyUSB0", "9600 8N1", "1204", "2 × check sum 61 where 9A belongs");
        assertThat(rows()).isEqualTo(10);

        press(KeyCode.SPACE);
        robot.interact(() -> window.show(WireSamples.sight(20)));
        assertThat(rows()).isEqualTo(10);
        press(KeyCode.SPACE);
        assertThat(rows()).isEqualTo(20);
    }

    private int rows() {
        return ((javafx.scene.control.ListView<?>) node("#wire-list"))
                .getItems()
                .size();
    }

    @Test
    void alarmsPatientAndSafetyTextStandOnEveryView() {
        for (View view : View.values()) {
            robot.interact(() -> ((ConsolePane) node(".root")).select(view));
            for (String id : List.of("#alarm-region", "#patient", "#safety", "#rail")) {
                assertThat(node(id).isVisible()).as(view + id).isTrue();
            }
        }
    }
}
