package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.export.print.Outcome;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;
import vigil.export.print.Queues;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.history.Archive;
import vigil.ui.history.ExportOrder.Format;
import vigil.ui.print.PrintQueues;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/** The print buttons of the views and the page on which the printer is chosen. */
@Tag("F5")
class PrintFromViewsTest {
    private final RecordSamples record = new RecordSamples();
    private final Tray tray = new Tray();
    private ConsolePane console;

    /** Two queues; answers when it is told to. */
    static final class Tray implements PrintQueues {
        private final List<String> printed = new ArrayList<>();
        private Optional<String> chosen = Optional.empty();
        private Optional<Consumer<Outcome>> waiting = Optional.empty();
        private Queues queues = new Queues(List.of("ward", "office"), Optional.of("ward"), Optional.empty());

        @Override
        public boolean isOffered() {
            return true;
        }

        @Override
        public Optional<String> chosen() {
            return chosen;
        }

        @Override
        public void list(Consumer<Queues> answer) {
            answer.accept(queues);
        }

        @Override
        public void choose(Optional<String> queue, Consumer<Optional<String>> answer) {
            chosen = queue;
            answer.accept(Optional.empty());
        }

        @Override
        public void print(Path pdf, String title, Consumer<Outcome> answer) {
            printed.add(title + " " + pdf.getFileName());
            waiting = Optional.of(answer);
        }

        void answers(Outcome outcome) {
            waiting.orElseThrow().accept(outcome);
        }
    }

    private final class Reading extends ViewsGallery.Foreseeing {
        @Override
        public Archive archive() {
            return record;
        }
    }

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() {
        console = opened(Appearance.ENGLISH);
    }

    private ConsolePane opened(Locale language) {
        Appearance look = Appearance.of(language, Theme.DARK);
        ConsoleSettings settings = new ConsoleSettings(look, _ -> {}, Training.NONE, PumpPorts.NONE, tray);
        return Consoles.onFx(() -> {
            ConsolePane pane = new ConsolePane(Words.of(language), settings, new Reading());
            new Scene(pane, 1_280, 800);
            pane.show(Samples.observing());
            return pane;
        });
    }

    private void go(View view) {
        Consoles.onFx(() -> {
            console.select(view);
            return console;
        });
        settle();
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(console.lookup("#" + id), id));
    }

    private void press(String id) {
        Consoles.onFx(() -> {
            node(id, ButtonBase.class).fire();
            return console;
        });
        settle();
    }

    private void answers(Outcome outcome) {
        tray.answers(outcome);
        settle();
    }

    /** Answers come in a task of their own, and some lead to another. */
    private void settle() {
        for (int turn = 0; turn < 4; turn++) {
            Consoles.onFx(() -> console);
        }
    }

    private String said(String id) {
        return node(id, Label.class).getText();
    }

    @Test
    void theHandoverSheetIsMadeAnewAndPrintedWhileTheViewGoesOn() {
        go(View.HANDOVER);
        press("handover-print");
        assertThat(tray.printed).containsExactly("Handover sheet s-0001-20260303T103412Z-handover.pdf");
        assertThat(said("handover-said"))
                .contains("The printer is being asked", "s-0001-20260303T103412Z-handover.pdf");
        assertThat(node("handover-print", ButtonBase.class).isDisabled()).isTrue();

        answers(new Outcome.Printed("ward", "12"));
        assertThat(said("handover-said")).contains("Printed on ward, job 12", "handover.pdf");
        assertThat(node("handover-print", ButtonBase.class).isDisabled()).isFalse();
    }

    @Test
    void aPausedPrinterIsToldWithWhatToDoAndWhereThePdfLies() {
        go(View.HANDOVER);
        press("handover-print");
        answers(new Failed(Reason.PAUSED, "ward", "Paper is being changed"));
        assertThat(said("handover-said"))
                .contains("Not printed.", "ward is paused", "It says: Paper is being changed.", "The PDF is kept: ");
    }

    @Test
    void everyFailureIsToldInTheLanguageOfTheScreenWithTheFile() {
        console = opened(Appearance.GERMAN);
        go(View.HANDOVER);
        for (Reason reason : Reason.values()) {
            press("handover-print");
            answers(new Failed(reason, "station", ""));
            assertThat(said("handover-said"))
                    .as(reason.name())
                    .startsWith("Nicht gedruckt. ")
                    .contains("Das PDF bleibt: ", "handover.pdf")
                    .doesNotContain("{", "print.");
        }
    }

    @Test
    void theFourHourRecordIsPrintedWhereItIsSigned() {
        Snapshot after = FlowSamples.after(Duration.ofMinutes(243)).snapshot();
        Consoles.onFx(() -> {
            console.show(after);
            return console;
        });
        go(View.AFTER);
        press("hours-print");
        assertThat(tray.printed)
                .singleElement()
                .asString()
                .startsWith("4-hour record ")
                .endsWith("Z.pdf");
        answers(new Failed(Reason.JOB_FAILED, "ward", "Out of toner"));
        assertThat(said("hours-said")).contains("ward gave the job up", "Out of toner", "The PDF is kept: ");
    }

    @Test
    void eachPrintedDocumentOfAPastSessionHasItsButtonAndATableHasNone() {
        go(View.HISTORY);
        Consoles.onFx(() -> {
            node("history-sessions", ListView.class).getSelectionModel().select(1);
            return console;
        });
        for (Format format : List.of(Format.PDF, Format.REPORT, Format.LETTER)) {
            press("history-" + format.name());
            press("history-print");
            answers(new Outcome.Waiting("ward", "7", ""));
            assertThat(said("history-printed")).contains("ward has job 7 and has not finished it");
        }
        assertThat(tray.printed)
                .containsExactly(
                        "4-hour record s0q2-20260303T103412Z.pdf",
                        "Session report s0q2-20260303T103412Z-report.pdf",
                        "Letter to the general practitioner s0q2-20260303T103412Z-gp-letter.pdf");
        press("history-CSV");
        assertThat(node("history-print", ButtonBase.class).isVisible()).isFalse();
        assertThat(said("history-printed")).isEmpty();
    }

    @Test
    void withoutAPdfNothingIsPrintedAndTheReasonIsTold() {
        go(View.HANDOVER);
        record.refusal = Optional.of("the disk is full");
        press("handover-print");
        assertThat(tray.printed).isEmpty();
        assertThat(said("handover-said")).contains("there is no PDF: the disk is full");
    }

    @Test
    void aPrinterIsChosenAmongThoseOfTheMachine() {
        go(View.LINE);
        press("settings-printer");
        assertThat(said("printer-now")).contains("default printer");
        assertThat(node("printer-queues", ListView.class).getItems().size()).isEqualTo(3);
        assertThat(node("printer-use", ButtonBase.class).isDisabled()).isTrue();
        Consoles.onFx(() -> {
            node("printer-queues", ListView.class).getSelectionModel().select(2);
            return console;
        });
        press("printer-use");
        assertThat(tray.chosen).contains("office");
        assertThat(said("printer-now")).contains("prints on office");
    }

    @Test
    void aMachineWithoutPrintersSaysSo() {
        tray.queues = new Queues(List.of(), Optional.empty(), Optional.empty());
        go(View.LINE);
        press("settings-printer");
        assertThat(said("printer-said")).contains("No printer is set up");
    }
}
