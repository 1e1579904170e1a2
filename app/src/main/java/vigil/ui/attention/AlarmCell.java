package vigil.ui.attention;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.alarm.AlarmPriority;
import vigil.ui.parts.Texts;

/** One condition in the alarm region: sign, priority word, title, since, cause and what to do. */
final class AlarmCell extends HBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private static final double ROOM_FOR_SINCE = 240;

    private final Label tag = Texts.firm("tag");
    private final Label title = Texts.label();
    private final Label since = Texts.firm("since");
    private final Label cause = Texts.label("cause");
    private final Label says = Texts.label();
    private final Label action = Texts.firm("action");
    private final double signSize;
    private final VBox words;
    private boolean brief;
    private Optional<AlarmPriority> drawn = Optional.empty();
    private Optional<AlarmRegionModel.Cell> shown = Optional.empty();

    /** The cell that fills the region; {@code leading} lies between its lines, so that three fit and none hides another's dots. */
    static AlarmCell wide(double signSize, double leading) {
        AlarmCell cell = new AlarmCell("wide", signSize);
        cell.title.getStyleClass().add("title");
        // What to do gets a line of its own where there is no room for it beside the cause.
        FlowPane lower = new FlowPane(8, -4, cell.cause, cell.action);
        lower.setRowValignment(VPos.BASELINE);
        lower.setMinWidth(0);
        // The title alone says how wide the cell wants to be; it grows into what is left.
        lower.setPrefWidth(0);
        lower.prefWrapLengthProperty().bind(cell.words.widthProperty());
        cell.cause.maxWidthProperty().bind(cell.words.widthProperty());
        cell.words.setSpacing(leading);
        cell.words.getChildren().addAll(row(10, cell.tag, cell.title, cell.since), lower);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    /** The narrow cell of the second condition: at least that wide, and up to {@code most} for what it says. */
    static AlarmCell side(double signSize, double width, double most) {
        AlarmCell cell = new AlarmCell("side", signSize);
        cell.title.getStyleClass().add("strong");
        cell.action.setMinWidth(0);
        cell.brief = true;
        cell.says.getStyleClass().add("cause");
        cell.words.getChildren().addAll(row(8, cell.tag, cell.says, cell.since), cell.title, cell.action);
        boolean roomy = width > ROOM_FOR_SINCE;
        Texts.present(cell.since, roomy);
        // Its lines stand closer where the region is low, so that none is cut at its foot.
        cell.words.setSpacing(roomy ? 1 : -2);
        cell.setMinWidth(width);
        cell.setMaxWidth(most);
        return cell;
    }

    private AlarmCell(String kind, double signSize) {
        this.signSize = signSize;
        words = new VBox(1);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("alarm-cell", kind);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(words);
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxHeight(Double.MAX_VALUE);
    }

    private static HBox row(double spacing, Label... labels) {
        HBox row = new HBox(spacing, labels);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void show(Optional<AlarmRegionModel.Cell> cell) {
        shown = cell;
        setVisible(cell.isPresent());
        setManaged(cell.isPresent());
        cell.ifPresent(this::fill);
    }

    private void fill(AlarmRegionModel.Cell cell) {
        tag.setText(cell.priorityWord());
        title.setText(brief ? cell.brief().what() : cell.title());
        says.setText(cell.brief().says());
        since.setText(cell.since());
        Texts.show(cause, cell.cause());
        action.setText(cell.action());
        setAccessibleText(cell.spoken());
        if (!drawn.equals(Optional.of(cell.priority()))) {
            repaint(cell.priority());
        }
    }

    private void repaint(AlarmPriority priority) {
        drawn.map(Sign::styleClass).ifPresent(getStyleClass()::remove);
        getStyleClass().add(Sign.styleClass(priority));
        getChildren().setAll(Sign.of(priority, signSize), words);
        drawn = Optional.of(priority);
    }

    void flash(FlashClock clock) {
        boolean off = shown.filter(AlarmRegionModel.Cell::flashes)
                .filter(cell -> clock.isOff(cell.priority()))
                .isPresent();
        pseudoClassStateChanged(OFF, off);
    }
}
