package vigil.ui.dashboard;

import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.session.PlasmaChoice;
import vigil.session.PlasmaChoice.Exclusion;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The plasma estimate in the place of the trend: the band or why there is none, and the switch for this patient with the two questions that forbid it. Belongs to the JavaFX thread.
 */
final class PlasmaPanel extends VBox {
    private final PlasmaFollower follower;
    private final Label note = Texts.label("small", "soft");
    private final Label hidden = Texts.label("soft");
    private final CheckBox liver = new CheckBox();
    private final CheckBox cyp = new CheckBox();
    private final Button on = new Button();
    private final Button off = new Button();
    private final HBox asked = new HBox(18, liver, cyp, on);
    private final HBox head = new HBox(12, note, off);
    private final VBox empty = new VBox(8, hidden, asked);
    private final PlasmaPlot plot;

    PlasmaPanel(Palette palette, Phrases phrases, BesideActions actions) {
        follower = new PlasmaFollower(actions::estimate);
        plot = new PlasmaPlot(palette, phrases);
        setId("plasma");
        getStyleClass().add("plasma");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        hidden.setWrapText(true);
        liver.setText(phrases.text("plasma.ask.liver"));
        cyp.setText(phrases.text("plasma.ask.cyp"));
        on.setText(phrases.text("plasma.on"));
        off.setText(phrases.text("plasma.off"));
        on.getStyleClass().add("plasma-switch");
        off.getStyleClass().add("plasma-switch");
        on.setMinWidth(USE_PREF_SIZE);
        off.setMinWidth(USE_PREF_SIZE);
        on.setOnAction(_ -> actions.showPlasma(new PlasmaChoice(true, exclusions())));
        off.setOnAction(_ -> actions.showPlasma(new PlasmaChoice(false, exclusions())));
        asked.setAlignment(Pos.CENTER_LEFT);
        empty.setAlignment(Pos.CENTER_LEFT);
        empty.getStyleClass().add("plasma-empty");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("plasma-head");
        StackPane place = new StackPane(plot, empty);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        getChildren().addAll(head, place);
        setMinHeight(0);
    }

    private Set<Exclusion> exclusions() {
        Set<Exclusion> found = EnumSet.noneOf(Exclusion.class);
        if (liver.isSelected()) {
            found.add(Exclusion.LIVER_DISEASE);
        }
        if (cyp.isSelected()) {
            found.add(Exclusion.CYP_MODIFIER);
        }
        return found;
    }

    void show(Snapshot snapshot, TrendRange range, Phrases phrases) {
        PlasmaModel model = PlasmaModel.of(snapshot, follower.follow(snapshot), range, phrases);
        Texts.present(head, model.hidden().isEmpty() || !model.off());
        note.setText(model.hidden().isEmpty() ? model.note() : "");
        hidden.setText(model.hidden().orElse(""));
        Texts.present(empty, model.hidden().isPresent());
        Texts.present(asked, model.off());
        Texts.present(off, !model.off());
        plot.setVisible(model.hidden().isEmpty());
        plot.show(model, phrases);
    }

    void use(Palette palette) {
        plot.use(palette);
    }
}
