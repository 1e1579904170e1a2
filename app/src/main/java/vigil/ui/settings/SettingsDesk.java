package vigil.ui.settings;

import java.util.Map;
import java.util.function.Consumer;
import vigil.ui.form.Answers;
import vigil.ui.form.Form;
import vigil.ui.form.Question;

/**
 * What outlives a layout of the settings: which page is open, and how the screen looks. Belongs to the JavaFX thread.
 */
public final class SettingsDesk {
    static final Question<String> LANGUAGE = Question.oneOf("settings.language", Language.values());
    static final Question<String> LIGHTING = Question.oneOf("settings.lighting", Lighting.values());
    static final Question<String> SCALE = Question.oneOf(
            "settings.scale", Appearance.SCALES.stream().map(String::valueOf).toList());

    private enum Language {
        EN,
        DE
    }

    /** The pages of the settings, in their order. */
    enum Page {
        LINE,
        PUMP,
        SITE,
        SCREEN,
        PRINTER,
        TRAINING
    }

    private final Consumer<Appearance> keep;
    private final Form form = new Form(this::chosen);
    private Appearance look;
    private Consumer<Appearance> screen = _ -> {};
    private Runnable changed = () -> {};
    private Page page = Page.LINE;
    private int filledPercent;

    /** {@code keep} is told what is to look the same at the next start. */
    public SettingsDesk(Appearance look, Consumer<Appearance> keep) {
        this.look = look;
        this.keep = keep;
        form.restore(answers(look));
        form.whenChanged(this::answered);
    }

    /** {@code action} is told how the screen is to look from now on. */
    public void whenChosen(Consumer<Appearance> action) {
        screen = action;
    }

    /** {@code action} runs when there is something else to be shown; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    public Appearance look() {
        return look;
    }

    Form form() {
        return form;
    }

    Page page() {
        return page;
    }

    void turnTo(Page next) {
        page = next;
    }

    /** How large lettering really is on this screen, in percent of what it is on 1280 × 800. */
    int filledPercent() {
        return filledPercent;
    }

    public void filled(int percent) {
        if (percent != filledPercent) {
            filledPercent = percent;
            changed.run();
        }
    }

    /** The screen is to look like that, here and at the next start. */
    public void choose(Appearance next) {
        if (!next.equals(look)) {
            look = next;
            form.restore(answers(next));
            keep.accept(next);
            screen.accept(next);
        }
    }

    private void chosen(Answers answers) {
        if (answers.texts().size() == answers(look).texts().size()) {
            choose(new Appearance(
                    answers.text(LANGUAGE).equals(Language.DE.name()) ? Appearance.GERMAN : Appearance.ENGLISH,
                    Lighting.valueOf(answers.text(LIGHTING)),
                    Integer.parseInt(answers.text(SCALE))));
        }
    }

    /** Nothing here can be left open: an answer that was taken back stands again. */
    private void answered() {
        if (!form.answers().equals(answers(look))) {
            form.restore(answers(look));
        } else {
            changed.run();
        }
    }

    private static Answers answers(Appearance look) {
        return new Answers(Map.of(
                LANGUAGE.key(),
                (look.isGerman() ? Language.DE : Language.EN).name(),
                LIGHTING.key(),
                look.lighting().name(),
                SCALE.key(),
                String.valueOf(look.scalePercent())));
    }
}
