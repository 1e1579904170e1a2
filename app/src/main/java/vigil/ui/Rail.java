package vigil.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** The views by their keys. Only views that exist stand here. */
final class Rail extends VBox {
    private final ToggleGroup views = new ToggleGroup();
    private final Density density;

    Rail(Density density, Phrases phrases) {
        this.density = density;
        getStyleClass().add("rail");
        setId("rail");
        setMinWidth(density.railWidth());
        setMaxWidth(density.railWidth());
        setPrefWidth(density.railWidth());
        getChildren().add(entry(Icon.BED, phrases.text("view.bedside"), "F1"));
        views.selectToggle(views.getToggles().getFirst());
    }

    private Node entry(Icon icon, String word, String key) {
        Label name = Texts.label("word");
        name.setText(word);
        Label hint = Texts.firm("key");
        hint.setText(key);
        VBox middle = new VBox(density.isCompact() ? 2 : 6, Symbol.of(icon, 24), name);
        middle.setAlignment(Pos.CENTER);
        StackPane face = new StackPane(middle, hint);
        StackPane.setAlignment(hint, Pos.TOP_RIGHT);
        hint.setVisible(!density.isCompact());
        double height = density.isCompact() ? 54 : 62;
        face.setMinHeight(height);
        face.setMaxHeight(height);
        ToggleButton button = new ToggleButton();
        button.getStyleClass().setAll("rail-entry");
        button.setGraphic(face);
        button.setAccessibleText(word + " " + key);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(views);
        button.setOnAction(pressed -> button.setSelected(true));
        face.prefWidthProperty().bind(button.widthProperty().subtract(6));
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
