package vigil.ui.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Joined cells, one for each choice; the chosen one stands out, and more so when it is not the ordinary one. */
final class ChoiceRow extends ItemField {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass ORDINARY = PseudoClass.getPseudoClass("ordinary");

    private final List<Cell> cells = new ArrayList<>();

    /** {@code tapped} is told which choice was touched. */
    ChoiceRow(Item item, Phrases phrases, BiConsumer<Item, Character> tapped) {
        super(item, phrases, AccessibleRole.RADIO_BUTTON);
        getStyleClass().add("choice-row");
        for (char sign : item.signs()) {
            Cell cell = new Cell(sign, caption(sign));
            cell.setOnMousePressed(press -> tapped.accept(item, sign));
            cells.add(cell);
            HBox.setHgrow(cell, Priority.ALWAYS);
        }
        cells.getLast().getStyleClass().add("last");
        getChildren().addAll(cells);
    }

    /** With fixed cells and its name before them, as the lists of side effects show it. */
    ChoiceRow listed(double cellWidth) {
        getStyleClass().add("listed");
        cells.forEach(cell -> cell.fix(cellWidth));
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

    private String caption(char sign) {
        return phrases().words().find("entry." + item().name() + "." + sign).orElse("");
    }

    @Override
    String spoken(String answer) {
        return String.join(
                ", ",
                answer.chars()
                        .mapToObj(sign -> (char) sign)
                        .map(sign -> (Cell.face(sign) + " " + caption(sign)).strip())
                        .toList());
    }

    @Override
    void show(String answer, String last, String problem) {
        cells.forEach(cell -> cell.show(answer.indexOf(cell.sign) >= 0));
    }

    private static final class Cell extends VBox {
        private final char sign;

        private Cell(char sign, String caption) {
            this.sign = sign;
            getStyleClass().add("choice");
            setAlignment(Pos.CENTER);
            setMinWidth(0);
            setPrefWidth(0);
            Label figure = Texts.firm("figure");
            figure.setText(face(sign));
            getChildren().add(figure);
            if (!caption.isEmpty()) {
                Label word = Texts.label("caption");
                word.setText(caption);
                getChildren().add(word);
            }
        }

        private static String face(char sign) {
            return sign == 'X' ? "n/a" : String.valueOf(sign);
        }

        private void fix(double width) {
            setMinWidth(width);
            setPrefWidth(width);
            setMaxWidth(width);
        }

        private void show(boolean chosen) {
            pseudoClassStateChanged(CHOSEN, chosen);
            pseudoClassStateChanged(ORDINARY, chosen && (sign == '0' || sign == 'N' || sign == 'A'));
        }
    }
}
