package vigil.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * One of a few, or several of them, as joined cells: one stop of the keyboard. Digits count the cells from 1, a letter
 * finds the next that begins with it, arrows move, Space chooses. Belongs to the JavaFX thread.
 */
public final class ChoiceField extends Field {
    private static final double BORDERS = 2;

    private final List<String> options;
    private final boolean several;
    private final List<ChoiceCell> cells = new ArrayList<>();
    private final GridPane row = new GridPane();
    private int mark;

    private ChoiceField(Question<?> question, Place place, List<String> options, boolean several, int columns) {
        super(question, place);
        this.options = options;
        this.several = several;
        row.getStyleClass().add("choice-field");
        row.setFocusTraversable(true);
        row.setAccessibleRole(several ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            row.getColumnConstraints().add(column);
        }
        for (int i = 0; i < options.size(); i++) {
            ChoiceCell cell = cell(i);
            if (i >= columns) {
                cell.getStyleClass().add("below");
            }
            row.add(cell, i % columns, i / columns);
        }
        if (columns == options.size()) {
            cells.getFirst().getStyleClass().add("first");
            cells.getLast().getStyleClass().add("last");
        }
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        row.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        row.focusedProperty().subscribe((_, _) -> marked());
        row.focusedProperty().subscribe((_, _) -> explain());
        assemble(row, "");
    }

    /** One of these, in a row. */
    public static ChoiceField one(Question<String> question, Place place) {
        List<String> options = ((Kind.OneOf) question.kind()).options();
        return new ChoiceField(question, place, options, false, options.size());
    }

    /** One of these, in rows of so many. */
    public static ChoiceField one(Question<String> question, Place place, int columns) {
        return new ChoiceField(question, place, ((Kind.OneOf) question.kind()).options(), false, columns);
    }

    /** Several of these, in rows of so many. */
    public static ChoiceField several(Question<?> question, Place place, int columns) {
        return new ChoiceField(question, place, ((Kind.AnyOf) question.kind()).options(), true, columns);
    }

    private ChoiceCell cell(int index) {
        ChoiceCell cell = ChoiceCell.ofWords(words().option(question(), options.get(index)));
        cell.setMinHeight(target() - BORDERS);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setOnMousePressed(press -> {
            row.requestFocus();
            choose(index);
        });
        cells.add(cell);
        return cell;
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        boolean space = event.getCode() == KeyCode.SPACE;
        boolean erase = event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE;
        if (step != 0) {
            move(step);
        } else if (space) {
            choose(mark);
        } else if (erase) {
            form().put(question(), "");
        }
        if (step != 0 || space || erase) {
            event.consume();
        }
    }

    private void move(int step) {
        boolean first = !several && chosen().isEmpty();
        int next = first ? (step > 0 ? 0 : options.size() - 1) : Math.clamp(mark + step, 0, options.size() - 1);
        if (several) {
            mark = next;
            marked();
        } else {
            choose(next);
        }
    }

    private void typed(KeyEvent event) {
        String sign = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && sign.length() == 1 && !sign.isBlank()) {
            int digit = sign.charAt(0) - '1';
            int found = digit >= 0 && digit < Math.min(9, options.size()) ? digit : next(sign);
            if (found >= 0) {
                choose(found);
            }
        }
    }

    /** The next option whose words begin with the letter. */
    private int next(String letter) {
        for (int i = 1; i <= options.size(); i++) {
            int index = (mark + i) % options.size();
            String words = words().option(question(), options.get(index));
            if (words.toLowerCase(Locale.ROOT).startsWith(letter.toLowerCase(Locale.ROOT))) {
                return index;
            }
        }
        return -1;
    }

    private void choose(int index) {
        mark = index;
        String option = options.get(index);
        List<String> before = chosen();
        boolean takenBack = several && before.contains(option);
        form().put(
                        question(),
                        options.stream()
                                .filter(each -> each.equals(option) ? !takenBack : several && before.contains(each))
                                .collect(Collectors.joining(" ")));
        marked();
    }

    private List<String> chosen() {
        String text = form().answers().text(question());
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" +"));
    }

    private void marked() {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).mark(several && row.isFocused() && i == mark);
        }
    }

    @Override
    public Node stop() {
        return row;
    }

    @Override
    protected void show(String text) {
        List<String> chosen = chosen();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(chosen.contains(options.get(i)), false);
            mark = !several && chosen.contains(options.get(i)) ? i : mark;
        }
    }

    @Override
    protected String spoken(String text) {
        return chosen().stream()
                .map(option -> words().option(question(), option))
                .collect(Collectors.joining(", "));
    }
}
