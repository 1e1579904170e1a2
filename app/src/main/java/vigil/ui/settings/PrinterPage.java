package vigil.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** On which printer this console prints: the queues of this machine, one to be chosen. Belongs to the JavaFX thread. */
final class PrinterPage extends VBox {
    private static final double ROW = 44;
    private static final int ROWS = 5;

    private final PrinterDesk desk;
    private final Phrases phrases;
    private final ListView<PrinterDesk.Choice> queues = new ListView<>();
    private final OnScreen<List<PrinterDesk.Choice>> shown = new OnScreen<>();
    private final Label now = Pieces.wrapped("semi");
    private final Label said = Pieces.wrapped("semi");
    private final Button again;
    private final Button use;

    PrinterPage(Density density, Phrases phrases, PrinterDesk desk) {
        super(density.isCompact() ? 6 : 12);
        this.desk = desk;
        this.phrases = phrases;
        setId("printer-page");
        getStyleClass().add("site-page");
        setMinHeight(0);
        list();
        again = Pieces.button("printer-again", phrases.text("printer.again"), desk::list);
        use = Pieces.button("printer-use", phrases.text("printer.use"), this::use);
        use.getStyleClass().add("primary");
        now.setId("printer-now");
        said.setId("printer-said");
        Label note = Pieces.wrapped("soft");
        note.setText(phrases.text("printer.note"));
        VBox card = new VBox(density.isCompact() ? 6 : 12, head(), now, queues, use, said, note);
        card.getStyleClass().addAll("card", "screen-card");
        card.setMinHeight(0);
        getChildren().add(card);
        desk.whenChanged(this::show);
        show();
    }

    private HBox head() {
        Label title = Texts.firm("strong");
        title.setText(phrases.text("printer.queues"));
        HBox head = new HBox(12, title, Texts.spacer(), again);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void list() {
        queues.setId("printer-queues");
        queues.getStyleClass().add("wire-list");
        queues.setAccessibleText(phrases.text("printer.queues"));
        queues.setFixedCellSize(ROW);
        queues.setMinHeight(2 * ROW);
        queues.setPrefHeight(ROWS * ROW + 4);
        queues.setMaxHeight(ROWS * ROW + 4);
        queues.setCellFactory(_ -> new Row());
        queues.setPlaceholder(new Label());
        queues.getSelectionModel().selectedItemProperty().subscribe(this::enable);
    }

    private final class Row extends ListCell<PrinterDesk.Choice> {
        Row() {
            getStyleClass().addAll("port-row", "small");
        }

        @Override
        protected void updateItem(PrinterDesk.@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : words(choice));
            setAccessibleText(getText());
        }
    }

    private String words(PrinterDesk.Choice choice) {
        String name = choice.queue().orElseGet(() -> standard(choice.standard()));
        return choice.queue().equals(desk.chosen()) ? phrases.text("printer.chosen", name) : name;
    }

    private String standard(Optional<String> name) {
        return name.map(it -> phrases.text("printer.standard", it))
                .orElseGet(() -> phrases.text("printer.no-standard"));
    }

    private void use() {
        Optional.ofNullable(queues.getSelectionModel().getSelectedItem()).ifPresent(desk::choose);
    }

    private void enable() {
        use.setDisable(desk.isLooking() || queues.getSelectionModel().isEmpty());
    }

    private void show() {
        if (shown.changesTo(desk.choices())) {
            queues.getItems().setAll(desk.choices());
        }
        queues.refresh();
        again.setDisable(desk.isLooking());
        now.setText(desk.chosen()
                .map(name -> phrases.text("printer.now", name))
                .orElseGet(() -> phrases.text("printer.now-standard")));
        Texts.show(said, said());
        enable();
    }

    private String said() {
        return switch (desk.said()) {
            case PrinterDesk.Said.Nothing() -> "";
            case PrinterDesk.Said.Looking() -> phrases.text("printer.looking");
            case PrinterDesk.Said.None() -> phrases.text("printer.none");
            case PrinterDesk.Said.Refused(String reason) -> phrases.text("printer.refused", reason);
            case PrinterDesk.Said.Chosen() -> phrases.text("printer.kept");
        };
    }

    /** Turned to: which printers there are may have changed. */
    void opened() {
        desk.list();
    }

    /** Puts the focus where the keyboard begins. */
    void enter() {
        queues.requestFocus();
    }
}
