package vigil.ui.dashboard;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Texts;

/** What is due next, with its countdown. Carries the accent once it is due. */
final class DueCard extends VBox {
    private final OnScreen<DueModel> shown = new OnScreen<>();
    private final Label title = Texts.label("strong");
    private final Label clock = Texts.firm("strong");
    private final Label text = Texts.label("small", "soft");

    DueCard() {
        getStyleClass().addAll("card", "due-card");
        setId("due");
        setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(8, title, Texts.spacer(), clock);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, text);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(DueModel model) {
        if (shown.changesTo(model)) {
            change(model);
        }
    }

    private void change(DueModel model) {
        title.setText(model.title());
        Texts.show(clock, model.clock());
        text.setText(model.text());
        getStyleClass().remove("now");
        if (model.now()) {
            getStyleClass().add("now");
        }
        setAccessibleText(String.join(" ", model.title(), model.clock(), model.text()));
    }
}
