package vigil.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.ui.attention.AlarmRegion;
import vigil.ui.attention.AlarmRegionModel;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.dashboard.TrendRange;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.Drafts;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.station.Opened;

/**
 * One room of the ward on the bedside view, folded from its record there; only to be read. Belongs to the JavaFX thread.
 */
final class RoomPane extends VBox {
    private final Phrases phrases;
    private final String room;
    private final Button back = new Button();
    private final Label note = Texts.label("small");
    private final Label state = Texts.label("title");
    private final Map<TrendRange, ToggleButton> ranges = new EnumMap<>(TrendRange.class);
    private final Body body;

    RoomPane(Palette palette, Phrases phrases, String room, Runnable left) {
        this.phrases = phrases;
        this.room = room;
        getStyleClass().add("room");
        setId("room");
        setMinSize(0, 0);
        body = new Body(palette, phrases);
        VBox.setVgrow(body, Priority.ALWAYS);
        state.setText(phrases.text("station.room.reading", room));
        state.getStyleClass().add("room-state");
        getChildren().addAll(bar(left), state, body);
        Texts.present(body, false);
    }

    private HBox bar(Runnable left) {
        back.setText(phrases.text("station.room.back"));
        back.setId("room-back");
        back.getStyleClass().setAll("button", "station-choice");
        back.setMinSize(USE_PREF_SIZE, 48);
        back.setOnAction(_ -> left.run());
        Label name = Texts.firm("station-name");
        name.setText(phrases.text("station.room", room));
        note.setText(phrases.text("station.room.note"));
        HBox tabs = new HBox(8);
        tabs.setAlignment(Pos.CENTER);
        for (TrendRange range : TrendRange.values()) {
            ToggleButton tab = new ToggleButton(phrases.text("trend.range." + range.name()));
            tab.getStyleClass().setAll("button", "station-choice");
            tab.setMinSize(USE_PREF_SIZE, 48);
            tab.setOnAction(_ -> select(range));
            ranges.put(range, tab);
            tabs.getChildren().add(tab);
        }
        HBox bar = new HBox(16, back, name, note, Texts.spacer(), tabs);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("room-bar");
        return bar;
    }

    private void select(TrendRange range) {
        ranges.forEach((each, tab) -> tab.setSelected(each == range));
        body.bedside.select(range);
    }

    void enter() {
        back.requestFocus();
    }

    void show(Opened opened, Words words) {
        opened.snapshot().ifPresent(snapshot -> body.show(snapshot, words));
        boolean whole = opened.snapshot().isPresent() && opened.trouble().isEmpty();
        Texts.present(body, opened.snapshot().isPresent());
        Texts.present(state, !whole);
        state.setText(opened.trouble()
                .map(why -> phrases.text("station.room.trouble", room, why))
                .orElseGet(() -> phrases.text("station.room.reading", room) + " "
                        + phrases.text("station.room.read", Long.toString(opened.read()))));
    }

    void beat(int beats) {
        body.alarms.beat(beats);
    }

    void use(Palette palette) {
        body.bedside.use(palette);
    }

    /** Laid out as on a bedside's screen and enlarged to fill. */
    private static final class Body extends Pane {
        private final AlarmRegion alarms;
        private final PatientBand patient;
        private final PhaseLine phase;
        private final BedsideView bedside;
        private final VBox all;
        private final Scale scale = new Scale(1, 1);

        private Body(Palette palette, Phrases phrases) {
            ConsoleActions inert = new Inert(phrases.text("station.room.note"));
            alarms = new AlarmRegion(Density.NORMAL, phrases, new SignalEntries(inert));
            patient = new PatientBand(Density.NORMAL.patientHeight(), phrases);
            phase = new PhaseLine(Density.NORMAL.phaseHeight(), phrases);
            bedside = new BedsideView(
                    Density.NORMAL, palette, phrases, inert, new CareEntry(inert, new Drafts((_, _) -> {}), _ -> {}));
            VBox.setVgrow(bedside, Priority.ALWAYS);
            all = new VBox(alarms, patient, phase, bedside);
            all.setDisable(true);
            all.getTransforms().add(scale);
            setMinSize(0, 0);
            getChildren().add(all);
        }

        private void show(Snapshot snapshot, Words words) {
            Phrases there = new Phrases(words, snapshot.zone());
            FrameModel model = FrameModel.of(snapshot, there, Privacy.SHOWN, false);
            alarms.show(AlarmRegionModel.of(snapshot, there), there);
            patient.show(model);
            phase.show(model);
            bedside.show(snapshot, there);
        }

        @Override
        protected void layoutChildren() {
            double factor = Density.NORMAL.scaleFor(getWidth(), getHeight());
            scale.setX(factor);
            scale.setY(factor);
            all.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
