package vigil.ui.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vigil.ui.form.ChoiceCell;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Joined cells, one for each choice; the chosen one stands out, and more so when it is not the ordinary one. */
final class ChoiceRow extends ItemField {
    private final Map<Character, ChoiceCell> cells = new LinkedHashMap<>();

    /** {@code tapped} is told which choice was touched. */
    ChoiceRow(Item item, Phrases phrases, BiConsumer<Item, Character> tapped) {
        super(item, phrases, AccessibleRole.RADIO_BUTTON);
        getStyleClass().add("choice-row");
        for (char sign : item.signs()) {
            ChoiceCell cell = new ChoiceCell(face(sign), caption(sign));
            cell.setOnMousePressed(press -> {
                tapped.accept(item, sign);
                // The row around it would take the focus back.
                press.consume();
            });
            cells.put(sign, cell);
            HBox.setHgrow(cell, Priority.ALWAYS);
            getChildren().add(cell);
        }
        getChildren().getLast().getStyleClass().add("last");
    }

    /** With fixed cells and its name before them, as the lists of side effects show it. */
    ChoiceRow listed(double cellWidth) {
        getStyleClass().add("listed");
        cells.values().forEach(cell -> cell.fix(cellWidth));
        getChildren().add(0, listedName());
        return this;
    }

    private Node listedName() {
        Label code = Texts.firm("caption");
        code.setText(item().name());
        Label name = Texts.label("small", "listed-name");
        name.setText(name());
        name.setWrapText(true);
        HBox both = new HBox(5, code, name);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        both.setPrefWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private static String face(char sign) {
        return sign == 'X' ? "n/a" : String.valueOf(sign);
    }

    private String caption(char sign) {
        return phrases().words().find("entry." + item().name() + "." + sign).orElse("");
    }

    @Override
    String spoken(String answer) {
        return String.join(
                ", ",
                answer.chars()
                        .mapToObj(sign -> (char) sign)
                        .map(sign -> (face(sign) + " " + caption(sign)).strip())
                        .toList());
    }

    @Override
    void show(String answer, String last, String problem) {
        cells.forEach((sign, cell) -> cell.show(answer.indexOf(sign) >= 0, sign == '0' || sign == 'N' || sign == 'A'));
    }
}
