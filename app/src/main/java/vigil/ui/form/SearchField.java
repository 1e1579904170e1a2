package vigil.ui.form;

import java.util.Objects;
import javafx.scene.Node;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** One of many, found by typing a part of its words. Belongs to the JavaFX thread. */
public final class SearchField extends Field {
    private final SearchableComboBox<String> box = new SearchableComboBox<>();

    public SearchField(Question<String> question, Place place) {
        super(question, place);
        box.getStyleClass().add("field-search");
        box.getItems().setAll(((Kind.OneOf) question.kind()).options());
        box.setConverter(new OptionWords());
        box.setMinHeight(target());
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        assemble(box, "");
        box.valueProperty().subscribe((_, value) -> form().put(question, Objects.requireNonNullElse(value, "")));
        box.focusedProperty().subscribe((_, _) -> explain());
    }

    private final class OptionWords extends StringConverter<String> {
        @Override
        public String toString(@org.jspecify.annotations.Nullable String option) {
            return option == null ? "" : words().option(question(), option);
        }

        @Override
        public String fromString(String shown) {
            return box.getItems().stream()
                    .filter(option -> words().option(question(), option).equals(shown))
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public Node stop() {
        return box;
    }

    @Override
    protected void show(String text) {
        if (!text.equals(Objects.requireNonNullElse(box.getValue(), ""))) {
            box.setValue(text.isEmpty() ? null : text);
        }
    }

    @Override
    protected String spoken(String text) {
        return text.isEmpty() ? "" : words().option(question(), text);
    }
}
