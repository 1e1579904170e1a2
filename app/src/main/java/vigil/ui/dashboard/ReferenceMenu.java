package vigil.ui.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import vigil.regimen.Regimen;
import vigil.regimen.Regimens;
import vigil.ui.gauge.ReferenceModel;
import vigil.ui.parts.Phrases;

/** The choice of a published regimen that is shown as a band. Choosing one is journalled; it is not an order. */
final class ReferenceMenu extends MenuButton {
    private final Map<Optional<String>, RadioMenuItem> items = new LinkedHashMap<>();

    ReferenceMenu(Regimens regimens, Phrases phrases, Consumer<Optional<String>> choose) {
        getStyleClass().setAll("menu-button", "reference-menu");
        setId("reference-menu");
        setText(phrases.text("reference.menu"));
        setAccessibleText(phrases.text("reference.spoken"));
        setMinWidth(USE_PREF_SIZE);
        setMinHeight(26);
        ToggleGroup one = new ToggleGroup();
        add(Optional.empty(), phrases.text("reference.none"), one, choose);
        for (Regimen regimen : regimens.all()) {
            add(Optional.of(regimen.id()), ReferenceModel.name(regimen, phrases), one, choose);
        }
    }

    private void add(Optional<String> id, String name, ToggleGroup one, Consumer<Optional<String>> choose) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(one);
        item.setOnAction(_ -> choose.accept(id));
        items.put(id, item);
        getItems().add(item);
    }

    void show(Optional<String> chosen) {
        Optional.ofNullable(items.get(chosen)).ifPresent(item -> item.setSelected(true));
    }
}
