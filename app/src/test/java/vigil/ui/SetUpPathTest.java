package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Phase;

/** A course is set up by keyboard alone, on a real window of the headless platform and a real record. */
class SetUpPathTest {
    private static final long OPENING_MILLIS = 30_000;

    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    private SetUpBench bench;
    private ConsoleWindow window;
    private int presses;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws IOException, TimeoutException {
        bench = SetUpBench.start(folder, 0);
        window = opened();
        control(KeyCode.N);
    }

    private ConsoleWindow opened() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        ConsoleWindow made = WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow console = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.LIGHT, bench);
            bench.shows(console::show);
            console.open();
            stage.requestFocus();
            return console;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        bench.close();
    }

    private void control(KeyCode key) {
        robot.push(KeyCode.CONTROL, key);
        presses++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
            presses++;
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** Types each text into its field and goes on with Enter. */
    private void fill(String... texts) {
        for (String text : texts) {
            robot.write(text, 0);
            presses += text.length();
            press(KeyCode.ENTER);
        }
    }

    private Snapshot snapshot() {
        return bench.snapshot();
    }

    private Phase phase() {
        return snapshot().course().phase();
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

    private String foot() {
        return ((Label) node("#setup-foot")).getText();
    }

    private void patient() {
        fill("Winter", "Alex", "0412 7785", "14031971", "Penicillin: rash", "12");
    }

    private void weight() {
        fill("70.5", "1", "70.5", "1", "bed scale", "1.3.2026");
        // Without a second person at the scale.
        control(KeyCode.ENTER);
    }

    private void purpose() {
        robot.write("13", 0);
        presses += 2;
        press(KeyCode.ENTER, KeyCode.SPACE, KeyCode.ENTER);
        fill("1", "1");
    }

    private void assessment() {
        for (String note : List.of("opioids, little effect", "less pain", "walk again", "none known", "steps a day")) {
            robot.write(note, 0);
            presses += note.length();
            press(KeyCode.TAB);
        }
        control(KeyCode.ENTER);
    }

    private void part(String id) {
        for (int turns = 0; turns < 13 && robot.lookup(id).tryQuery().isEmpty(); turns++) {
            press(KeyCode.PAGE_DOWN);
        }
        assertThat(robot.lookup(id).tryQuery()).as(id).isPresent();
    }

    private void drug() {
        part("#field-setup-drug-drug");
        fill("1", "200", "50", "sodium chloride 0.9 %", "ab12", "A. Brown RN");
    }

    private void order() {
        part("#field-setup-order-rate");
        fill("1", "0.05", "0.1", "Dr P. Okafor");
    }

    private void line() {
        part("#field-setup-line-route");
        fill("1");
        press(KeyCode.SPACE, KeyCode.ENTER);
        fill("left abdomen", "");
    }

    private void pump() {
        part("#field-setup-pump-way");
        fill("1", "1400-8271");
        control(KeyCode.ENTER);
    }

    @Test
    void aSessionIsSetUpFromEmptyToReadyByKeyboardAlone() {
        patient();
        assertThat(snapshot().patient()).isPresent();
        weight();
        purpose();
        assessment();
        drug();
        order();
        line();
        pump();
        assertThat(snapshot().course().missingSetUp()).isEmpty();
        assertThat(phase()).isEqualTo(Phase.READY);
        assertThat(text("#setup-cards")).contains("The course can start.");
        assertThat(presses).as("key presses").isLessThanOrEqualTo(270);
    }

    @Test
    void aHalfDoneSetUpStandsThereAgainAfterARestart() throws IOException, TimeoutException {
        patient();
        fill("154", "2");
        robot.write("15", 0);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.beat(12));
        bench.close();
        FxToolkit.cleanupStages();

        bench = SetUpBench.start(folder, 10);
        window = opened();
        control(KeyCode.N);
        press(KeyCode.PAGE_DOWN);

        assertThat(snapshot().patient()).isPresent();
        assertThat(typed("#field-setup-weight-value-text")).isEqualTo("154");
        assertThat(typed("#field-setup-weight-again-text")).isEqualTo("15");
        assertThat(text("#setup-sums")).contains("69.9 kg");
    }

    private String typed(String id) {
        return ((TextInputControl) node(id)).getText();
    }

    @Test
    @Tag("R2")
    @Tag("R32")
    void aPhysicianSetsARuleAsideWithAReasonAndItStaysVisible() {
        patient();
        robot.interact(() -> node("#setup-override").requestFocus());
        press(KeyCode.SPACE);
        fill("2", "Dr P. Okafor", "");
        assertThat(text("#form-OVERRIDE_SET_UP")).contains("Reason");
        assertThat(snapshot().course().missingSetUp()).contains("missing.selection");
        fill("no refractory pain yet, agreed with the team");
        assertThat(snapshot().course().missingSetUp())
                .doesNotContain("missing.selection")
                .contains("missing.purpose", "missing.assessment");
        assertThat(text("#setup-cards"))
                .contains("R2 set aside by Dr P. Okafor", "CE: no refractory pain yet, agreed with the team");
        assertThat(robot.lookup("#form-OVERRIDE_SET_UP").tryQuery()).isEmpty();
        assertThat(node("#setup-save").isVisible()).isTrue();
    }

    @Test
    @Tag("R28")
    void aSecondEntryOfTheWeightThatDiffersHoldsItBack() {
        patient();
        fill("70.5", "1", "75.0", "1", "bed scale", "1.3.2026");
        assertThat(snapshot().weight()).isEmpty();
        assertThat(foot()).isEqualTo("Second entry differs: 70.5 and 75.0.");
    }

    @Test
    @Tag("R12")
    void anOrderAboveTheMaximumIsRefusedWithItsNumbers() {
        patient();
        weight();
        drug();
        part("#field-setup-order-rate");
        fill("1", "0.05", "0.6", "Dr P. Okafor");
        assertThat(foot()).isEqualTo("0.6 mg/kg/h is above the maximum of 0.5 (R12).");
        assertThat(snapshot().course().preparation().setUp().order()).isEmpty();
    }

    @Test
    void aPumpWhoseLabelSaysAnotherNumberIsNotBound() {
        patient();
        part("#field-setup-pump-way");
        fill("1", "1400-9999");
        control(KeyCode.ENTER);
        assertThat(snapshot().link().bound()).isEmpty();
        assertThat(foot()).startsWith("The pump on the wire is 1400-8271, the label says 1400-9999.");
    }
}
