package vigil.ui.dashboard;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.pump.PumpIdentity;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * Another pump than the bound one answers: no dose is shown until a person says that it is the right one, in two steps, so
 * that it is never said by accident. The second step begins with the focus on going back, and the first returns whenever
 * yet another pump answers.
 */
final class OtherPumpCard extends VBox {
    private final Label title = Texts.label("strong");
    private final Label text = wrapped("soft");
    private final Label serial = Texts.label("mono", "other-serial");
    private final Label refused = wrapped("semi");
    private final Button right = new Button();
    private final Button sure = new Button();
    private final Button back = new Button();
    private final HBox second = new HBox(8, back, sure);
    private Optional<PumpIdentity> pump = Optional.empty();
    private Optional<Phrases> words = Optional.empty();

    /** {@code confirmed} is given the pump that a person has confirmed, and whom to tell why that was refused. */
    OtherPumpCard(Density density, BiConsumer<PumpIdentity, Consumer<Optional<String>>> confirmed) {
        super(density.isCompact() ? 5 : 8);
        getStyleClass().addAll("card", "other-pump-card");
        setId("other-pump");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(USE_PREF_SIZE);
        button(right, "other-pump-right", density);
        button(back, "other-pump-back", density);
        button(sure, "other-pump-sure", density);
        back.setMinWidth(USE_PREF_SIZE);
        sure.getStyleClass().add("primary");
        right.setOnAction(press -> ask(true));
        back.setOnAction(press -> ask(false));
        sure.setOnAction(press -> pump.ifPresent(it -> confirmed.accept(it, this::answered)));
        getChildren().addAll(title, text, serial, refused, right, second);
    }

    private static Label wrapped(String styleClass) {
        Label label = Texts.label("small", styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void button(Button button, String id, Density density) {
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinHeight(density.isCompact() ? 48 : 52);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
    }

    void show(Optional<PumpIdentity> other, Optional<String> bound, Phrases phrases) {
        words = Optional.of(phrases);
        Texts.present(this, other.isPresent());
        if (!other.equals(pump)) {
            pump = other;
            other.ifPresent(it -> begin(it, bound, phrases));
        }
    }

    private void begin(PumpIdentity other, Optional<String> bound, Phrases phrases) {
        String name = other.serialNumber().orElse(other.model());
        title.setText(phrases.text("other.title"));
        text.setText(phrases.text("other.text", other.model(), bound.orElse(Phrases.NO_VALUE)));
        serial.setText(name);
        name(right, phrases.text("other.right", name));
        name(back, phrases.text("other.back"));
        name(sure, phrases.text("other.sure", name));
        Texts.show(refused, "");
        step(false, phrases);
        setAccessibleText(title.getText() + ". " + text.getText());
    }

    private static void name(Button button, String words) {
        button.setText(words);
        button.setAccessibleText(words);
    }

    private void ask(boolean again) {
        words.ifPresent(phrases -> step(again, phrases));
        (again ? back : right).requestFocus();
    }

    private void step(boolean again, Phrases phrases) {
        Texts.present(right, !again);
        Texts.present(second, again);
        Texts.show(refused, again ? phrases.text("other.ask") : "");
    }

    private void answered(Optional<String> refusal) {
        refusal.ifPresent(reason -> words.ifPresent(phrases -> {
            step(false, phrases);
            Texts.show(refused, phrases.text("other.refused", reason));
            right.requestFocus();
        }));
    }
}
