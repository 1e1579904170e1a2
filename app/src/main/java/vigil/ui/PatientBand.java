package vigil.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
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
    private static final int LONGEST_FIRM = 14;
    private static final double SHORTENED = 80;

    private static final PseudoClass JOINED = PseudoClass.getPseudoClass("joined");

    private final double least;
    private final Label name = new Name();
    private final HBox fields = new HBox();
    private final Label simulated = Texts.firm("simulated");
    private final Label clock = Texts.firm("clock");
    private final Label day = Texts.firm("day", "soft");
    private List<Figure> shown = new ArrayList<>();

    PatientBand(double height, Phrases phrases) {
        getStyleClass().add("patient-band");
        setId("patient");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        least = height;
        fix(height);
        name.setAccessibleRole(AccessibleRole.TEXT);
        fields.setMinWidth(0);
        simulated.setText(phrases.text("simulated"));
        simulated.setId("simulated");
        // Nothing is known before the first state, and a real console must not say otherwise.
        mark(false);
        VBox time = new VBox(-4, clock, day);
        time.setAlignment(Pos.CENTER_RIGHT);
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, fields, Texts.spacer(), simulated, time);
    }

    /** Makes room for the phase line's fields, or gives it back. */
    void fix(double height) {
        pseudoClassStateChanged(JOINED, height > least);
        setMinHeight(height);
        setMaxHeight(height);
        setPrefHeight(height);
    }

    /** It keeps its size, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    void show(FrameModel model) {
        name.setText(model.identity());
        clock.setText(model.clock());
        day.setText(model.day());
        mark(model.simulated());
        if (!model.fields().equals(shown)) {
            shown = model.fields();
            fields.spacingProperty().bind(spacingProperty());
            fields.getChildren().clear();
            for (int i = 0; i < shown.size(); i++) {
                fields.getChildren().add(field(shown.get(i), i == 0));
            }
        }
    }

    /** Gives way only when it is very long. */
    private static final class Name extends Label {
        private static final double ALWAYS = 200;

        private Name() {
            getStyleClass().add("name");
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(ALWAYS, computePrefWidth(height));
        }
    }

    private static VBox field(Figure figure, boolean identifier) {
        Label caption = Texts.firm("caption");
        caption.setText(figure.label());
        Label value = Texts.firm("field-value", identifier ? "mono" : "semi");
        value.setMinWidth(figure.value().length() > LONGEST_FIRM ? SHORTENED : USE_PREF_SIZE);
        value.setText(figure.value());
        Label how = Texts.label("field-value", "soft");
        Texts.show(how, figure.unit());
        VBox field = new VBox(-1, caption, new HBox(4, value, how));
        field.setAlignment(Pos.CENTER_LEFT);
        field.setAccessibleRole(AccessibleRole.TEXT);
        field.setAccessibleText(figure.spoken());
        return field;
    }

    private void mark(boolean isSimulated) {
        simulated.setVisible(isSimulated);
        simulated.setManaged(isSimulated);
    }
}
