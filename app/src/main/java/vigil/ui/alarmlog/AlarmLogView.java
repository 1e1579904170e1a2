package vigil.ui.alarmlog;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.alarm.log.LogRow;
import vigil.engine.Snapshot;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The alarm log: filter, rows newest first, and the life of the chosen one. Belongs to the JavaFX thread. */
public final class AlarmLogView extends VBox {
    private static final double ROW = 48;
    private static final double SMALL_ROW = 44;

    private final LogBook book;
    private final LogFilterBar filter;
    private final LogDetail detail;
    private final ListView<LogRow> rows = new ListView<>();
    private final Label none = Texts.label("soft");
    private final OnScreen<List<LogRow>> shown = new OnScreen<>();
    private Phrases phrases;
    private boolean filling;

    public AlarmLogView(Density density, Phrases phrases, LogBook book) {
        super(density.gap());
        this.book = book;
        this.phrases = phrases;
        filter = new LogFilterBar(density, phrases, book);
        detail = new LogDetail(density);
        getStyleClass().add("alarm-log");
        setId("alarm-log");
        setMinSize(0, 0);
        buildRows(density);
        HBox both = new HBox(density.gap(), rows, detail);
        HBox.setHgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        getChildren().addAll(filter, both);
        book.whenChanged(this::refresh);
        refresh();
    }

    private void buildRows(Density density) {
        rows.setId("alarmlog-rows");
        rows.getStyleClass().add("log-list");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText(phrases.text("alarmlog.rows"));
        rows.setFixedCellSize(density.isCompact() ? SMALL_ROW : ROW);
        rows.setCellFactory(_ -> new LogCell(density, () -> phrases));
        none.setWrapText(true);
        rows.setPlaceholder(none);
        rows.setMinSize(0, 0);
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !filling) {
                book.look(row);
            }
        });
    }

    /** Puts the focus where the keyboard begins, and asks for what has happened since. */
    public void enter() {
        book.ask();
        rows.requestFocus();
    }

    public void show(Snapshot snapshot, Phrases words) {
        boolean anew = !words.equals(phrases);
        phrases = words;
        book.follow(snapshot);
        if (anew) {
            refresh();
            rows.refresh();
        }
    }

    private void refresh() {
        filter.show(phrases);
        none.setText(
                switch (book.state()) {
                    case LogBook.State.Asking _ -> phrases.text("alarmlog.asking");
                    case LogBook.State.Refused(var reason) -> phrases.text("archive.refused", reason);
                    case LogBook.State.Known _ -> phrases.text("alarmlog.none");
                });
        List<LogRow> known = book.state() instanceof LogBook.State.Known(var page, long _) ? page.rows() : List.of();
        if (shown.changesTo(known)) {
            fill(known);
        }
        detail.show(book.chosen(), phrases);
    }

    /** What was chosen stays chosen, although newer rows come above it. */
    private void fill(List<LogRow> known) {
        filling = true;
        rows.getItems().setAll(known);
        book.chosen()
                .ifPresent(chosen -> known.stream()
                        .filter(row -> row.sequence() == chosen.row().sequence()
                                && row.start().equals(chosen.row().start()))
                        .findFirst()
                        .ifPresent(row -> rows.getSelectionModel().select(row)));
        filling = false;
    }
}
