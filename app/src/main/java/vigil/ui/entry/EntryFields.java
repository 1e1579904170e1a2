package vigil.ui.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import vigil.session.ObservationDuty.Asks;
import vigil.ui.parts.Phrases;

/** The fields of all items, which of them is in use, and what a key or a touch does to its answer. */
final class EntryFields {
    /** The order of the keyboard. */
    private static final List<Item> ORDER = List.of(Item.values());

    private final ObservationEntry entry;
    private final Map<Item, ItemField> fields = new EnumMap<>(Item.class);
    private Item current = Item.SEDATION;
    /** True right after a whole answer has moved the focus on by itself. */
    private boolean movedOn;

    EntryFields(ObservationEntry entry, Phrases phrases) {
        this.entry = entry;
        for (Item item : Item.values()) {
            ItemField field =
                    item.isNumber() ? new NumberField(item, phrases) : new ChoiceRow(item, phrases, this::touched);
            field.setOnMousePressed(press -> focus(item));
            field.focusedProperty().subscribe(focused -> {
                if (focused) {
                    current = item;
                }
            });
            fields.put(item, field);
        }
    }

    ItemField of(Item item) {
        return java.util.Objects.requireNonNull(fields.get(item));
    }

    ChoiceRow listed(Item item, double cellWidth) {
        return ((ChoiceRow) of(item)).listed(cellWidth);
    }

    Item current() {
        return current;
    }

    void focus(Item item) {
        current = item;
        of(item).requestFocus();
    }

    /** The item whose field has the focus. */
    Optional<Item> focused() {
        Node owner =
                of(current).getScene() == null ? null : of(current).getScene().getFocusOwner();
        return owner instanceof ItemField field ? Optional.of(field.item()) : Optional.empty();
    }

    void show(Draft last, Map<Item, String> problems) {
        Draft draft = entry.draft();
        fields.values().forEach(field -> field.show(draft, last, problems.getOrDefault(field.item(), "")));
    }

    /**
     * As a key does it: the digits of the key pad that follow belong to the next field, not to the choice just made. The
     * last of a group keeps its turn, because the next one may stand on a page that is not shown.
     */
    private void touched(Item item, char sign) {
        String answer = item.chosen(entry.draft().answer(item), sign);
        entry.become(entry.draft().with(item, answer));
        focus(item);
        if (item != Item.of(item.group()).getLast()) {
            moveOnIfWhole(answer);
        }
    }

    /** One key for the field in use; a whole answer of the core set gives the next field its turn. */
    boolean typed(char sign) {
        Optional<String> next = current.after(entry.draft().answer(current), sign);
        next.ifPresent(answer -> {
            entry.become(entry.draft().with(current, answer));
            moveOnIfWhole(answer);
        });
        return next.isPresent();
    }

    private void moveOnIfWhole(String answer) {
        movedOn = false;
        if (current.isWhole(answer) && current != Item.SITE && place() < ORDER.size() - 1) {
            step(1);
            movedOn = true;
        }
    }

    void erase() {
        String answer = entry.draft().answer(current);
        boolean shorter = current.isNumber() && !answer.isEmpty();
        movedOn = false;
        entry.become(entry.draft().with(current, shorter ? answer.substring(0, answer.length() - 1) : ""));
    }

    void beside(int step) {
        current.beside(entry.draft().answer(current), step)
                .ifPresent(answer -> entry.become(entry.draft().with(current, answer)));
    }

    private int place() {
        return ORDER.indexOf(current);
    }

    /** To the next or previous field in the order of the keyboard. */
    void step(int by) {
        movedOn = false;
        focus(ORDER.get(Math.clamp(place() + by, 0, ORDER.size() - 1)));
    }

    /**
     * To the next field that the {@code wanted} set still asks for; false when there is none. Enter right after the
     * focus has moved on by itself confirms what was just typed, and does not pass over a field.
     */
    boolean next(Asks wanted) {
        if (movedOn && !entry.draft().isAnswered(current)) {
            movedOn = false;
            return true;
        }
        movedOn = false;
        List<Item> missing = entry.draft().missing(wanted);
        Optional<Item> later =
                missing.stream().filter(item -> ORDER.indexOf(item) > place()).findFirst();
        later.ifPresent(this::focus);
        return later.isPresent();
    }
}
