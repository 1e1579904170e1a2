package vigil.ui.history;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** One entry in the list: what, who, when; its words below, struck out with the mark under them if it was made in error. */
final class EntryCell extends ListCell<EntryLine> {
    private static final PseudoClass STRUCK = PseudoClass.getPseudoClass("struck");

    /** As high as a gloved finger needs it. */
    private static final double TARGET = 44;

    private final Supplier<Phrases> phrases;
    private final BooleanSupplier wordsHidden;
    private final Label what = Texts.firm("semi", "entry-words");
    private final Label who = Texts.firm("soft");
    private final Label when = Texts.firm("soft");
    private final Label said = wrapped("entry-words");
    private final Label mark = wrapped("semi");
    private final VBox row;

    EntryCell(Supplier<Phrases> phrases, BooleanSupplier wordsHidden) {
        this.phrases = phrases;
        this.wordsHidden = wordsHidden;
        HBox head = new HBox(16, what, Texts.spacer(), who, when);
        head.setAlignment(Pos.BASELINE_LEFT);
        row = new VBox(2, head, said, mark);
        row.setMinSize(0, TARGET);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Label wrapped(String styleClass) {
        Label label = Texts.label(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    protected void updateItem(EntryLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Phrases words = phrases.get();
        what.setText(item.what(words));
        who.setText(item.who());
        when.setText(item.when(words));
        Texts.show(said, hidden(item.said(), words));
        Texts.show(mark, item.mark().isEmpty() ? "" : hidden(item.marked(words), words));
        List.of(what, said)
                .forEach(label ->
                        label.pseudoClassStateChanged(STRUCK, item.mark().isPresent()));
        setAccessibleText(Stream.of(mark.getText(), what.getText(), said.getText(), who.getText(), when.getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
        setGraphic(row);
    }

    /** A person may have written a name. */
    private String hidden(String text, Phrases words) {
        return wordsHidden.getAsBoolean() && !text.isEmpty() ? words.text("entries.hidden") : text;
    }
}
