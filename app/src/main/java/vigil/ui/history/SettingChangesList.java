package vigil.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;

/** What was changed in the settings of this console, newest first. Belongs to the JavaFX thread. */
final class SettingChangesList extends ListView<SettingLine> {
    private final OnScreen<List<SettingLine>> shown = new OnScreen<>();
    private Phrases phrases;

    SettingChangesList(Phrases phrases) {
        this.phrases = phrases;
        setId("setting-changes");
        getStyleClass().add("log-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(phrases.text("setting-changes"));
        setCellFactory(_ -> new SettingCell(() -> this.phrases));
        setPlaceholder(new Label());
        setMinSize(0, 0);
    }

    /** {@code changes}: empty while they are not known. */
    void show(Optional<List<SettingLine>> changes, Phrases words) {
        boolean anew = !words.equals(phrases);
        phrases = words;
        List<SettingLine> lines = changes.orElse(List.of());
        if (shown.changesTo(lines)) {
            getItems().setAll(lines);
        } else if (anew) {
            refresh();
        }
    }
}
