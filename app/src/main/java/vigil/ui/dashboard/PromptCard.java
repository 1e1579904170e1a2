package vigil.ui.dashboard;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.alarm.AlarmPriority;
import vigil.ui.attention.Sign;
import vigil.ui.flow.Act;
import vigil.ui.flow.Choices;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.parts.Density;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The open prompt: rule, basis as small sums, what the pump shows, what to do. It has no button for what only the pump
 * can prove; the one or two others stand below.
 */
final class PromptCard extends VBox {
    private final Label title = wrapped("strong");
    private final Label rule = Texts.firm("semi");
    private final Label source = wrapped("soft");
    private final VBox basis = new VBox();
    private final Label evidence = wrapped("evidence");
    private final Label action = wrapped("semi");
    private final Label others = wrapped("soft");
    private final HBox head = new HBox();
    private final double signSize;
    private List<Figure> summed = List.of();
    private Optional<AlarmPriority> drawn = Optional.empty();

    private final Acting acting;
    private final HBox acts = new HBox(8);
    private final Label said = wrapped("semi");
    private final OnScreen<List<Choice>> actsShown = new OnScreen<>();
    private final double buttonHeight;
    private String key = "";

    /** What is done at a prompt, and what became of it. */
    interface Acting {
        void choose(Act act, String conditionKey);

        /** Why the last thing done at that prompt was refused; empty where it was not. */
        String refused(String conditionKey, Phrases phrases);
    }

    PromptCard(Density density, Acting acting) {
        this.acting = acting;
        buttonHeight = density.isCompact() ? 44 : 48;
        signSize = density.isCompact() ? 18 : 26;
        getStyleClass().addAll("card", "prompt-card");
        setId("prompt");
        setAccessibleRole(AccessibleRole.TEXT);
        head.getStyleClass().add("prompt-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(density.isCompact() ? 34 : 46);
        basis.getStyleClass().add("basis");
        VBox body = new VBox(source, basis, evidence, action, acts, said, others);
        body.getStyleClass().add("prompt-body");
        getChildren().addAll(head, body);
        setMinHeight(USE_PREF_SIZE);
    }

    private static Label wrapped(String styleClass) {
        Label label = Texts.label(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void show(Optional<PromptModel> prompt, Phrases phrases) {
        setVisible(prompt.isPresent());
        setManaged(prompt.isPresent());
        prompt.ifPresent(model -> fill(model, phrases));
        Texts.show(said, acting.refused(key, phrases));
    }

    private void offer(PromptModel model) {
        key = model.key();
        Texts.present(acts, !model.acts().isEmpty());
        if (actsShown.changesTo(model.acts())) {
            Choices choices = new Choices(act -> acting.choose(act, key), buttonHeight);
            acts.getChildren().setAll(model.acts().stream().map(choices::button).toList());
            acts.getChildren().forEach(button -> HBox.setHgrow(button, Priority.ALWAYS));
            acts.getChildren().stream()
                    .findFirst()
                    .ifPresent(first -> first.getStyleClass().add("first-act"));
        }
    }

    private void fill(PromptModel model, Phrases phrases) {
        title.setText(model.title());
        rule.setText(model.rule());
        Texts.show(source, model.source());
        Texts.show(evidence, model.evidence());
        Texts.show(action, model.action());
        Texts.show(others, model.others());
        offer(model);
        showBasis(model.basis());
        String priority = phrases.text("priority." + model.priority().name());
        setAccessibleText(String.join(". ", priority, model.title(), model.rule(), model.source(), model.action()));
        if (!drawn.equals(Optional.of(model.priority()))) {
            repaint(model.priority());
        }
    }

    private void repaint(AlarmPriority priority) {
        drawn.map(Sign::styleClass).ifPresent(getStyleClass()::remove);
        getStyleClass().add(Sign.styleClass(priority));
        head.getChildren().setAll(Sign.of(priority, signSize), growing(title), rule);
        drawn = Optional.of(priority);
    }

    private void showBasis(List<Figure> lines) {
        basis.setManaged(!lines.isEmpty());
        basis.setVisible(!lines.isEmpty());
        if (!lines.equals(summed)) {
            summed = lines;
            basis.getChildren().setAll(lines.stream().map(PromptCard::line).toList());
        }
    }

    private static HBox line(Figure figure) {
        Label sum = Texts.label();
        sum.setText(figure.label());
        Label result = Texts.firm("result");
        result.setText(figure.value());
        return new HBox(6, growing(sum), result);
    }

    private static Label growing(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
