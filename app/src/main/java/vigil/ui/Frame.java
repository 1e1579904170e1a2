package vigil.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.attention.AlarmRegion;
import vigil.ui.attention.AlarmRegionModel;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * What surrounds every view and stays in its place: alarm region, rail, patient band, phase line, standing safety text.
 * Belongs to the JavaFX thread.
 */
final class Frame extends BorderPane {
    private final AlarmRegion alarms;
    private final PatientBand patient;
    private final PhaseLine phase;
    private final BedsideView bedside;
    private final boolean brief;

    Frame(Density density, Palette palette, Phrases phrases, ConsoleActions actions) {
        alarms = new AlarmRegion(density, phrases, actions::acknowledge, actions::pauseAudio);
        patient = new PatientBand(density.patientHeight(), phrases);
        phase = new PhaseLine(density.phaseHeight(), phrases);
        bedside = new BedsideView(density, palette, phrases, actions);
        brief = density.isCompact();
        if (brief) {
            getStyleClass().add("compact");
        }
        VBox.setVgrow(bedside, Priority.ALWAYS);
        setTop(alarms);
        setLeft(new Rail(density, phrases));
        setCenter(new VBox(patient, phase, bedside));
        setBottom(footer(density, phrases));
    }

    private static HBox footer(Density density, Phrases phrases) {
        Label safety = Texts.firm("safety");
        safety.setText(phrases.text("safety"));
        safety.setId("safety");
        Label keys = Texts.label("soft");
        keys.setText(phrases.text("footer.keys"));
        HBox footer = new HBox(16, safety, Texts.spacer(), keys);
        footer.getStyleClass().add("footer");
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.setMinHeight(density.footerHeight());
        footer.setMaxHeight(density.footerHeight());
        return footer;
    }

    void show(Snapshot snapshot, Phrases phrases, Privacy privacy) {
        alarms.show(AlarmRegionModel.of(snapshot, phrases), phrases);
        FrameModel model = FrameModel.of(snapshot, phrases, privacy, brief);
        patient.show(model);
        phase.show(model);
        bedside.show(snapshot, phrases);
    }

    AlarmRegion alarms() {
        return alarms;
    }

    BedsideView bedside() {
        return bedside;
    }

    void use(Palette palette) {
        bedside.use(palette);
    }
}
