package vigil.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Name and identifiers, weight, allergies, room, the clock, and the mark of a simulation. */
final class PatientBand extends HBox {
    private final Label name = Texts.label("name");
    private final HBox fields = new HBox();
    private final Label simulated = Texts.firm("simulated");
    private final Label clock = Texts.firm("clock");
    private final Label day = Texts.firm("day", "soft");
    private List<Figure> shown = new ArrayList<>();

    PatientBand(double height, Phrases phrases) {
        getStyleClass().add("patient-band");
        setId("patient");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(height);
        setMaxHeight(height);
        setPrefHeight(height);
        name.setMinWidth(110);
        name.setAccessibleRole(AccessibleRole.TEXT);
        fields.setMinWidth(0);
        simulated.setText(phrases.text("simulated"));
        simulated.setId("simulated");
        VBox time = new VBox(-4, clock, day);
        time.setAlignment(Pos.CENTER_RIGHT);
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, fields, Texts.spacer(), simulated, time);
    }

    void show(FrameModel model) {
        name.setText(model.identity());
        clock.setText(model.clock());
        day.setText(model.day());
        simulated.setVisible(model.simulated());
        simulated.setManaged(model.simulated());
        if (!model.fields().equals(shown)) {
            shown = model.fields();
            fields.spacingProperty().bind(spacingProperty());
            fields.getChildren().clear();
            for (int i = 0; i < shown.size(); i++) {
                fields.getChildren().add(field(shown.get(i), i == 0));
            }
        }
    }

    private static VBox field(Figure figure, boolean identifier) {
        Label caption = Texts.label("caption");
        caption.setText(figure.label());
        Label value = identifier ? Texts.firm("field-value", "mono") : Texts.label("field-value", "semi");
        value.setText(figure.value());
        Label how = Texts.label("field-value", "soft");
        Texts.show(how, figure.unit());
        VBox field = new VBox(-1, caption, new HBox(4, value, how));
        field.setAlignment(Pos.CENTER_LEFT);
        field.setMinWidth(identifier ? USE_PREF_SIZE : 34);
        field.setAccessibleRole(AccessibleRole.TEXT);
        field.setAccessibleText(figure.spoken());
        return field;
    }
}
