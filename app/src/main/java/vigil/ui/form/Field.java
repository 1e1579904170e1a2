package vigil.ui.form;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * One question with its control: the name and the limits above, why a text cannot be below. Shows what the form holds and
 * tells the form what was typed. Belongs to the JavaFX thread.
 */
public abstract class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double TARGET = 48;
    private static final double SMALL_SCREEN_TARGET = 56;

    private final Question<?> question;
    private final Place place;
    private final Label range = Texts.firm("caption");
    private final Label foot = Texts.label("field-foot");
    private double weight = 1;

    /** Where a field stands: the form it writes to, and how its page looks. */
    public record Place(Form form, Phrases phrases, Density density) {
        FormWords words() {
            return new FormWords(phrases);
        }

        double target() {
            return density.isCompact() ? SMALL_SCREEN_TARGET : TARGET;
        }
    }

    // A node cannot be assembled without naming itself; nothing leaves before the constructor has ended.
    @SuppressWarnings("this-escape")
    protected Field(Question<?> question, Place place) {
        this.question = question;
        this.place = place;
        getStyleClass().add("field");
        setId("field-" + question.key().replace('.', '-'));
        setMinWidth(0);
        foot.setWrapText(true);
    }

    /** Puts the control between name and explanation; called once by each control's constructor. */
    protected final void assemble(Node control, String limits) {
        Label name = Texts.label("field-name");
        name.setText(name());
        name.setLabelFor(control);
        range.setText(limits);
        HBox head = new HBox(6, name, Texts.spacer(), range);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(head, control, foot);
        control.setId(getId() + "-input");
        Texts.show(foot, "");
    }

    final Question<?> question() {
        return question;
    }

    final Form form() {
        return place.form();
    }

    final FormWords words() {
        return place.words();
    }

    final double target() {
        return place.target();
    }

    /** Without what the field takes, where there is no room for it; the explanation of a fault still says it. */
    public final Field withoutLimits() {
        Texts.present(range, false);
        return this;
    }

    /** Leaves the name to a column's head; it is still spoken. */
    public final void withoutName() {
        Texts.present(getChildren().getFirst(), false);
    }

    /** The name of the question in the words of the screen. */
    protected final String name() {
        return words().name(question);
    }

    /** Takes so many shares of the width of its row. */
    public final Field wide(double shares) {
        weight = shares;
        return this;
    }

    final double weight() {
        return weight;
    }

    /** Shows what the form holds now. */
    public final void show() {
        show(form().answers().text(question));
        explain();
    }

    /** Says what is wrong once a person has left the field, and how a day was read. */
    protected final void explain() {
        Reading<?> reading = form().answers().read(question);
        String fault = isInUse() ? "" : reading.fault().map(words()::why).orElse("");
        String said = fault.isEmpty() ? words().readBack(reading) : fault;
        pseudoClassStateChanged(WRONG, !fault.isEmpty());
        Texts.show(foot, said);
        speak(String.join(". ", name(), spoken(form().answers().text(question)), said)
                .strip());
    }

    /** The node that takes the focus. */
    public abstract Node stop();

    /** Shows the text that is held; must not answer with a change of the same text. */
    protected abstract void show(String text);

    /** How a screen reader says the text. */
    protected String spoken(String text) {
        return text;
    }

    /** Gives a screen reader the words for name, answer and explanation. */
    protected void speak(String words) {
        stop().setAccessibleText(words);
    }

    /** True while nothing was entered that can be read. */
    final boolean isOpen() {
        return form().answers().read(question).value().isEmpty();
    }

    private boolean isInUse() {
        return stop().isFocused();
    }
}
