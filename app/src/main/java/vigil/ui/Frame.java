package vigil.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.attention.AlarmRegion;
import vigil.ui.attention.AlarmRegionModel;
import vigil.ui.dashboard.BedsideView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.people.PersonButton;
import vigil.ui.people.SignInPanel;
import vigil.ui.wire.Hl7Sight;
import vigil.ward.WardStatus;

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
    private final PersonButton person;
    private final Footer foot;
    private final Rail rail;
    private final Desk desk;
    private final Density density;
    private final Sheets sheets;
    private final Map<View, Sheet> made = new EnumMap<>(View.class);
    private final VBox body;

    Frame(Density density, Palette palette, Phrases phrases, Desk desk, Consumer<View> wanted) {
        this.density = density;
        this.desk = desk;
        sheets = new Sheets(density, palette, phrases, desk, () -> select(desk.view()));
        alarms = new AlarmRegion(density, phrases, new SignalEntries(desk.actions()));
        patient = new PatientBand(density.patientHeight(), phrases);
        phase = new PhaseLine(density.phaseHeight(), phrases);
        bedside = new BedsideView(density, palette, phrases, desk.actions(), desk.care());
        person = new PersonButton(density, Rail.entryHeight(density), desk.signIn());
        rail = new Rail(density, phrases, wanted, person);
        desk.signIn().whenUsersWanted(() -> wanted.accept(View.PEOPLE));
        if (density.isCompact()) {
            getStyleClass().add("compact");
        }
        setTop(alarms);
        setLeft(rail);
        body = new VBox(patient, phase, bedside);
        VBox.setVgrow(bedside, Priority.ALWAYS);
        SignInPanel panel = new SignInPanel(density, phrases, desk.signIn());
        StackPane.setAlignment(panel, Pos.BOTTOM_LEFT);
        setCenter(new StackPane(body, panel));
        foot = new Footer(density, phrases);
        setBottom(foot);
        select(desk.view());
    }

    /** Makes one of the views that nobody has asked for yet, so that each of them opens at once; the bedside never waits for all. */
    void makeReady() {
        Arrays.stream(View.values())
                .filter(view -> view != View.BEDSIDE && !made.containsKey(view))
                .findFirst()
                .ifPresent(this::sheet);
    }

    private Optional<Sheet> sheet(View view) {
        return view == View.BEDSIDE ? Optional.empty() : Optional.of(made.computeIfAbsent(view, this::added));
    }

    private Sheet added(View view) {
        Sheet sheet = sheets.of(view);
        VBox.setVgrow(sheet.node(), Priority.ALWAYS);
        Texts.present(sheet.node(), false);
        body.getChildren().add(sheet.node());
        return sheet;
    }

    /** Brings one view forward; the frame around it stays, but for the phase line where a view needs its room. */
    void select(View view) {
        rail.mark(view);
        sheet(view);
        Texts.present(bedside, view == View.BEDSIDE);
        made.forEach((other, sheet) -> Texts.present(sheet.node(), other == view));
        boolean brings = made.containsKey(view) && made.get(view).bringsItsPatient();
        Texts.present(phase, !joins(view) && !brings);
        Texts.present(patient, !brings);
        patient.fix(joins(view) ? JOINED_HEIGHT : density.patientHeight());
    }

    /** On a small screen such a view has pages, and needs no more room than others. */
    private boolean joins(View view) {
        return view.joins() && !density.isCompact();
    }

    /** Puts the focus where the keyboard begins in the view that is shown. */
    void enter() {
        sheet(desk.view()).ifPresentOrElse(Sheet::enter, bedside::requestFocus);
    }

    /** Before the first state of the session: what is not known yet is said to be so, and is never zero. */
    void showWaiting(Phrases phrases) {
        alarms.show(AlarmRegionModel.waiting(phrases), phrases);
        phase.showWaiting();
        bedside.showWaiting(phrases);
    }

    void show(Snapshot snapshot, Phrases phrases, Privacy privacy) {
        person.show(snapshot.people(), phrases);
        foot.show(snapshot, phrases);
        alarms.show(AlarmRegionModel.of(snapshot, phrases), phrases);
        boolean joins = joins(desk.view());
        FrameModel model = FrameModel.of(snapshot, phrases, privacy, density.isCompact() || joins);
        patient.show(joins ? model.joined(snapshot, phrases) : model);
        phase.show(model);
        sheet(desk.view())
                .ifPresentOrElse(
                        sheet -> {
                            sheet.keepPrivate(privacy == Privacy.HIDDEN);
                            sheet.show(snapshot, phrases);
                        },
                        () -> bedside.show(snapshot, phrases));
    }

    void show(WardStatus status, Phrases phrases) {
        foot.show(status, phrases);
    }

    void show(Hl7Sight sight, Phrases phrases) {
        foot.show(sight, phrases);
    }

    /** So many beats of the flash clock have passed. */
    void beat(int beats) {
        alarms.beat(beats);
        sheet(desk.view()).ifPresent(sheet -> sheet.beat(beats));
    }

    AlarmRegion alarms() {
        return alarms;
    }

    BedsideView bedside() {
        return bedside;
    }

    void use(Palette palette) {
        bedside.use(palette);
        made.values().forEach(sheet -> sheet.use(palette));
    }
}
