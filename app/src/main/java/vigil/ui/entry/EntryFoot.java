package vigil.ui.entry;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** What saving will do, the early-warning score, and the button that saves. */
final class EntryFoot extends HBox {
    private final Label title = Texts.label("semi");
    private final Label detail = Texts.label("small", "soft");
    private final Label score = Texts.firm("strong");
    private final HBox line = new HBox();
    private final Button save = new Button();
    private final Button amend = new Button();
    private final TextField reason = new TextField();

    EntryFoot(Density density, Phrases phrases, Runnable saved) {
        setSpacing(density.isCompact() ? 8 : 12);
        line.getStyleClass().add("consequence");
        line.setId("consequence");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMinWidth(0);
        title.setWrapText(true);
        VBox words = new VBox(-2, title, detail, reason);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label ews = Texts.firm("caption");
        ews.setText(phrases.text("entry.score"));
        VBox total = new VBox(-2, ews, score);
        total.setAlignment(Pos.CENTER_RIGHT);
        line.getChildren().addAll(words, total);
        buildSave(density, phrases, saved);
        buildAmend(phrases);
        getChildren().addAll(line, amend, save);
        double height = density.isCompact() ? 52 : 54;
        setMinHeight(height);
        setMaxHeight(height);
    }

    private void buildSave(Density density, Phrases phrases, Runnable saved) {
        Label key = Texts.firm("key-hint");
        key.setText("Enter");
        save.setText(phrases.text("entry.save"));
        save.setGraphic(key);
        save.setContentDisplay(ContentDisplay.RIGHT);
        save.setId("save");
        save.getStyleClass().setAll("button", "action-button", "primary");
        save.setAccessibleText(phrases.text("entry.save"));
        save.setMinWidth(density.isCompact() ? 150 : 160);
        save.setMaxHeight(Double.MAX_VALUE);
        save.setOnAction(press -> saved.run());
    }

    private void buildAmend(Phrases phrases) {
        amend.setId("amend");
        amend.getStyleClass().setAll("button", "action-button");
        amend.setMinWidth(USE_PREF_SIZE);
        amend.setMaxHeight(Double.MAX_VALUE);
        reason.setId("amend-reason");
        reason.getStyleClass().add("note-field");
        reason.setPromptText(phrases.text("entry.amend.reason"));
        reason.setAccessibleText(phrases.text("entry.amend.reason"));
        Texts.present(reason, false);
        Texts.present(amend, false);
    }

    /** {@code pressed}: the button that takes the charted set before; {@code because}: told of every change of the reason. */
    void whenAmended(Runnable pressed, Consumer<String> because) {
        amend.setOnAction(press -> pressed.run());
        reason.textProperty().subscribe(text -> because.accept(text == null ? "" : text));
    }

    /**
     * What the button offers, in words; nothing where there is nothing to put right.
     *
     * @param why the reason as far as it is entered, while a set is being put right
     */
    void showAmending(String offer, Optional<String> why) {
        Texts.present(amend, !offer.isEmpty());
        amend.setText(offer);
        amend.setAccessibleText(offer);
        Texts.present(reason, why.isPresent());
        Texts.present(detail, why.isEmpty() && !detail.getText().isEmpty());
        if (!why.orElse("").equals(reason.getText())) {
            reason.setText(why.orElse(""));
        }
    }

    boolean isGivingReason() {
        return reason.isFocused();
    }

    void show(Consequence consequence, boolean savable, Phrases phrases) {
        title.setText(consequence.title());
        Texts.show(detail, consequence.detail());
        score.setText(consequence.score().orElseGet(() -> phrases.text("entry.no-score")));
        line.setAccessibleText(consequence.title() + " " + consequence.detail());
        line.getStyleClass().remove("asks");
        if (consequence.asks()) {
            line.getStyleClass().add("asks");
        }
        save.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("idle"), !savable);
    }

    void focusSave() {
        save.requestFocus();
    }

    void save() {
        save.fire();
    }
}
