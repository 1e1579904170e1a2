package vigil.ui.wire;

import java.time.temporal.ChronoField;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** One row of the wire: time, direction, what it is, bytes, and the bytes that can be read. */
final class WireRow extends ListCell<WireSight.Row> {
    private final Supplier<Phrases> phrases;
    private final Label time = column("mono", "soft");
    private final Label kind = column("semi");
    private final Label name = column();
    private final Label hex = column("mono");
    private final Label text = column("mono", "soft");
    private final HBox row = new HBox(12, time, kind, name, hex, text);

    WireRow(Density density, Supplier<Phrases> phrases) {
        this.phrases = phrases;
        boolean compact = density.isCompact();
        fix(time, compact ? 92 : 104);
        fix(kind, compact ? 74 : 84);
        fix(name, compact ? 120 : 170);
        fix(text, compact ? 210 : 270);
        hex.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hex, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label column(String... styleClasses) {
        return Texts.label(styleClasses);
    }

    private static void fix(Label label, double width) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
    }

    @Override
    protected void updateItem(WireSight.Row item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        time.setText(phrases.get().time(item.at()) + "." + millis(item));
        kind.setText(phrases.get().text("wire.kind." + item.kind()));
        name.setText(item.name());
        hex.setText(item.hex());
        text.setText(item.text());
        setAccessibleText(String.join(" ", time.getText(), kind.getText(), item.name(), item.text()));
        setGraphic(row);
    }

    private static String millis(WireSight.Row item) {
        return Integer.toString(1_000 + item.at().get(ChronoField.MILLI_OF_SECOND))
                .substring(1);
    }
}
