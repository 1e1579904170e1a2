package vigil.ui.history;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** One session in the list: who, when, where it stands, how much was given. */
final class SessionCell extends ListCell<SessionLine> {
    private final Supplier<Phrases> phrases;
    private final BooleanSupplier namesHidden;
    private final Label name = Texts.label("semi");
    private final Label mrn = Texts.label("mono", "soft");
    private final Label when = Texts.label("soft");
    private final Label phase = Texts.label("semi");
    private final Label total = Texts.label("soft");
    private final Label simulated = Texts.firm("simulated");
    private final HBox row;

    SessionCell(Density density, Supplier<Phrases> phrases, BooleanSupplier namesHidden) {
        this.phrases = phrases;
        this.namesHidden = namesHidden;
        HBox who = new HBox(10, name, mrn);
        who.setAlignment(Pos.BASELINE_LEFT);
        VBox left = new VBox(who, when);
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(phase, total);
        right.setAlignment(Pos.CENTER_LEFT);
        double width = density.isCompact() ? 150 : 190;
        right.setMinWidth(width);
        right.setMaxWidth(width);
        row = new HBox(12, left, simulated, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SessionLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        SessionWords words = new SessionWords(item, phrases.get(), namesHidden.getAsBoolean());
        name.setText(words.name());
        mrn.setText(words.mrn());
        when.setText(words.when());
        phase.setText(words.phase());
        total.setText(words.total());
        simulated.setText(phrases.get().text("simulated"));
        Texts.present(simulated, item.simulated());
        setAccessibleText(words.spoken());
        setGraphic(row);
    }
}
