package vigil.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.look.Look;
import vigil.look.Words;
import vigil.ui.Picture;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Typefaces;

/** A page of every kind of field by keyboard alone, on a real window of the headless platform. */
class FormPageTest {
    private static final long OPENING_MILLIS = 30_000;

    // The keys are those of words that exist; the page cares for none of them.
    private static final Question<String> WORDS = Question.text("patient.room");
    private static final Question<BigDecimal> NUMBER = Question.number("patient.weight", "20", "350", 1, "kg");
    private static final Question<LocalDate> DAY =
            Question.day("patient.born", LocalDate.of(1900, 1, 1), LocalDate.of(2026, 3, 2));
    private static final Question<String> ONE = Question.oneOf("patient.allergies", List.of("one", "two", "three"));
    private static final Question<Set<String>> SEVERAL =
            new Question<>("patient.mrn", new Kind.AnyOf(List.of("left", "middle", "right")));
    private static final Question<Boolean> TICK = Question.tick("patient.none");
    private static final Question<String> NOTE = Question.note("patient.hidden");
    private static final Question<String> MANY =
            Question.oneOf("window.title", List.of("codeine", "morphine", "tramadol"));

    private final FxRobot robot = new FxRobot();
    private final Form form = new Form(answers -> {});
    private FormPage page;
    private int done;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        page = WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> opened(stage));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private FormPage opened(Stage stage) {
        Typefaces.load();
        Field.Place place =
                new Field.Place(form, new Phrases(Words.of(Locale.ENGLISH), ZoneOffset.UTC), Density.NORMAL);
        FormPage made = new FormPage(() -> done++)
                .row(new LineField(WORDS, place), new LineField(NUMBER, place).wide(2), new LineField(DAY, place))
                .row(ChoiceField.one(ONE, place), ChoiceField.several(SEVERAL, place, 3))
                .row(new TickField(TICK, place), new SearchField(MANY, place))
                .row(new NoteField(NOTE, place, 2));
        form.whenChanged(made::show);
        Scene scene = new Scene(made, 900, 600);
        scene.getStylesheets().add(Look.stylesheet());
        stage.setScene(scene);
        stage.show();
        made.show();
        made.enter();
        return made;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node focused() {
        return page.getScene().getFocusOwner();
    }

    private String foot(Question<?> question) {
        return robot.from(field(question))
                .lookup(".field-foot")
                .queryAs(Label.class)
                .getText();
    }

    private Node field(Question<?> question) {
        return robot.lookup("#field-" + question.key().replace('.', '-')).query();
    }

    @Test
    void enterGoesThroughEveryFieldAndThenDoesWhatThePageIsFor() {
        write("12");
        press(KeyCode.ENTER);
        write("70,5");
        press(KeyCode.ENTER);
        write("14031971");
        press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.ENTER);
        press(KeyCode.SPACE, KeyCode.ENTER);
        Answers answers = form.answers();
        assertThat(answers.value(WORDS)).contains("12");
        assertThat(answers.value(NUMBER)).contains(new BigDecimal("70.5"));
        assertThat(answers.value(DAY)).contains(LocalDate.of(1971, 3, 14));
        assertThat(answers.value(ONE)).contains("two");
        assertThat(answers.value(SEVERAL)).contains(Set.of("left", "right"));
        assertThat(answers.isTicked(TICK)).isTrue();
        assertThat(foot(DAY)).isEqualTo("Sun 14 Mar 1971");
        press(KeyCode.TAB);
        write("a line");
        press(KeyCode.ENTER);
        write("another");
        assertThat(done).isZero();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(form.answers().value(NOTE)).contains("a line\nanother");
        assertThat(done).isEqualTo(1);
    }

    @Test
    void nonsensePastedIsKeptAndExplainedOnceTheFieldIsLeft() {
        press(KeyCode.TAB);
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("154 lb (3 March)");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        press(KeyCode.TAB);
        assertThat(form.answers().text(NUMBER)).isEqualTo("154 lb (3 March)");
        assertThat(form.answers().value(NUMBER)).isEmpty();
        assertThat(foot(NUMBER)).isEqualTo("“154 lb (3 March)”: only the number, in kg.");
    }

    @Test
    void oneOfManyIsFoundByTypingAPartOfIt() {
        robot.interact(() -> robot.lookup("#field-window-title-input").query().requestFocus());
        press(KeyCode.DOWN);
        write("mor");
        press(KeyCode.ENTER);
        assertThat(form.answers().text(MANY)).isEqualTo("morphine");
    }

    @Test
    void everyControlSaysItsNameAndIsLargeEnoughForAGlove() {
        for (Question<?> question : List.of(WORDS, NUMBER, DAY, ONE, SEVERAL, TICK, MANY, NOTE)) {
            Field field = (Field) field(question);
            assertThat(field.stop().getAccessibleText()).as(question.key()).startsWith(field.name());
            assertThat(field.stop().getAccessibleRole()).as(question.key()).isNotNull();
            assertThat(robot.lookup("#" + field.getId() + "-input")
                            .query()
                            .getBoundsInParent()
                            .getHeight())
                    .as(question.key())
                    .isGreaterThanOrEqualTo(48);
        }
    }

    @Test
    void aPageMadeAnewShowsWhatWasTypedBefore() {
        Answers before = Answers.NONE
                .with(WORDS, "12")
                .with(NUMBER, "154 lb")
                .with(ONE, "two")
                .with(SEVERAL, "left right")
                .with(TICK, Kind.Tick.TICKED)
                .with(NOTE, "a line")
                .with(MANY, "codeine");
        robot.interact(() -> {
            form.restore(before);
            opened((Stage) page.getScene().getWindow());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(form.answers()).isEqualTo(before);
    }

    @Test
    void tabGoesBackAsWell() {
        press(KeyCode.TAB, KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(focused()).isSameAs(((Field) field(NUMBER)).stop());
    }
}
