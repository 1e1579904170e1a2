package vigil.ui.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import vigil.session.ObservationSet.Circumstance;
import vigil.ui.entry.Item.Group;
import vigil.ui.form.Keypad;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * Where the fields stand: core set on the left, side effects and dissociation on the right; on a small screen the two
 * follow each other as pages.
 */
final class EntryPage {
    private static final double CELL = 48;
    private static final double SMALL_CELL = 40;

    private final Density density;
    private final Phrases phrases;
    private final ObservationEntry entry;
    private final EntryFields fields;
    private final Label lastSedation = Texts.firm("small", "soft");
    private final TextField note = new TextField();
    private final Map<Circumstance, ToggleButton> circumstances = new EnumMap<>(Circumstance.class);
    private final Button turn = new Button();
    private final Region core;
    private final Region effects;

    EntryPage(Density density, Phrases phrases, ObservationEntry entry, EntryFields fields) {
        this.density = density;
        this.phrases = phrases;
        this.entry = entry;
        this.fields = fields;
        core = density.isCompact() ? new HBox(16, left(), further()) : left();
        effects = effects();
        buildNote();
    }

    /** Puts everything into {@code view}. */
    void layOut(VBox view, EntryFoot foot) {
        if (density.isCompact()) {
            buildTurn();
            foot.getChildren().addFirst(turn);
            VBox.setVgrow(core, Priority.ALWAYS);
            VBox.setVgrow(effects, Priority.ALWAYS);
            view.getChildren().addAll(core, effects, foot);
            show(true);
        } else {
            VBox right = new VBox(6, effects, foot);
            VBox.setVgrow(effects, Priority.ALWAYS);
            HBox.setHgrow(right, Priority.ALWAYS);
            right.setMinWidth(0);
            HBox both = new HBox(16, core, right);
            VBox.setVgrow(both, Priority.ALWAYS);
            view.getChildren().add(both);
        }
    }

    /** On a small screen, turns to the page on which the item stands. */
    void bringForward(Item item) {
        if (density.isCompact()) {
            show(item.group() == Group.CORE || item.group() == Group.FURTHER);
        }
    }

    private void show(boolean first) {
        Texts.present(core, first);
        Texts.present(effects, !first);
        turn.setText(phrases.text(first ? "entry.turn.effects" : "entry.turn.core"));
        turn.setAccessibleText(turn.getText());
    }

    private void buildTurn() {
        turn.getStyleClass().setAll("button", "action-button");
        turn.setId("turn");
        turn.setMinWidth(Region.USE_PREF_SIZE);
        turn.setMaxHeight(Double.MAX_VALUE);
        turn.setOnAction(press -> {
            Item first = core.isVisible() ? Item.S1 : Item.SEDATION;
            bringForward(first);
            fields.focus(first);
        });
    }

    private void buildNote() {
        note.getStyleClass().add("note-field");
        note.setId("note");
        note.setPromptText(phrases.text("entry.note"));
        note.setAccessibleText(phrases.text("entry.note"));
        note.setText(entry.draft().note());
        note.textProperty().subscribe(text -> entry.become(entry.draft().withNote(text == null ? "" : text)));
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMinWidth(0);
        note.setMaxHeight(Double.MAX_VALUE);
    }

    void show(Draft before, Phrases now) {
        String last = before.answer(Item.SEDATION);
        lastSedation.setText(last.isEmpty() ? now.text("entry.required") : now.text("entry.required-last", last));
        circumstances.forEach((circumstance, toggle) ->
                toggle.setSelected(entry.draft().circumstances().contains(circumstance)));
        String text = entry.draft().note();
        if (!text.equals(note.getText())) {
            note.setText(text);
        }
    }

    private VBox left() {
        VBox left = new VBox(density.isCompact() ? 5 : 6);
        double width = density.isCompact() ? 456 : 436;
        left.setMinWidth(width);
        left.setMaxWidth(width);
        left.getChildren().addAll(sedationHead(), sized(fields.of(Item.SEDATION)), numbers());
        if (density.isCompact()) {
            left.getChildren().addAll(thirdRow());
        } else {
            left.getChildren().addAll(named(Item.NAUSEA), named(Item.SITE), thirdRow());
            left.getChildren().addAll(named(Item.CONSCIOUS), named(Item.ORIENTED), rests());
        }
        return left;
    }

    private VBox further() {
        VBox further = new VBox(5, named(Item.NAUSEA), named(Item.SITE), named(Item.CONSCIOUS), named(Item.ORIENTED));
        further.getChildren().add(rests());
        HBox.setHgrow(further, Priority.ALWAYS);
        further.setMinWidth(0);
        return further;
    }

    private HBox sedationHead() {
        Label name = Texts.firm("semi");
        name.setText(phrases.text("entry.item.SEDATION"));
        Label how = Texts.label("small", "soft");
        how.setText(phrases.text("entry.sedation.how"));
        HBox head = new HBox(6, name, how, Texts.spacer(), lastSedation);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.setMinHeight(22);
        return head;
    }

