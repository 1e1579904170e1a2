package vigil.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.ui.flow.Act;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;
import vigil.ui.setup.SetUpModel.Card;
import vigil.ui.setup.SetUpModel.Sum;

/** What stands beside the fields: what is missing before the start, what is advised, what comes later. */
final class SetUpCards extends VBox {
    private static final double CELL = 76;

    private final Button override = new Button();

    /** {@code overriding} begins the override of a rule by a physician. */
    SetUpCards(Density density, Phrases phrases, Runnable overriding) {
        super(density.gap());
        override.setText(phrases.text("act." + Act.OVERRIDE_SET_UP));
        override.setAccessibleText(override.getText());
        override.setId("setup-override");
        override.getStyleClass().setAll("button", "action-button");
        override.setMinHeight(density.isCompact() ? 44 : 48);
        override.setMaxWidth(Double.MAX_VALUE);
        override.setOnAction(press -> overriding.run());
        setId("setup-cards");
        setMinHeight(0);
    }

    /** {@code overridable}: something is missing that a physician may set aside. */
    void show(List<Card> cards, boolean overridable) {
        getChildren()
                .setAll(cards.stream()
                        .map(card -> card(card, overridable && card.first()))
                        .toList());
    }

    private Node card(Card card, boolean overridable) {
        VBox box = new VBox(6);
        box.getStyleClass().addAll("card", "setup-card");
        if (card.first()) {
            box.getStyleClass().add("first");
        }
        Label title = Texts.label("strong");
        title.setText(card.title());
        title.setWrapText(true);
        box.getChildren().add(title);
        card.lines().forEach(line -> box.getChildren().add(card.first() ? marked(line) : wrapped(line, "soft")));
        if (!card.note().isEmpty()) {
            box.getChildren().add(wrapped(card.note(), "semi"));
        }
        card.aside().forEach(line -> box.getChildren().add(wrapped(line, "soft")));
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(String.join(
                " ",
                card.title() + ".",
                String.join(". ", card.lines()),
                card.note(),
                String.join(". ", card.aside())));
        if (overridable) {
            box.getChildren().add(override);
        }
        return box;
    }

    private static Node marked(String line) {
        Label words = wrapped(line, "plain");
        HBox.setHgrow(words, Priority.ALWAYS);
        Symbol open = Symbol.of(Icon.CIRCLE, 13);
        open.setTranslateY(3);
        HBox row = new HBox(8, open, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label wrapped(String words, String styleClass) {
        Label label = Texts.label("small", styleClass);
        label.setText(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static void fill(VBox box, List<Sum> sums) {
        box.getChildren().setAll(sums.stream().map(SetUpCards::row).toList());
    }

    private static Node row(Sum sum) {
        Label words = Texts.label("small", "soft");
        words.setText(sum.words());
        List<Node> cells = new ArrayList<>(List.of(words, Texts.spacer()));
        for (String cell : sum.cells()) {
            Label figure = Texts.firm("small", "semi");
            figure.setText(cell);
            figure.setAlignment(Pos.CENTER_RIGHT);
            figure.setMinWidth(sum.cells().size() == 1 ? USE_PREF_SIZE : CELL);
            cells.add(figure);
        }
        HBox row = new HBox(0, cells.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(sum.words() + " " + String.join(" ", sum.cells()));
        return row;
    }
}
