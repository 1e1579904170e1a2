package vigil.ui.flow;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.ui.flow.FlowModel.State;
import vigil.ui.flow.FlowModel.Step;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** One step: a tick with its evidence, the step in hand, or what comes. Belongs to the JavaFX thread. */
final class StepNode extends HBox {
    private final VBox body = new VBox();

    StepNode(Step step, int number, boolean last, boolean compact) {
        super(compact ? 12 : 20);
        getStyleClass()
                .addAll("step", step.inHand() ? "in-hand" : step.state().name().toLowerCase(Locale.ROOT));
        if (step.inHand()) {
            setMinHeight(USE_PREF_SIZE);
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(number + ". " + step.title() + ". " + step.text());
        Label title = Texts.label(step.inHand() ? "step-title" : "step-name");
        title.setText(step.title());
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label text = Texts.label("step-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Texts.show(text, compact && step.state() == State.AHEAD ? "" : step.text());
        body.getChildren().addAll(title, text);
        body.setMinWidth(0);
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().addAll(rail(step, number, last, compact), body);
    }

    private static Node rail(Step step, int number, boolean last, boolean compact) {
        double size = compact ? 26 : 36;
        StackPane badge =
                new StackPane(step.state() == State.DONE ? Symbol.of(Icon.CHECK, size / 2 + 2) : figure(number));
        badge.getStyleClass().add("badge");
        badge.setMinSize(size, size);
        badge.setMaxSize(size, size);
        Region line = new Region();
        line.getStyleClass().add("step-line");
        line.setMinWidth(2);
        line.setMaxWidth(2);
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox rail = new VBox(badge, line);
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setMinWidth(size);
        return rail;
    }

    private static Label figure(int number) {
        Label figure = Texts.firm("semi");
        figure.setText(Integer.toString(number));
        return figure;
    }

    /** Puts evidence and choices under the step in hand. */
    void carry(Node... nodes) {
        body.getChildren().addAll(nodes);
    }
}
