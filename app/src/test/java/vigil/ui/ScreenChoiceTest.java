package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.entry.Draft;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Lighting;
import vigil.ui.settings.Training;

/** Language, theme and size of lettering, chosen while the console runs. */
class ScreenChoiceTest {
    private final List<Appearance> kept = new ArrayList<>();
    private ConsolePane console;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() {
        console = opened(1_920, 1_080, Lighting.DARK);
    }

    private ConsolePane opened(int width, int height, Lighting lighting) {
        return Consoles.onFx(() -> {
            Appearance look = new Appearance(Appearance.ENGLISH, lighting, 100);
            ConsolePane pane = new ConsolePane(
                    Words.of(Locale.ENGLISH),
                    new ConsoleSettings(look, kept::add, Training.NONE),
                    new ViewsGallery.Foreseeing());
            Scene scene = new Scene(pane, width, height);
            pane.show(Samples.calm());
            pane.select(View.LINE);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((ToggleButton) node(pane, "settings-screen")).fire();
            return pane;
        });
    }

    private static Node node(ConsolePane pane, String id) {
        return Objects.requireNonNull(pane.lookup("#" + id), id);
    }

    /** Types into a row of choices: a digit counts them from 1. */
    private void choose(String question, String digit) {
        Consoles.onFx(() -> {
            Node row = node(console, "field-settings-" + question + "-input");
            row.requestFocus();
            type(row, digit);
            console.applyCss();
            console.layout();
            return row;
        });
    }

    private static void type(Node node, String key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, key, key, KeyCode.UNDEFINED, false, false, false, false));
    }

    private List<String> texts(String id) {
        return Consoles.onFx(() -> Consoles.visible(node(console, id))
                .filter(Label.class::isInstance)
                .map(it -> ((Label) it).getText())
                .toList());
    }

    private boolean isCompact() {
        return Consoles.onFx(() -> console.lookup(".compact") != null);
    }

    @Test
    void theLanguageChangesEverywhereAtOnceAndIsKept() {
        choose("language", "2");

        assertThat(texts("rail")).contains(Words.of(Locale.GERMAN).text("view.OBSERVE"));
        assertThat(texts("screen-page")).contains(Words.of(Locale.GERMAN).text("settings.language"));
        assertThat(kept).containsExactly(new Appearance(Appearance.GERMAN, Lighting.DARK, 100));
    }

    @Test
    void whereAPersonIsAndWhatHasTheFocusOutliveTheChange() {
        choose("language", "2");

        assertThat(Consoles.onFx(() -> console.getScene().getFocusOwner().getId()))
                .isEqualTo("field-settings-language-input");
    }

    @Test
    void whatWasBeingEnteredOutlivesTheChange() {
        Consoles.onFx(() -> {
            console.select(View.OBSERVE);
            type(Objects.requireNonNull(console.getScene().getFocusOwner()), "0");
            console.select(View.LINE);
            return console;
        });
        Draft before = console.desk().entry().draft();
        assertThat(before).isNotEqualTo(Draft.EMPTY);

        choose("language", "2");

        assertThat(console.desk().entry().draft()).isEqualTo(before);
    }

    @Test
    void theThemeChangesAtOnce() {
        choose("lighting", "2");
        assertThat(console.getStyleClass()).contains(Theme.LIGHT_CLASS);

        choose("lighting", "1");
        assertThat(console.getStyleClass()).doesNotContain(Theme.LIGHT_CLASS);
    }

    @Test
    void theKeyForTheThemeIsKeptLikeTheChoice() {
        Consoles.onFx(() -> {
            console.switchTheme();
            return console;
        });

        assertThat(console.getStyleClass()).contains(Theme.LIGHT_CLASS);
        assertThat(kept).containsExactly(new Appearance(Appearance.ENGLISH, Lighting.LIGHT, 100));
    }

    /** The made-up course is shown at half past eleven in the evening. */
    @Test
    void byTimeOfDayTheNightIsDark() {
        choose("lighting", "2");
        choose("lighting", "3");

        assertThat(console.getStyleClass()).doesNotContain(Theme.LIGHT_CLASS);
    }

    @Test
    void letteringOfOneAndAHalfTakesTheLayoutThatHasRoomForIt() {
        assertThat(isCompact()).isFalse();
        choose("scale", "2");
        assertThat(isCompact()).isFalse();
        assertThat(texts("screen-page")).anyMatch(it -> it.contains("135 %"));

        choose("scale", "3");

        assertThat(isCompact()).isTrue();
        assertThat(texts("screen-page")).anyMatch(it -> it.contains("180 %"));
    }

    @Test
    void whatDoesNotFitIsToldAndTheLargestTaken() {
        choose("scale", "5");

        assertThat(texts("screen-page")).contains(Words.of(Locale.ENGLISH).text("settings.size-largest", "180"));
    }

    @Test
    void aChoiceCannotBeTakenBackToNothing() {
        Consoles.onFx(() -> {
            Node row = node(console, "field-settings-scale-input");
            row.requestFocus();
            row.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
            return row;
        });

        assertThat(console.desk().settings().look().scalePercent()).isEqualTo(100);
        assertThat(kept).isEmpty();
        choose("scale", "3");
        assertThat(kept).containsExactly(new Appearance(Appearance.ENGLISH, Lighting.DARK, 150));
    }
}
