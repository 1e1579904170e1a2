package vigil.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;
import vigil.ui.people.PersonButton;

/** The views by their keys. Only views that exist stand here. */
final class Rail extends VBox {
    private final ToggleGroup views = new ToggleGroup();
    private final Map<View, ToggleButton> entryOf = new EnumMap<>(View.class);
    private final Density density;
    private final Consumer<View> chosen;

    /** {@code chosen} is told which view a person wants; {@code person} stands at the foot. */
    Rail(Density density, Phrases phrases, Consumer<View> chosen, PersonButton person) {
        this.density = density;
        this.chosen = chosen;
        getStyleClass().add("rail");
        setId("rail");
        setMinWidth(density.railWidth());
        setMaxWidth(density.railWidth());
        setPrefWidth(density.railWidth());
        for (View view : View.values()) {
            getChildren().add(entry(view, phrases.text("view." + view.name())));
        }
        Arrows.move(List.copyOf(entryOf.values()));
        Region room = new Region();
        setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, person);
    }

    /** Of every entry, and of what stands at the foot. */
    static double entryHeight(Density density) {
        return density.railEntryHeight(View.values().length + 1);
    }

    /** Marks the view that is shown. */
    void mark(View view) {
        views.selectToggle(entryOf.get(view));
    }

    private Node entry(View view, String word) {
        Label name = Texts.label("word");
        name.setText(word);
        Label hint = Texts.firm("key");
        hint.setText(view.hint());
        VBox middle =
                new VBox(density.isCompact() ? 2 : 6, Symbol.of(view.icon(), density.isCompact() ? 18 : 24), name);
        middle.setAlignment(Pos.CENTER);
        StackPane face = new StackPane(middle, hint);
        StackPane.setAlignment(hint, Pos.TOP_RIGHT);
        hint.setVisible(!density.isCompact());
        if (view.withControl() && !density.isCompact()) {
            // Too wide to stand beside the icon.
            hint.setTranslateY(-4);
            middle.setTranslateY(5);
        }
        double height = entryHeight(density);
        face.setMinHeight(height);
        face.setMaxHeight(height);
        ToggleButton button = new ToggleButton();
        button.getStyleClass().setAll("rail-entry");
        button.setId("view-" + view.name());
        button.setGraphic(face);
        button.setAccessibleText(word + " " + view.hint());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(views);
        button.setOnAction(pressed -> {
            button.setSelected(true);
            chosen.accept(view);
        });
        face.prefWidthProperty().bind(button.widthProperty().subtract(density.isCompact() ? 4 : 6));
        entryOf.put(view, button);
        return marked(button, height);
    }

    private static StackPane marked(ToggleButton button, double height) {
        Region mark = new Region();
        mark.getStyleClass().add("rail-mark");
        mark.setMaxSize(4, height - 20);
        mark.visibleProperty().bind(button.selectedProperty());
        StackPane entry = new StackPane(button, mark);
        StackPane.setAlignment(mark, Pos.CENTER_LEFT);
        mark.setTranslateX(-6);
        return entry;
    }
}
