package vigil.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vigil.engine.Snapshot;
import vigil.ui.attention.AlarmRegion;
import vigil.ui.attention.AlarmRegionModel;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.entry.EntryView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.wire.WireSight;
import vigil.ui.wire.WireView;

/**
 * What surrounds every view and stays in its place: alarm region, rail, patient band, phase line, standing safety text.
 * Belongs to the JavaFX thread.
 */
final class Frame extends BorderPane {
    private static final double JOINED_HEIGHT = 56;

    private final AlarmRegion alarms;
    private final PatientBand patient;
    private final PhaseLine phase;
    private final BedsideView bedside;
    private final Rail rail;
    private final Desk desk;
    private final Density density;
    private final Phrases phrases;
    private final VBox body;
    private @Nullable EntryView entry;
    private @Nullable WireView wire;

    Frame(Density density, Palette palette, Phrases phrases, Desk desk, Consumer<View> wanted) {
        this.density = density;
        this.desk = desk;
        this.phrases = phrases;
        alarms = new AlarmRegion(density, phrases, desk.actions()::acknowledge, desk.actions()::pauseAudio);
        patient = new PatientBand(density.patientHeight(), phrases);
        phase = new PhaseLine(density.phaseHeight(), phrases);
        bedside = new BedsideView(density, palette, phrases, desk.actions());
        rail = new Rail(density, phrases, wanted);
        if (density.isCompact()) {
            getStyleClass().add("compact");
        }
        setTop(alarms);
        setLeft(rail);
        body = new VBox(patient, phase, bedside);
        VBox.setVgrow(bedside, Priority.ALWAYS);
        setCenter(body);
        setBottom(footer(density, phrases));
        select(desk.view());
    }

    /** Makes the views that nobody has asked for yet, so that each of them opens at once. */
    void makeReady() {
        for (View view : View.values()) {
            nodeOf(view);
        }
    }

    private EntryView entry() {
        EntryView made = entry;
        if (made == null) {
            made = new EntryView(density, phrases, desk.entry());
            entry = made;
            add(made);
        }
        return made;
    }

    private WireView wire() {
        WireView made = wire;
        if (made == null) {
            made = new WireView(density, phrases);
            made.sight(desk.wire());
            wire = made;
            add(made);
        }
        return made;
    }

    private void add(Node view) {
        VBox.setVgrow(view, Priority.ALWAYS);
        Texts.present(view, false);
        body.getChildren().add(view);
    }

    /** Brings one view forward; the frame around it stays, but for the phase line where a view needs its room. */
    void select(View view) {
        rail.mark(view);
        Node chosen = nodeOf(view);
        Texts.present(bedside, chosen == bedside);
        Optional.ofNullable(entry).ifPresent(it -> Texts.present(it, chosen == it));
        Optional.ofNullable(wire).ifPresent(it -> Texts.present(it, chosen == it));
        Texts.present(phase, !joins(view));
        patient.fix(joins(view) ? JOINED_HEIGHT : density.patientHeight());
    }

    private Node nodeOf(View view) {
        return switch (view) {
            case BEDSIDE -> bedside;
            case OBSERVE -> entry();
            case LINE -> wire();
        };
    }

    /** On a small screen the entry has pages, and needs no more room than other views. */
    private boolean joins(View view) {
        return view == View.OBSERVE && !density.isCompact();
    }

    /** Puts the focus where the keyboard begins in the view that is shown. */
    void enter() {
        switch (desk.view()) {
            case BEDSIDE -> bedside.requestFocus();
            case OBSERVE -> entry().enter();
            case LINE -> wire().enter();
        }
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
        boolean joins = joins(desk.view());
        FrameModel model = FrameModel.of(snapshot, phrases, privacy, density.isCompact() || joins);
        patient.show(joins ? model.joined(snapshot, phrases) : model);
        phase.show(model);
        switch (desk.view()) {
            case BEDSIDE -> bedside.show(snapshot, phrases);
            case OBSERVE -> entry().show(snapshot, phrases);
            case LINE -> wire().show(snapshot, phrases);
        }
    }

    void show(WireSight sight) {
        Optional.ofNullable(wire).ifPresent(it -> it.sight(Optional.of(sight)));
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
