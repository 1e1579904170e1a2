package vigil.ui.alarmlog;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.alarm.log.LogRow;
import vigil.look.Icon;
import vigil.ui.attention.Sign;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** One row of the alarm log: sign and priority, when, what, and who has seen it. */
final class LogCell extends ListCell<LogRow> {
    private static final double SIGN = 20;

    private final Supplier<Phrases> phrases;
    private final StackPane sign = new StackPane();
    private final Label priority = Texts.label("semi");
    private final Label start = Texts.firm();
    private final Label end = Texts.label("soft");
    private final Label title = Texts.label("semi");
    private final Label detail = Texts.label("soft");
    private final Label by = Texts.label("soft");
    private final HBox row;

    LogCell(Density density, Supplier<Phrases> phrases) {
        this.phrases = phrases;
        boolean compact = density.isCompact();
        HBox tag = new HBox(6, sign, priority);
        tag.setAlignment(Pos.CENTER_LEFT);
        fix(tag, compact ? 88 : 104);
        VBox when = new VBox(-1, start, end);
        fix(when, compact ? 124 : 150);
        VBox what = new VBox(-1, title, detail);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        VBox who = new VBox(by);
        by.setWrapText(true);
        fix(who, compact ? 112 : 172);
        for (VBox column : new VBox[] {when, what, who}) {
            column.setAlignment(Pos.CENTER_LEFT);
        }
        row = new HBox(compact ? 8 : 12, tag, when, what, who);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static void fix(Region column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
    }

    @Override
    protected void updateItem(LogRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        LogWords words = new LogWords(phrases.get());
        sign.getChildren().setAll(sign(item));
        priority.setText(words.priority(item));
        start.setText(words.start(item));
        end.setText(words.end(item));
        title.setText(words.title(item));
        Texts.show(detail, words.detail(item));
        by.setText(words.by(item));
        setAccessibleText(words.spoken(item));
        setGraphic(row);
    }

    private static Node sign(LogRow item) {
        return switch (item) {
            case LogRow.Occurrence it -> {
                Symbol symbol = Sign.of(it.priority(), SIGN);
                symbol.getStyleClass().addAll("log-sign", Sign.styleClass(it.priority()));
                yield symbol;
            }
            case LogRow.Inactivation _ -> Symbol.of(Icon.BELL_PAUSED, SIGN);
        };
    }
}
