package vigil.ui.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.history.ExportOrder.Format;
import vigil.ui.history.ExportOrder.Outcome;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.print.PrintButton;
import vigil.ui.print.PrintedWords;

/** What can be done with the chosen session: look at it again, write its record into a file, print it. */
final class SessionCard extends VBox {
    /** What the record is written as; the handover sheet has a view of its own. */
    private static final List<Format> RECORDS =
            List.of(Format.PDF, Format.REPORT, Format.LETTER, Format.CSV, Format.FHIR);

    private final History history;
    private final Label name = Texts.label("strong");
    private final Label when = Texts.label("small", "soft");
    private final FlowPane figures = new FlowPane();
    private final Button replay = new Button();
    private final JobLine<Replay> making;
    private final Map<Format, ToggleButton> formats = new EnumMap<>(Format.class);
    private final TextField file = new TextField();
    private final Button export = new Button();
    private final Button over = new Button();
    private final PrintButton print;
    private final Label printed = Texts.label("small");
    private final JobLine<Outcome> exporting;
    private final VBox actions;
    private final boolean compact;
    private final OnScreen<List<Figure>> shown = new OnScreen<>();
    private Phrases phrases;

    SessionCard(Density density, Phrases phrases, History history) {
        super(density.isCompact() ? 6 : 10);
        this.history = history;
        this.phrases = phrases;
        getStyleClass().addAll("card", "session-card");
        setId("session-card");
        double width = density.isCompact() ? 400 : 480;
        setMinWidth(width);
        setMaxWidth(width);
        figures.setHgap(density.isCompact() ? 16 : 24);
        figures.setVgap(4);
        making = new JobLine<>(history.player().fold(), phrases, "replay-making", _ -> "");
        exporting = new JobLine<>(history.export(), phrases, "exporting", this::outcome);
        button(replay, "history.replay", "history-replay", history::replayChosen);
        replay.getStyleClass().add("primary");
        button(export, "history.export", "history-export", history::exportNow);
        button(over, "history.write-over", "history-write-over", history::writeOver);
        buildFile();
        replay.setMinWidth(density.isCompact() ? 120 : 180);
        Label how = Texts.label("caption");
        how.setText(phrases.text("history.export.how"));
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        print = new PrintButton("history-print", phrases, history.print(), history::printNow);
        printed.setId("history-printed");
        printed.setWrapText(true);
        printed.setMinHeight(USE_PREF_SIZE);
        HBox orders = new HBox(8, export, over, print);
        actions = new VBox(getSpacing(), making, how, formats(density), file, orders, exporting, printed);
        if (density.isCompact()) {
            // One row of buttons, and no words that the buttons say themselves.
            orders.getChildren().addFirst(replay);
            Texts.present(how, false);
        } else {
            actions.getChildren().addFirst(replay);
        }
        compact = density.isCompact();
        getChildren().addAll(name, when, figures, actions);
    }

    private void button(Button button, String words, String id, Runnable action) {
        button.setText(phrases.text(words));
        button.setAccessibleText(button.getText());
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinSize(120, 48);
        button.setOnAction(_ -> action.run());
    }

    private void buildFile() {
        file.setId("history-file");
        file.getStyleClass().add("note-field");
        file.setAccessibleText(phrases.text("history.file"));
        file.setPromptText(phrases.text("history.file"));
        file.setMinHeight(44);
        file.setText(history.file());
        file.textProperty().subscribe(text -> history.typeFile(text == null ? "" : text));
        file.setOnAction(_ -> history.exportNow());
    }

    private HBox formats(Density density) {
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        for (Format format : RECORDS) {
            ToggleButton toggle = new ToggleButton(phrases.text("history.format." + format.name()));
            toggle.setId("history-" + format.name());
            toggle.setAccessibleText(toggle.getText());
            toggle.getStyleClass().setAll("button", "action-button", "log-toggle");
            toggle.setMinHeight(48);
            toggle.setMaxWidth(Double.MAX_VALUE);
            toggle.setMinWidth(density.isCompact() ? 56 : 72);
            HBox.setHgrow(toggle, Priority.ALWAYS);
            toggle.setOnAction(_ -> history.choose(format));
            formats.put(format, toggle);
            row.getChildren().add(toggle);
        }
        Arrows.choose(List.copyOf(formats.values()));
        return row;
    }

    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(var path) -> phrases.text("history.written", path.toString());
            case Outcome.AlreadyThere(var path) -> phrases.text("history.there", path.toString());
        };
    }

    void show(Phrases words, boolean namesHidden) {
        phrases = words;
        Optional<SessionWords> session = history.chosen().map(it -> new SessionWords(it, words, namesHidden));
        name.setText(session.map(SessionWords::name).orElseGet(() -> words.text("history.choose")));
        Texts.show(when, session.map(it -> it.when() + "  ·  " + it.phase()).orElse(""));
        List<Figure> facts = session.map(SessionWords::figures).orElse(List.of());
        if (shown.changesTo(facts)) {
            figures.getChildren().setAll(facts.stream().map(SessionCard::fact).toList());
        }
        Texts.present(actions, session.isPresent());
        formats.forEach((format, toggle) -> toggle.setSelected(format == history.format()));
        if (!history.file().equals(file.getText())) {
            file.setText(history.file());
        }
        boolean there = history.export().state() instanceof Job.State.Done<Outcome>(var outcome)
                && outcome instanceof Outcome.AlreadyThere;
        Texts.present(over, there);
        Texts.present(export, !there && !history.export().isRunning());
        Texts.present(replay, !history.player().fold().isRunning());
        print.refresh(history.format().isPrinted());
        String paper = new PrintedWords(history.print(), words).words();
        Texts.show(printed, paper);
        // On a small screen the figures, which stand in the list as well, make room for what became of the paper.
        Texts.present(figures, !compact || paper.isEmpty());
        making.show(words);
        exporting.show(words);
    }

    private static VBox fact(Figure figure) {
        Label caption = Texts.firm("caption");
        caption.setText(figure.label());
        Label value = Texts.firm("small", "semi");
        value.setText(figure.value());
        return new VBox(-1, caption, value);
    }
}
