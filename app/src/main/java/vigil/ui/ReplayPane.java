package vigil.ui;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import vigil.engine.Snapshot;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.Drafts;
import vigil.ui.history.Player;
import vigil.ui.history.ReplayBar;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * A moment of a past session on the bedside view, with that session's own patient band and phase line, marked as a replay
 * by word, frame and watermark. Nothing in it can be pressed but the bar above. Belongs to the JavaFX thread.
 */
final class ReplayPane extends VBox {
    private final Player player;
    private final ReplayBar bar;
    private final PatientBand patient;
    private final PhaseLine phase;
    private final BedsideView bedside;
    private final boolean brief;
    private final Label waiting = Texts.label("strong");
    private final VBox past;
    private final OnScreen<Snapshot> shown = new OnScreen<>();
    private boolean namesHidden;

    ReplayPane(Density density, Palette palette, Phrases phrases, Player player) {
        this.player = player;
        brief = density.isCompact();
        getStyleClass().add("replay");
        setId("replay");
        setMinSize(0, 0);
        bar = new ReplayBar(density, phrases, player);
        patient = new PatientBand(density.patientHeight(), phrases);
        patient.setId("replay-patient");
        phase = new PhaseLine(density.phaseHeight(), phrases);
        phase.setId("replay-phase");
        ConsoleActions inert = new Inert(phrases.text("replay.inert"));
        bedside = new BedsideView(
                density, palette, phrases, inert, new CareEntry(inert, new Drafts((_, _) -> {}), _ -> {}));
        bedside.setDisable(true);
        Label mark = Texts.firm("replay-mark");
        mark.setText(phrases.text("replay.tag"));
        mark.setMouseTransparent(true);
        mark.setRotate(-18);
        StackPane under = new StackPane(new Shrunk(bedside, density), mark);
        under.setMinSize(0, 0);
        VBox.setVgrow(under, Priority.ALWAYS);
        past = new VBox(patient, phase, under);
        past.setMinSize(0, 0);
        VBox.setVgrow(past, Priority.ALWAYS);
        getChildren().addAll(bar, past, waiting);
        waiting.setText(phrases.text("alarmlog.asking"));
    }

    /** Puts the focus where the keyboard begins. */
    void enter() {
        bar.enter();
    }

    /** {@code live}: what runs meanwhile; {@code hidden}: name and MRN must not be read from the corridor. */
    void show(Optional<Snapshot> live, Phrases phrases, boolean hidden) {
        bar.show(live, phrases);
        Texts.present(past, player.shown().isPresent());
        Texts.present(waiting, player.shown().isEmpty());
        boolean anew = hidden != namesHidden;
        namesHidden = hidden;
        player.shown().filter(moment -> shown.changesTo(moment) || anew).ifPresent(moment -> show(moment, phrases));
    }

    private void show(Snapshot moment, Phrases phrases) {
        ZoneId zone = moment.zone();
        Phrases there = new Phrases(phrases.words(), zone);
        FrameModel model = FrameModel.of(moment, there, namesHidden ? Privacy.HIDDEN : Privacy.SHOWN, brief);
        patient.show(model);
        phase.show(model);
        bedside.show(moment, there);
    }

    void use(Palette palette) {
        bedside.use(palette);
    }

    /** Lays the bedside view out as it stands in the frame, and makes it smaller to fit under the bar. */
    private static final class Shrunk extends Pane {
        private final BedsideView bedside;
        private final double height;
        private final Scale scale = new Scale(1, 1);

        private Shrunk(BedsideView bedside, Density density) {
            super(bedside);
            this.bedside = bedside;
            height = density.bodyHeight();
            bedside.getTransforms().add(scale);
            setMinSize(0, 0);
        }

        @Override
        protected void layoutChildren() {
            double factor = Math.min(1, getHeight() / height);
            scale.setX(factor);
            scale.setY(factor);
            bedside.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
