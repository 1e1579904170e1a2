package vigil.ui.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ward.RoomState;

/** Everything that is due in the ward, in the order in which it is, overdue first. */
final class DueList extends VBox {
    private final OnScreen<List<Row>> shown = new OnScreen<>();
    private final VBox rows = new VBox();
    private final Label none = Texts.label("soft");
    private final Consumer<String> opened;

    DueList(Phrases phrases, Consumer<String> opened) {
        this.opened = opened;
        getStyleClass().add("station-due");
        setId("station-due");
        Label title = Texts.label("title");
        title.setText(phrases.text("station.due-list"));
        none.setText(phrases.text("station.due-none"));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("station-scroll");
        getChildren().addAll(title, none, scroll);
    }

    /** One thing in ready words. */
    record Row(String room, String what, String clock, String span, boolean late) {}

    static List<Row> rows(StationSight sight, Phrases phrases) {
        List<Timed> timed = new ArrayList<>();
        for (StationSight.Room room : sight.rooms()) {
            room.state().ifPresent(state -> state.due().forEach(due -> timed.add(timed(room, state, due))));
        }
        return timed.stream()
                .sorted(Comparator.comparing(Timed::until)
                        .thenComparing(it -> it.room().name()))
                .map(it -> row(it, phrases))
                .toList();
    }

    /** {@code until}: by the room's own clock, so that clocks that differ do not matter. */
    private record Timed(StationSight.Room room, RoomState.Due due, Duration until, boolean late) {}

    private static Timed timed(StationSight.Room room, RoomState state, RoomState.Due due) {
        Instant now = state.at().plus(room.silence());
        return new Timed(
                room, due, Duration.between(now, due.at()), !due.overdueFrom().isAfter(now));
    }

    private static Row row(Timed timed, Phrases phrases) {
        String what = phrases.words()
                .find("due.what." + timed.due().what())
                .orElse(timed.due().what());
        Duration until = timed.until();
        boolean passed = until.isNegative();
        String span = phrases.text(passed ? "due.row-ago" : "due.row-in", phrases.span(until.abs()));
        return new Row(timed.room().name(), what, phrases.clock(timed.due().at()), span, timed.late());
    }

    void show(StationSight sight, Phrases phrases) {
        List<Row> next = rows(sight, phrases);
        if (shown.changesTo(next)) {
            Texts.present(none, next.isEmpty());
            rows.getChildren().setAll(next.stream().map(this::line).toList());
        }
    }

    private Button line(Row row) {
        Label room = Texts.firm("station-tile-room");
        room.setText(row.room());
        room.setMinWidth(64);
        Label clock = Texts.firm("clock");
        clock.setText(row.clock());
        Label what = Texts.label("strong");
        what.setText(row.what());
        Label span = Texts.firm("small", row.late() ? "late" : "soft");
        span.setText(row.span());
        HBox face = new HBox(16, room, clock, what, Texts.spacer(), span);
        face.setAlignment(Pos.CENTER_LEFT);
        Button line = new Button(String.join(" ", row.room(), row.clock(), row.what(), row.span()), face);
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("station-row");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setOnAction(_ -> opened.accept(row.room()));
        return line;
    }
}
