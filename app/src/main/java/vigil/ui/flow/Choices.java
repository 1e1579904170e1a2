package vigil.ui.flow;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.parts.Texts;

/** Buttons for what can be done; one that cannot be pressed says why. Belongs to the JavaFX thread. */
public record Choices(Consumer<Act> chosen, double height) {

    /** Side by side, with the reason of the first closed one below. */
    VBox row(List<Choice> choices) {
        HBox row = new HBox(10);
        for (Choice choice : choices) {
            Button button = button(choice);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getChildren().add(button);
        }
        Label why = Texts.label("small", "soft");
        why.setWrapText(true);
        why.setMinHeight(VBox.USE_PREF_SIZE);
        Texts.show(
                why,
                choices.stream()
                        .map(Choice::why)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElse(""));
        return new VBox(4, row, why);
    }

    /** One as a button. */
    public Button button(Choice choice) {
        Button button = plain(choice);
        button.setText(choice.words());
        button.setWrapText(true);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setPrefHeight(height);
        return button;
    }

    private Button plain(Choice choice) {
        Button button = new Button();
        button.setId("act-" + choice.act().name());
        button.getStyleClass().setAll("button", "action-button");
        button.setAccessibleText((choice.words() + ". " + choice.what() + " " + choice.why()).strip());
        button.setDisable(!choice.isOpen());
        button.setMinHeight(height);
        button.setPrefWidth(100);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(press -> chosen.accept(choice.act()));
        return button;
    }

    /** Each with what it means, in two columns. */
    GridPane grid(List<Choice> choices) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        for (int i = 0; i < choices.size(); i++) {
            Button tile = tile(choices.get(i));
            GridPane.setHgrow(tile, Priority.ALWAYS);
            GridPane.setVgrow(tile, Priority.ALWAYS);
            grid.add(tile, i % 2, i / 2);
        }
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        return grid;
    }

    private Button tile(Choice choice) {
        Label words = Texts.label("tile-title");
        words.setText(choice.words());
        Label what = Texts.label("tile-text");
        what.setText(choice.isOpen() ? choice.what() : choice.why());
        what.setWrapText(true);
        what.setMinHeight(VBox.USE_PREF_SIZE);
        VBox face = new VBox(0, words, what);
        face.setAlignment(Pos.CENTER_LEFT);
        Button tile = plain(choice);
        tile.getStyleClass().add("choice-tile");
        tile.setGraphic(face);
        tile.setMaxHeight(Double.MAX_VALUE);
        tile.setPrefHeight(height + 8);
        face.prefWidthProperty().bind(tile.widthProperty().subtract(28));
        return tile;
    }
}
