package vigil.ui.history;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** One change of a setting in the list: which, when, who; before and after below, in full. */
final class SettingCell extends ListCell<SettingLine> {
    private final Supplier<Phrases> phrases;
    private final Label name = Texts.firm("semi");
    private final Label when = Texts.firm("soft");
    private final Label who = Texts.firm("soft");
    private final Label values = Texts.label("mono");
    private final VBox row;

    SettingCell(Supplier<Phrases> phrases) {
        this.phrases = phrases;
        values.setWrapText(true);
        values.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(16, name, Texts.spacer(), who, when);
        head.setAlignment(Pos.BASELINE_LEFT);
        row = new VBox(2, head, values);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SettingLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        SettingWords words = new SettingWords(item, phrases.get());
        name.setText(words.name());
        when.setText(words.when());
        who.setText(words.who());
        values.setText(words.values());
        setAccessibleText(words.spoken());
        setGraphic(row);
    }
}
