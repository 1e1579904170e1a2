package vigil.ui.dashboard;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Texts;

/** The four-hour clock after cessation with its bar. */
final class AfterCard extends VBox {
    private final Label title = Texts.label("strong");
    private final Label elapsed = Texts.firm("countdown");
    private final Label of = Texts.label("soft", "note");
    private final Label text = Texts.label("note");
    private final Region done = new Region();
    private final Pane track = new Pane(done);
    private double part;

    AfterCard() {
        getStyleClass().addAll("card", "course-card");
        setId("after");
        setAccessibleRole(AccessibleRole.TEXT);
        HBox clock = new HBox(8, elapsed, of);
        clock.setAlignment(Pos.BASELINE_LEFT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        track.getStyleClass().add("progress-track");
        done.getStyleClass().add("progress-done");
        // Placed by hand: a pane would give it its own preferred width.
        done.setManaged(false);
        track.setMinHeight(10);
        track.setMaxHeight(10);
        track.widthProperty().addListener((width, before, now) -> fit());
        getChildren().addAll(title, clock, track, text);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Optional<AfterModel> after) {
        setVisible(after.isPresent());
        setManaged(after.isPresent());
        after.ifPresent(this::fill);
    }

    private void fill(AfterModel model) {
        title.setText(model.title());
        elapsed.setText(model.elapsed());
        of.setText(model.of());
        text.setText(model.text());
        part = model.done();
        setAccessibleText(String.join(" ", model.title(), model.elapsed(), model.of(), model.text()));
        fit();
    }

    private void fit() {
        done.resizeRelocate(0, 0, track.getWidth() * part, 10);
    }
}
