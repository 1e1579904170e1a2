package vigil.ui.flow;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.form.Field;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Texts;

/** Beside the steps: the dose, what needs an entry at once, what is due; or the form that is open. */
final class FlowSide extends VBox {
    private final CareEntry entry;
    private final Field.Place place;
    private final Runnable save;
    private final Choices choices;
    private final OnScreen<List<FlowModel.Choice>> urgentShown = new OnScreen<>();
    private final OnScreen<List<Figure>> besideShown = new OnScreen<>();
    private final Label rate = Texts.firm("side-dose");
    private final Label unit = Texts.label("soft", "side-unit");
    private final Label doseText = wrapped();
    private final VBox urgentButtons = new VBox(8);
    private final VBox besideLines = new VBox(8);
    private final VBox cards = new VBox();
    private Optional<ActForm> form = Optional.empty();
    private Optional<Act> formFor = Optional.empty();

    FlowSide(CareEntry entry, Field.Place place, Choices choices, Runnable save) {
        this.entry = entry;
        this.place = place;
        this.choices = choices;
        this.save = save;
        cards.setSpacing(place.density().gap());
        VBox beside = card(besideLines);
        VBox.setVgrow(beside, Priority.ALWAYS);
        cards.getChildren().addAll(dose(), urgent(), beside);
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().add(cards);
        double width = place.density().isCompact() ? 300 : 372;
        setMinWidth(width);
        setMaxWidth(width);
    }

    private static Label wrapped() {
        Label label = Texts.label("small", "soft");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static VBox card(javafx.scene.Node... nodes) {
        VBox card = new VBox(4, nodes);
        card.getStyleClass().addAll("card", "side-card");
        return card;
    }

    private VBox dose() {
        Label name = Texts.label("small", "soft");
        name.setText(place.phrases().text("flow.dose-now"));
        HBox value = new HBox(10, rate, unit);
        value.setAlignment(Pos.BASELINE_LEFT);
        return card(name, value, doseText);
    }

    private VBox urgent() {
        Label title = Texts.label("strong");
        title.setText(place.phrases().text("flow.urgent"));
        Label text = wrapped();
        text.setText(place.phrases().text("flow.urgent.text"));
        Texts.present(text, !place.density().isCompact());
        return card(title, text, urgentButtons);
    }

    void show(FlowModel model) {
        rate.setText(model.dose().value());
        unit.setText(model.dose().unit());
        doseText.setText(model.dose().text());
        if (urgentShown.changesTo(model.urgent())) {
            urgentButtons
                    .getChildren()
                    .setAll(model.urgent().stream()
                            .map(choices::button)
                            .peek(button -> button.setId("urgent-" + button.getId()))
                            .toList());
        }
        if (besideShown.changesTo(model.beside())) {
            besideLines
                    .getChildren()
                    .setAll(model.beside().stream().map(FlowSide::line).toList());
        }
    }

    private static VBox line(Figure figure) {
        Label label = Texts.label("small", "soft");
        label.setText(figure.label());
        Label value = Texts.label("semi");
        value.setText(figure.value());
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        return new VBox(label, value);
    }

    /** Shows the form that is open, or what stands here without one; true when that has changed. */
    boolean showForm(String said) {
        Optional<Act> here = entry.open().filter(act -> act.isAt(Act.Way.EFFECTS));
        boolean changed = !formFor.equals(here);
        if (changed) {
            formFor = here;
            form = formFor.map(act -> new ActForm(act, place, save, entry::close));
            getChildren().setAll(form.<javafx.scene.Node>map(it -> it).orElse(cards));
            form.ifPresent(it -> VBox.setVgrow(it, Priority.ALWAYS));
        }
        form.ifPresent(it -> it.say(said));
        return changed;
    }

    Optional<ActForm> form() {
        return form;
    }
}
