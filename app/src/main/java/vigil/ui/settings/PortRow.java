package vigil.ui.settings;

import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import vigil.ui.parts.Phrases;

/** One port in the list: where it is, what the system knows of it, and whether it can be used. */
final class PortRow extends ListCell<PumpPorts.Port> {
    private final Supplier<Phrases> phrases;

    PortRow(Supplier<Phrases> phrases) {
        this.phrases = phrases;
        getStyleClass().addAll("port-row", "small");
    }

    @Override
    protected void updateItem(PumpPorts.@Nullable Port port, boolean empty) {
        super.updateItem(port, empty);
        setText(empty || port == null ? null : words(port));
        setAccessibleText(getText());
    }

    private String words(PumpPorts.Port port) {
        return "%s  ·  %s  ·  %s".formatted(port.path(), port.description(), state(port));
    }

    private String state(PumpPorts.Port port) {
        if (!port.permitted()) {
            return phrases.get().text("pump-line.no-permission", port.remedy());
        }
        return port.holders().isEmpty()
                ? phrases.get().text("pump-line.free")
                : phrases.get().text("pump-line.held", String.join(", ", port.holders()));
    }
}
