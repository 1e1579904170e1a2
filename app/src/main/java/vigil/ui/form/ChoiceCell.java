package vigil.ui.form;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import vigil.ui.parts.Texts;

/** One of the joined cells of a choice: a figure or a word, and a caption where there is one. */
public final class ChoiceCell extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass ORDINARY = PseudoClass.getPseudoClass("ordinary");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    /** Without a caption where {@code caption} is empty. */
    public ChoiceCell(String face, String caption) {
        getStyleClass().add("choice");
        setAlignment(Pos.CENTER);
        setMinWidth(0);
        setPrefWidth(0);
        Label figure = Texts.firm("figure");
        figure.setText(face);
        getChildren().add(figure);
        if (!caption.isEmpty()) {
            Label word = Texts.label("caption");
            word.setText(caption);
            getChildren().add(word);
        }
    }

    /** With words in place of a figure, which may take two lines. */
    static ChoiceCell ofWords(String words) {
        ChoiceCell cell = new ChoiceCell(words, "");
        cell.getStyleClass().add("worded");
        if (cell.getChildren().getFirst() instanceof Label label) {
            label.setMinWidth(0);
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        return cell;
    }

    /** Neither wider nor narrower. */
    public void fix(double width) {
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    /** {@code ordinary}: chosen, but nothing that should stand out. */
    public void show(boolean chosen, boolean ordinary) {
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(ORDINARY, chosen && ordinary);
    }

    /** Where the keyboard stands among several that can be chosen together. */
    void mark(boolean marked) {
        pseudoClassStateChanged(MARKED, marked);
    }
}
