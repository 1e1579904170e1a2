package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vigil.engine.Bedside;
import vigil.engine.Foresight;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.ui.history.Archive;

/** The flows from the first key to the end, by keyboard, on a real window with a real session behind it. */
class FlowsTest {
    private static final long OPENING_MILLIS = 60_000;
    private static final String HASH = "ab".repeat(32);

    private final FxRobot robot = new FxRobot();
    private Bedside bedside = FlowSamples.running();
    private Optional<ConsoleWindow> window = Optional.empty();
    private int presses;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private void open(Bedside at) throws TimeoutException {
        bedside = at;
        Stage stage = FxToolkit.registerPrimaryStage();
        ConsoleWindow shown = WaitForAsyncUtils.waitForAsyncFx(OPENING_MILLIS, () -> {
            ConsoleWindow opened = new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new Live());
            opened.show(bedside.snapshot());
            opened.open();
            stage.requestFocus();
            return opened;
        });
        window = Optional.of(shown);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    /** What is entered goes through the session, and the window shows what it led to. */
    private final class Live implements ConsoleActions {
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
            Event event = entry.made(bedside.now(), Bedside.NURSE);
            Optional<String> refusal = bedside.engine().check(event);
            if (refusal.isEmpty()) {
                bedside.does(event);
            }
            answer.accept(refusal);
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }

        @Override
        public Archive archive() {
            return new Archive() {
                @Override
                public <T> void ask(Question<T> question, Consumer<Answer<T>> answer) {
                    try {
                        answer.accept(new Answer.Told<>(question.of(new OneHash())));
                    } catch (IOException e) {
                        answer.accept(new Answer.Refused<>(e.toString()));
                    }
                }

                @Override
                public <T> Errand begin(Work<T> work, Consumer<Progress> progress, Consumer<Answer<T>> answer) {
                    throw new AssertionError("nothing is exported here");
                }
            };
        }
    }

    /** A record that can only be signed. */
    private static final class OneHash extends RecordSamples {
        @Override
        public String contentHash(SessionId session) {
            return HASH;
        }
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.push(key);
            presses++;
            refresh();
        }
    }

    private void write(String text) {
        robot.write(text);
        presses += text.length();
        refresh();
    }

    /** As the session does after every entry. */
    private void refresh() {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> window.orElseThrow().show(bedside.snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void passes(Duration time) {
        bedside.runs(time);
        refresh();
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

    @Test
    @Tag("R15")
    void theSideEffectFlowRunsFromThePromptToThePumpSeenRunning() throws TimeoutException {
        open(FlowSamples.troubled());
        press(KeyCode.F3, KeyCode.ENTER);
        assertThat(presses).as("keys to record the pause").isEqualTo(2);
        assertThat(text("#flow")).contains("Waiting for the pump to stop", "Infusing");
        assertThat(bedside.session().phase()).isEqualTo(Phase.INFUSING);

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING);
        passes(Duration.ofMinutes(10));
        assertThat(text("#flow")).contains("60:00 from the last delivery", "Pump seen stopped");

        passes(Duration.ofMinutes(50));
        bedside.observes(Bedside.fullSet());
        refresh();
        presses = 0;
        press(KeyCode.F3, KeyCode.TAB, KeyCode.ENTER);
        assertThat(presses).as("keys to answer eased").isEqualTo(3);
        assertThat(text("#flow")).contains("Recommence per order", "1.75 mL/h");

        bedside.pumpRuns("1.75");
        passes(Duration.ofSeconds(10));
        assertThat(text("#flow")).contains("No side effect and no dissociation is open.");
    }

    @Test
    @Tag("R17")
    void theDissociationFlowEndsWithTheCessationRecordedAndThePumpSeenStopped() throws TimeoutException {
        open(FlowSamples.dissociated());
        press(KeyCode.F3, KeyCode.ENTER);
        assertThat(node("#form-TERMINATE").isVisible()).isTrue();
        press(KeyCode.ENTER);
        assertThat(text("#form-TERMINATE")).contains("Not recorded: Decided by is missing");
        write("dr okafor");
        press(KeyCode.ENTER);
        assertThat(bedside.session().progress().cessation().orElseThrow().decision())
                .satisfies(decision -> {
                    assertThat(decision.reason()).isEqualTo(CessationReason.DISSOCIATION);
                    assertThat(decision.decidedBy()).isEqualTo("dr okafor");
                });
        assertThat(text("#flow")).contains("Stop the infusion at the pump");

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING);
        passes(Duration.ofSeconds(10));
        press(KeyCode.F5);
        assertThat(text("#four-hours")).contains("of 4:00");
    }

    @Test
    void aChartedPumpIsReadOffAtF4AndGivesTheDose() throws TimeoutException {
        open(FlowSamples.charted());
        press(KeyCode.F4);
        write("1");
        press(KeyCode.ENTER);
        write("1.75");
        press(KeyCode.ENTER);
        write("1.46");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        refresh();
        assertThat(text("#check")).contains("Recorded.", "charted");
        assertThat(bedside.mg()).isEqualTo("5.84");
        assertThat(presses + 2).as("keys of an hourly reading").isEqualTo(14);
    }

    @Test
    @Tag("R14")
    void theReleaseIsSignedOnceTheGateIsMetAndBindsTheRecord() throws TimeoutException {
        open(FlowSamples.after(Duration.ofMinutes(200)));
        press(KeyCode.F5);
        assertThat(node("#sign-release").isDisabled()).isTrue();
        assertThat(text("#cessation")).contains("No release: line 1, 2, 5 is not met.");

        passes(Duration.ofMinutes(41));
        bedside.observes(Bedside.fullSet());
        refresh();
        robot.interact(() -> node("#sign-release").requestFocus());
        press(KeyCode.ENTER);
        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVATION_COMPLETE);
        assertThat(bedside.session().care().signatures().getLast()).satisfies(signature -> {
            assertThat(signature.meaning()).isEqualTo(SignatureMeaning.REVIEWED_AGAINST_GATE);
            assertThat(signature.contentHash()).isEqualTo(HASH);
        });
        assertThat(text("#cessation")).contains("I have reviewed this record against the discharge gate.");
    }
}
