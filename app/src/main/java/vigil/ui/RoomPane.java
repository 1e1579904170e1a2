package vigil.ui;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.session.SessionId;
import vigil.ui.attention.FlashClock;
import vigil.ui.dashboard.TrendRange;
import vigil.ui.history.Archive;
import vigil.ui.history.Player;
import vigil.ui.history.ReplayMaking;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.station.Opened;

/**
 * One room of the ward on the bedside view, folded from its record there: as it is now, or as it was at a moment that is
 * past. Only to be read. Belongs to the JavaFX thread.
 */
final class RoomPane extends VBox {
    private final Phrases phrases;
    private final String room;
    private final Button back;
    private final Button past;
    private final Label state = Texts.label("title");
    private final Map<TrendRange, ToggleButton> ranges = new EnumMap<>(TrendRange.class);
    private final HBox tabs = new HBox(8);
    private final RoomBody body;
    private final Player player;
    private final ReplayMaking making;
    private Optional<Snapshot> now = Optional.empty();

    RoomPane(Palette palette, Phrases phrases, String room, Archive archive, Runnable left) {
        this.phrases = phrases;
        this.room = room;
        getStyleClass().add("room");
        setId("room");
        setMinSize(0, 0);
        player = new Player(archive, this::changed);
        making = new ReplayMaking(player, phrases);
        back = choice("station.room.back", "room-back", left);
        past = choice(
                "station.room.past",
                "room-past",
                () -> now.flatMap(Snapshot::sessionId).ifPresent(this::lookBack));
        body = new RoomBody(palette, phrases, player);
        VBox.setVgrow(body, Priority.ALWAYS);
        state.setText(phrases.text("station.room.reading", room));
        state.getStyleClass().add("room-state");
        getChildren().addAll(bar(), state, making, body);
        Texts.present(body, false);
        changed();
    }

    private Button choice(String key, String id, Runnable pressed) {
        Button button = new Button(phrases.text(key));
        button.setId(id);
        button.getStyleClass().setAll("button", "station-choice");
        button.setMinSize(USE_PREF_SIZE, 48);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    private HBox bar() {
        Label name = Texts.firm("station-name");
        name.setText(phrases.text("station.room", room));
        Label note = Texts.label("small");
        note.setText(phrases.text("station.room.note"));
        tabs.setAlignment(Pos.CENTER);
        for (TrendRange range : TrendRange.values()) {
            ToggleButton tab = new ToggleButton(phrases.text("trend.range." + range.name()));
            tab.getStyleClass().setAll("button", "station-choice");
            tab.setMinSize(USE_PREF_SIZE, 48);
            tab.setOnAction(_ -> select(range));
            ranges.put(range, tab);
            tabs.getChildren().add(tab);
        }
        Arrows.choose(List.copyOf(ranges.values()));
        HBox bar = new HBox(16, back, name, note, Texts.spacer(), past, tabs);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("room-bar");
        return bar;
    }

    private void select(TrendRange range) {
        ranges.forEach((each, tab) -> tab.setSelected(each == range));
        body.select(range);
    }

    private void lookBack(SessionId session) {
        player.openAtItsEnd(session);
    }

    /** The replay has begun, moved, ended, or says why it does not. */
    private void changed() {
        boolean looksBack = player.shown().isPresent();
        making.show(phrases);
        Texts.present(making, !looksBack);
        Texts.present(tabs, !looksBack);
        Texts.present(past, !looksBack);
        past.setDisable(now.flatMap(Snapshot::sessionId).isEmpty());
        body.turn(now, looksBack);
    }

    void enter() {
        back.requestFocus();
    }

    void show(Opened opened) {
        now = opened.snapshot();
        now.ifPresent(body::show);
        boolean whole = now.isPresent() && opened.trouble().isEmpty();
        Texts.present(body, now.isPresent());
        Texts.present(state, !whole);
        state.setText(opened.trouble()
                .map(why -> phrases.text("station.room.trouble", room, why))
                .orElseGet(() -> phrases.text("station.room.reading", room) + " "
                        + phrases.text("station.room.read", Long.toString(opened.read()))));
        changed();
    }

    void beat(int beats) {
        body.beat(beats);
        player.passed(Duration.ofMillis(FlashClock.BEAT_MILLIS).multipliedBy(beats));
    }

    void use(Palette palette) {
        body.use(palette);
    }

    /** Nobody looks any more. */
    void leave() {
        player.close();
    }
}
