package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
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
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.ui.history.Archive;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.ExportOrder.Format;

/** The views that read the record, by keyboard alone, on a real window of the headless platform. */
class RecordViewsTest {
    private static final long OPENING_MILLIS = 30_000;

    private final RecordSamples record = new RecordSamples();
    private final FxRobot robot = new FxRobot();
    private final List<Event> entered = new ArrayList<>();
    private ConsoleWindow window;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Reading());
            opened.show(Samples.alarming());
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

    private final class Reading extends ViewsGallery.Foreseeing {
        @Override
        public Archive archive() {
            return record;
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            entered.add(entry.made(Samples.at(Samples.NOW), Samples.NURSE));
            answer.accept(Optional.empty());
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

    @Test
    void aSessionIsFoundByAPartOfItsNameAndItsDay() {
        press(KeyCode.F7);
        assertThat(rows("#history-sessions")).isEqualTo(3);
        on("#history-search");
        robot.write("brien 2026-02");
        settle();
        assertThat(rows("#history-sessions")).isEqualTo(1);
        assertThat(text("#history")).contains("1 of 3 sessions");
    }

    @Test
    @Tag("R32")
    void whatWasChangedInTheSettingsIsAKeyAwayFromTheSessions() {
        press(KeyCode.F7);
        on("#history-settings", KeyCode.SPACE);
        assertThat(rows("#setting-changes")).isEqualTo(6);
        assertThat(text("#history")).contains("6 changes, newest first");
        assertThat(text("#setting-changes"))
                .contains("Pump line", "bcc at /dev/ttyUSB0, 9600 8N1  →", "J. Kaur")
                .contains("Language", "en  →  de")
                .contains("Pause for a side effect, min (R15)", "60  →  90", "nobody signed in");
        assertThat(node("#history-sessions").getParent().isVisible()).isFalse();
        on("#history-settings", KeyCode.SPACE);
        assertThat(node("#history-sessions").getParent().isVisible()).isTrue();
    }

    @Test
    void theRecordOfAChosenSessionIsExported() {
        press(KeyCode.F7, KeyCode.DOWN);
        assertThat(text("#session-card")).contains("O'BRIEN-CASTELLANOS");
        on("#history-CSV", KeyCode.SPACE);
        on("#history-export", KeyCode.SPACE);
        assertThat(record.exported)
                .singleElement()
                .isEqualTo(new ExportOrder(
                        new SessionId("s0q2"), Format.CSV, Path.of("/home/ward/vigil/exports/s0q2.csv"), false));
        assertThat(text("#session-card")).contains("Written: ");
    }

    @Test
    void aFileThatIsThereIsWrittenOverOnlyWhenAPersonSaysSo() {
        record.there = true;
        press(KeyCode.F7, KeyCode.DOWN);
        on("#history-export", KeyCode.SPACE);
        assertThat(record.exported).isEmpty();
        assertThat(text("#session-card")).contains("there already");
        on("#history-write-over", KeyCode.SPACE);
        assertThat(record.exported)
                .singleElement()
                .satisfies(order -> assertThat(order.replace()).isTrue());
    }

    @Test
    void theRecordIsCheckedWhenAsked() {
        press(KeyCode.F7);
        on("#history-check", KeyCode.SPACE);
        assertThat(text("#checking")).contains("21904 entries are sound");
    }

    @Test
    void aReplayShowsThePastUnderTheLiveAlarmsAndMovesWithTheSlider() {
        press(KeyCode.F7, KeyCode.DOWN);
        on("#history-replay", KeyCode.SPACE);
        assertThat(text("#replay-bar")).contains("REPLAY", "10:00:00", "Live: 0.503 mg/kg/h");
        assertThat(text("#replay-patient")).contains("O'BRIEN-CASTELLANOS");
        assertThat(text("#alarm-region")).contains("Dose above maximum");
        assertThat(node("#patient").isVisible()).isFalse();
        assertThat(node("#replay-slider").isFocused()).isTrue();

        press(KeyCode.RIGHT);
        assertThat(text("#replay-bar")).contains("10:01:00");

        press(KeyCode.F1);
        assertThat(node("#patient").isVisible()).isTrue();
        assertThat(text("#patient")).contains("WINTER");
        assertThat(node("#replay").isVisible() && node("#replay").getParent().isVisible())
                .isFalse();
    }

    @Test
    void aReplayMovesWithTheBeatAtItsSpeedUntilItIsHeld() {
        press(KeyCode.F7, KeyCode.DOWN);
        on("#history-replay", KeyCode.SPACE);
        on("#replay-speed-60", KeyCode.SPACE);
        on("#replay-play", KeyCode.SPACE);
        robot.interact(() -> window.beat(4));
        settle();
        assertThat(text("#replay-bar")).contains("10:01:00");
        on("#replay-play", KeyCode.SPACE);
        robot.interact(() -> window.beat(4));
        settle();
        assertThat(text("#replay-bar")).contains("10:01:00");
        on("#replay-end", KeyCode.SPACE);
        assertThat(node("#patient").isVisible()).isTrue();
        assertThat(node("#history-sessions").isFocused()).isTrue();
    }

    @Test
    void namesOfPastSessionsAreHiddenWithThatOfTheLiveOne() {
        press(KeyCode.F7, KeyCode.DOWN, KeyCode.F11);
        assertThat(text("#history")).doesNotContain("O'BRIEN", "0398 1120", "WINTER");
        on("#history-replay", KeyCode.SPACE);
        assertThat(text("#replay-patient")).doesNotContain("O'BRIEN", "0398 1120");
    }

    @Test
    void theNursesLinesGoIntoTheRecordAndOntoTheSheet() {
        press(KeyCode.F6);
        int made = record.pages;
        on("#handover-line-1");
        robot.write("Prefers left side");
        on("#handover-add", KeyCode.SPACE);
        assertThat(entered)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.NoteAdded.class, note -> assertThat(note.text()).isEqualTo("Prefers left side"));
        assertThat(record.pages).isGreaterThan(made);
        assertThat(((TextField) node("#handover-line-1")).getText()).isEmpty();
    }

    @Test
    void theIncomingNurseSignsOnlyAfterReadingBackAndEachSignsThePageShown() {
        press(KeyCode.F6);
        assertThat(node("#handover-sign-TAKEN_OVER").isDisabled()).isTrue();
        String page = "%064x".formatted(record.pages);
        on("#handover-sign-HANDED_OVER", KeyCode.SPACE);
        assertThat(entered).singleElement().isInstanceOfSatisfying(Event.Signed.class, signed -> {
            assertThat(signed.meaning()).isEqualTo(SignatureMeaning.HANDED_OVER);
            assertThat(signed.contentHash()).isEqualTo(page);
        });
        on("#handover-read-back", KeyCode.SPACE);
        String read = "%064x".formatted(record.pages);
        on("#handover-sign-TAKEN_OVER", KeyCode.SPACE);
        assertThat(entered.getLast()).isInstanceOfSatisfying(Event.Signed.class, signed -> {
            assertThat(signed.meaning()).isEqualTo(SignatureMeaning.TAKEN_OVER);
            assertThat(signed.contentHash()).isEqualTo(read).isNotEqualTo(page);
        });
        assertThat(text("#handover")).contains("The handover is complete");
    }

    @Test
    void theSheetIsHiddenWithTheName() {
        press(KeyCode.F6);
        assertThat(node("#handover-sheet").isVisible()).isTrue();
        press(KeyCode.F11);
        assertThat(node("#handover-sheet").isVisible()).isFalse();
        assertThat(text("#handover")).contains("hidden while privacy is on");
    }

    @Test
    void theSheetIsWrittenAsPdf() {
        press(KeyCode.F6);
        on("#handover-write", KeyCode.SPACE);
        assertThat(record.exported).singleElement().satisfies(order -> {
            assertThat(order.format()).isEqualTo(Format.HANDOVER);
            assertThat(order.file()).hasFileName("s-0001-handover.pdf");
        });
    }
}
