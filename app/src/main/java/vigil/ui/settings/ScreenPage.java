package vigil.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vigil.ui.form.ChoiceField;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;

/** Language, theme and size of the screen: each holds as soon as it is chosen. Belongs to the JavaFX thread. */
final class ScreenPage extends VBox {
    private final SettingsDesk desk;
    private final Phrases phrases;
    private final FormPage page = new FormPage(() -> {});
    private final Label size = Pieces.wrapped("soft");

    ScreenPage(Density density, Phrases phrases, SettingsDesk desk) {
        super(density.isCompact() ? 6 : 12);
        this.desk = desk;
        this.phrases = phrases;
        setId("screen-page");
        getStyleClass().add("site-page");
        setMinHeight(0);
        Field.Place place = new Field.Place(desk.form(), phrases, density);
        page.row(ChoiceField.one(SettingsDesk.LANGUAGE, place))
                .row(ChoiceField.one(SettingsDesk.LIGHTING, place))
                .row(ChoiceField.one(SettingsDesk.SCALE, place));
        Label note = Pieces.wrapped("soft");
        note.setText(phrases.text("settings.screen-note"));
        VBox card = new VBox(density.isCompact() ? 6 : 12, page, size, note);
        card.getStyleClass().addAll("card", "screen-card");
        card.setMinHeight(0);
        getChildren().add(card);
        show();
    }

    void show() {
        page.show();
        boolean fits = desk.filledPercent() >= desk.look().scalePercent();
        size.setText(
                phrases.text(fits ? "settings.size" : "settings.size-largest", String.valueOf(desk.filledPercent())));
    }

    void enter() {
        page.enter();
    }
}
