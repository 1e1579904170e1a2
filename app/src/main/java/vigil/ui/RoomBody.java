package vigil.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import vigil.engine.Snapshot;
import vigil.ui.attention.AlarmRegion;
import vigil.ui.attention.AlarmRegionModel;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.dashboard.TrendRange;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.Drafts;
import vigil.ui.history.Player;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;

/**
 * A room laid out as on a bedside's screen and enlarged to fill: its alarms of now, and below them how it is now or how it
 * was. Nothing in it can be pressed but the bar of a replay. Belongs to the JavaFX thread.
 */
final class RoomBody extends Pane {
    private final Phrases phrases;
    private final Player player;
    private final AlarmRegion alarms;
    private final PatientBand patient;
    private final PhaseLine phase;
    private final BedsideView bedside;
    private final VBox all;
    private final Scale scale = new Scale(1, 1);
    private Palette palette;
    private Optional<ReplayPane> replay = Optional.empty();

    RoomBody(Palette palette, Phrases phrases, Player player) {
        this.palette = palette;
        this.phrases = phrases;
        this.player = player;
        ConsoleActions inert = new Inert(phrases.text("station.room.note"));
        alarms = new AlarmRegion(Density.NORMAL, phrases, new SignalEntries(inert));
        patient = new PatientBand(Density.NORMAL.patientHeight(), phrases);
        phase = new PhaseLine(Density.NORMAL.phaseHeight(), phrases);
        bedside = new BedsideView(
                Density.NORMAL, palette, phrases, inert, new CareEntry(inert, new Drafts((_, _) -> {}), _ -> {}));
        VBox.setVgrow(bedside, Priority.ALWAYS);
        all = new VBox(alarms, patient, phase, bedside);
        List.of(alarms, patient, phase, bedside).forEach(it -> it.setDisable(true));
        all.getTransforms().add(scale);
        setMinSize(0, 0);
        getChildren().add(all);
    }

    void show(Snapshot snapshot) {
        Phrases there = new Phrases(phrases.words(), snapshot.zone());
        FrameModel model = FrameModel.of(snapshot, there, Privacy.SHOWN, false);
        alarms.show(AlarmRegionModel.of(snapshot, there), there);
        patient.show(model);
        phase.show(model);
        bedside.show(snapshot, there);
    }

    /** From now to what is past, or back; {@code now}: the room as it is meanwhile. */
    void turn(Optional<Snapshot> now, boolean looksBack) {
        if (looksBack != replay.isPresent()) {
            replay = looksBack
                    ? Optional.of(new ReplayPane(Density.NORMAL, palette, phrases, player))
                    : Optional.empty();
            replay.ifPresentOrElse(this::enter, () -> all.getChildren().setAll(alarms, patient, phase, bedside));
        }
        replay.ifPresent(it -> it.show(now, phrases, false));
    }

    private void enter(ReplayPane pane) {
        VBox.setVgrow(pane, Priority.ALWAYS);
        all.getChildren().setAll(alarms, pane);
        pane.enter();
    }

    void select(TrendRange range) {
        bedside.select(range);
    }

    void beat(int beats) {
        alarms.beat(beats);
    }

    void use(Palette next) {
        palette = next;
        bedside.use(next);
        replay.ifPresent(it -> it.use(next));
    }

    @Override
    protected void layoutChildren() {
        double factor = Density.NORMAL.scaleFor(getWidth(), getHeight());
        scale.setX(factor);
        scale.setY(factor);
        all.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
