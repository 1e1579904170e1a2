package vigil.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vigil.engine.Snapshot;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.people.PeopleWords;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.Hl7Words;
import vigil.ward.WardStatus;

/**
 * The foot of the screen: the safety text, how it stands with ward and HL7 receiver, who acts here, and the names of a few keys
 * where there is room for them. Only a long name is cut, which the rail says as well. Belongs to the JavaFX thread.
 */
final class Footer extends HBox {
    private static final double LEAST_NAME = 60;

    private final Density density;
    private final Label safety = Texts.firm("safety");
    private final Label keys = Texts.label("soft");
    private final Label ward = Texts.firm("soft");
    private final Label hl7 = Texts.firm("soft");
    private final Label who = Texts.firm("soft");
    private WardStatus status = new WardStatus.Off();

    Footer(Density density, Phrases phrases) {
        super(density.isCompact() ? 10 : 16);
        this.density = density;
        safety.setText(phrases.text("safety"));
        safety.setId("safety");
        keys.setId("footer-keys");
        keys.setText(phrases.text("footer.keys"));
        ward.setId("ward");
        hl7.setId("hl7");
        who.setId("who");
        Texts.present(ward, false);
        Texts.present(hl7, false);
        getChildren().addAll(safety, Texts.spacer(), ward, hl7, who, keys);
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        who.setMinWidth(LEAST_NAME);
        widthProperty().subscribe(this::fit);
        setMinHeight(density.footerHeight());
        setMaxHeight(density.footerHeight());
    }

    /** It keeps its size, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    /** The names of the keys are in the guide as well: all of them or none. */
    private void fit() {
        double wanted = snappedLeftInset() + snappedRightInset();
        for (Label label : List.of(safety, ward, hl7, who, keys)) {
            wanted += label.isManaged() || label.equals(keys) ? label.prefWidth(USE_COMPUTED_SIZE) + getSpacing() : 0;
        }
        Texts.present(keys, wanted <= getWidth());
    }

    void show(Snapshot snapshot, Phrases phrases) {
        who.setText(PeopleWords.presence(snapshot.people(), phrases));
        fit();
    }

    /** One quiet line; a bedside that belongs to no ward says nothing. */
    void show(WardStatus next, Phrases phrases) {
        status = next;
        boolean brief = density.isCompact() || hl7.isManaged();
        Texts.show(ward, brief ? WardWords.brief(status, phrases) : WardWords.of(status, phrases));
        ward.setAccessibleText(WardWords.of(status, phrases));
        fit();
    }

    /** The same for the HL7 receiver; the ward makes room for it. */
    void show(Hl7Sight sight, Phrases phrases) {
        Texts.show(hl7, Hl7Words.line(sight, phrases));
        show(status, phrases);
    }
}
