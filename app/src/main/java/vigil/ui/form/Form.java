package vigil.ui.form;

import java.util.function.Consumer;

/**
 * The answers to a form as they change. Outlives the page, so that nothing typed is lost when another view is looked at.
 * Belongs to the JavaFX thread.
 */
public final class Form {
    private final Consumer<Answers> kept;
    private Answers answers = Answers.NONE;
    private Runnable changed = () -> {};

    /** {@code kept} is told every change a person makes, for a draft that outlives the program. */
    public Form(Consumer<Answers> kept) {
        this.kept = kept;
    }

    /** {@code action} runs after every change; there is one view at a time. */
    public void whenChanged(Runnable action) {
        changed = action;
    }

    public Answers answers() {
        return answers;
    }

    /** What a person typed into one field. */
    public void put(Question<?> question, String text) {
        become(answers.with(question, text));
    }

    /** Takes other answers, for example none once they are saved. */
    public void become(Answers next) {
        if (!next.equals(answers)) {
            kept.accept(next);
            restore(next);
        }
    }

    /** Takes what was kept before, which is no change to be kept again. */
    public void restore(Answers before) {
        answers = before;
        changed.run();
    }
}