    private HBox numbers() {
        GridPane grid = new GridPane();
        grid.setHgap(6);
        grid.setVgap(6);
        List<Item> numbers = Item.of(Group.CORE).stream().filter(Item::isNumber).toList();
        for (int i = 0; i < numbers.size(); i++) {
            ItemField field = sized(fields.of(numbers.get(i)));
            field.setMinWidth(130);
            field.setMaxWidth(130);
            grid.add(field, i % 2, i / 2);
        }
        Keypad keypad = new Keypad(phrases, fields::typed, fields::erase);
        HBox.setHgrow(keypad, Priority.ALWAYS);
        HBox row = new HBox(8, grid, keypad);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private HBox thirdRow() {
        for (Item item : List.of(Item.TEMPERATURE, Item.RECALL)) {
            fields.of(item).setMinWidth(130);
            fields.of(item).setMaxWidth(130);
        }
        return new HBox(6, sized(fields.of(Item.TEMPERATURE)), sized(fields.of(Item.RECALL)), note);
    }

    private HBox named(Item item) {
        Label name = Texts.label("small");
        name.setText(phrases.text(item.nameKey()));
        name.setMinWidth(84);
        name.setMaxWidth(84);
        ItemField field = sized(fields.of(item));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(6, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static ItemField sized(ItemField field) {
        field.setMinHeight(CELL);
        field.setMaxHeight(CELL);
        return field;
    }

    private HBox rests() {
        HBox rests = new HBox(5);
        for (Circumstance circumstance : Circumstance.values()) {
            rests.getChildren().add(circumstance(circumstance));
        }
        Arrows.move(List.copyOf(circumstances.values()));
        rests.getChildren().addAll(rest(Group.SIDE_EFFECTS), rest(Group.DISSOCIATION));
        rests.setMinHeight(CELL);
        return rests;
    }

    private ToggleButton circumstance(Circumstance circumstance) {
        ToggleButton toggle = new ToggleButton(phrases.text("entry.circumstance." + circumstance));
        toggle.getStyleClass().setAll("button", "action-button", "circumstance");
        toggle.setId("circumstance-" + circumstance);
        toggle.setAccessibleText(phrases.words()
                .find("item." + circumstance)
                .orElseGet(() -> phrases.text("entry.circumstance." + circumstance)));
        toggle.setSelected(entry.draft().circumstances().contains(circumstance));
        toggle.selectedProperty().subscribe(on -> entry.become(entry.draft().with(circumstance, on)));
        narrow(toggle);
        circumstances.put(circumstance, toggle);
        return toggle;
    }

    private static void narrow(ButtonBase button) {
        button.setMinHeight(CELL);
        button.setMinWidth(0);
        button.setPrefWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setTextAlignment(TextAlignment.CENTER);
        HBox.setHgrow(button, Priority.ALWAYS);
    }

    private Button rest(Group group) {
        boolean effects = group == Group.SIDE_EFFECTS;
        Button rest = new Button(phrases.text(effects ? "entry.rest.S" : "entry.rest.D"));
        rest.getStyleClass().setAll("button", "action-button");
        rest.setId(effects ? "rest-S" : "rest-D");
        rest.setAccessibleText(phrases.text(effects ? "entry.rest-spoken.S" : "entry.rest-spoken.D"));
        narrow(rest);
        rest.setOnAction(press -> entry.become(entry.draft().withRest(group)));
        return rest;
    }

    private VBox effects() {
        int columns = density.isCompact() ? 3 : 2;
        VBox effects = new VBox(
                head("entry.effects", "entry.effects.grades"),
                columns(Item.of(Group.SIDE_EFFECTS), columns),
                head("entry.dissociation", "entry.dissociation.answers"),
                columns(Item.of(Group.DISSOCIATION), columns));
        effects.setMinSize(0, 0);
        return effects;
    }

    private HBox head(String title, String how) {
        Label name = Texts.firm("semi");
        name.setText(phrases.text(title));
        Label words = Texts.label("caption");
        words.setText(phrases.text(how));
        HBox head = new HBox(12, name, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(density.isCompact() ? 20 : 24);
        return head;
    }

    private HBox columns(List<Item> items, int count) {
        HBox columns = new HBox(density.isCompact() ? 10 : 16);
        int rows = (items.size() + count - 1) / count;
        for (int from = 0; from < items.size(); from += rows) {
            VBox column = new VBox();
            column.setMinWidth(0);
            column.setPrefWidth(0);
            column.setAccessibleRole(AccessibleRole.PARENT);
            HBox.setHgrow(column, Priority.ALWAYS);
            items.subList(from, Math.min(items.size(), from + rows))
                    .forEach(item -> column.getChildren().add(listed(item)));
            columns.getChildren().add(column);
        }
        return columns;
    }

    private Node listed(Item item) {
        double cell = density.isCompact() ? SMALL_CELL : CELL;
        ChoiceRow row = fields.listed(item, cell);
        row.setMinHeight(cell);
        row.setMaxHeight(cell);
        return row;
    }
}
