package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Bedside;
import vigil.engine.Foresight;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.Standing;

/** An entry made in error is marked so at the console, by keyboard alone, with a real session behind the window (R32). */
@Tag("R32")
class EntryMarkedTest {
    private static final long OPENING_MILLIS = 60_000;

    private final FxRobot robot = new FxRobot();
    private Bedside bedside = FlowSamples.entered();
    private Optional<ConsoleWindow> window = Optional.empty();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        window = Optional.of(WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Live());
            opened.show(bedside.snapshot());
            opened.open();
            stage.requestFocus();
            return opened;
        }));
        WaitForAsyncUtils.waitForFxEvents();
        press(KeyCode.F7);
        robot.interact(() -> node("#history-entries").requestFocus());
        press(KeyCode.SPACE);
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private final class Live extends ViewsGallery.Foreseeing {
        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            Event event = entry.made(bedside.now(), Bedside.SECOND);
            Optional<String> refusal = bedside.engine().check(event);
            if (refusal.isEmpty()) {
                bedside.does(event);
            }
            answer.accept(refusal);
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(bedside.engine().foresee(entry.made(bedside.now(), Bedside.SECOND)));
        }
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
        }
        robot.interact(() -> window.orElseThrow().show(bedside.snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return robot.lookup(id).query();
    }

    private String said() {
        return ((Label) node("#entries-said")).getText();
    }

    private List<String> words() {
        return labels().map(Label::getText).toList();
    }

    private Stream<Label> labels() {
        return robot.from(node("#entries-list")).lookup(".label").queryAllAs(Label.class).stream()
                .filter(Label::isVisible);
    }

    private boolean isStruckOut(String words) {
        return labels().filter(label -> label.getText().equals(words))
                .flatMap(label -> label.getChildrenUnmodifiable().stream())
                .filter(Text.class::isInstance)
                .anyMatch(text -> ((Text) text).isStrikethrough());
    }

    @Test
    void theEntriesStandNewestFirst() {
        assertThat(words())
                .containsSubsequence("Pump check: Hourly", "Site rotated", "left arm", "Note", "wrong patient");
        assertThat(node("#entries-list").isFocused()).isTrue();
    }

    @Test
    void aMarkedNoteStaysStruckOutWithWhoWhenAndWhy() {
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        robot.write("meant for room 3");
        press(KeyCode.ENTER);
        Standing standing = bedside.snapshot().care().standing();
        assertThat(standing.of(EntryKind.NOTE)).isEmpty();
        assertThat(standing.marked()).singleElement().satisfies(mark -> {
            assertThat(mark.reason()).isEqualTo("meant for room 3");
            assertThat(mark.by()).isEqualTo(Bedside.SECOND);
        });
        assertThat(said()).isEqualTo("Marked as entered in error.");
        assertThat(words())
                .contains("wrong patient")
                .anyMatch(text -> text.matches("ENTERED IN ERROR \\(C. Ellis RN, .+\\): meant for room 3"));
        assertThat(isStruckOut("wrong patient")).isTrue();
        assertThat(isStruckOut("left arm")).isFalse();
        assertThat(node("#entries-list").isFocused()).isTrue();
    }

    @Test
    void withoutAReasonNothingIsMarkedAndTheRefusalStandsBesideTheField() {
        press(KeyCode.DOWN, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(said()).isEqualTo("Not marked: give the reason why it was entered in error (R32)");
        assertThat(bedside.snapshot().care().standing().marked()).isEmpty();
        assertThat(node("#entries-reason").isFocused()).isTrue();
    }

    @Test
    void aMarkedEntryOffersNoFurtherMark() {
        press(KeyCode.DOWN, KeyCode.ENTER);
        robot.write("left was right");
        press(KeyCode.ENTER);
        robot.interact(
                () -> ((ListView<?>) node("#entries-list")).getSelectionModel().select(1));
        press();
        assertThat(said()).startsWith("Marked already.");
        assertThat(node("#entries-mark").getParent().isVisible()).isFalse();
    }

    @Test
    void theReasonOutlivesALookAtAnotherView() {
        press(KeyCode.DOWN, KeyCode.ENTER);
        robot.write("left was right");
        press(KeyCode.F1, KeyCode.F7);
        assertThat(((TextField) node("#entries-reason")).getText()).isEqualTo("left was right");
    }

    @Test
    void whatWasWrittenIsHiddenWithTheName() {
        press(KeyCode.F11);
        assertThat(words()).doesNotContain("wrong patient", "left arm").contains("(hidden while privacy is on)");
    }
}
