package vigil.ui.flow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.form.ChoiceField;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.form.Kind;
import vigil.ui.form.LineField;
import vigil.ui.form.Question;
import vigil.ui.form.TickField;
import vigil.ui.parts.Texts;

/** The few words that one entry asks for. Belongs to the JavaFX thread. */
public final class ActForm extends VBox {
    private static final int COLUMNS = 2;

    private final FormPage page;
    private final Label said = Texts.label("semi");

    public ActForm(Act act, Field.Place place, Runnable save, Runnable back) {
        getStyleClass().addAll("card", "act-form");
        setId("form-" + act.name());
        Label title = Texts.label("strong");
        title.setText(place.phrases().text(act.key()));
        Label what = Texts.label("small", "soft");
        what.setText(place.phrases().text(act.key() + ".what"));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        Texts.present(what, !place.density().isCompact());
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        page = new FormPage(save);
        Asks.needed(act).forEach(question -> page.row(field(question, place)));
        Asks.further(act).forEach(question -> page.row(field(question, place)));
        Button left = button("flow-back", place.phrases().text("flow.back"), back);
        Button right = button("flow-save", place.phrases().text("flow.save"), save);
        right.getStyleClass().add("primary");
        HBox buttons = new HBox(10, left, right);
        buttons.setAlignment(Pos.CENTER);
        double height = place.density().isCompact() ? 48 : 52;
        buttons.getChildren().forEach(button -> ((Button) button).setMinHeight(height));
        VBox.setVgrow(page, Priority.ALWAYS);
        page.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, what, page, said, buttons);
        page.show();
    }

    @SuppressWarnings("unchecked") // the kind says what the question is about
    private static Field field(Question<?> question, Field.Place place) {
        return switch (question.kind()) {
            case Kind.OneOf _ -> ChoiceField.one((Question<String>) question, place, COLUMNS);
            case Kind.Tick _ -> new TickField((Question<Boolean>) question, place);
            case Kind.Text _, Kind.Amount _, Kind.Day _, Kind.Time _, Kind.AnyOf _ -> new LineField(question, place);
        };
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(press -> action.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    public void enter() {
        page.enter();
    }

    public void say(String words) {
        Texts.show(said, words);
    }
}
