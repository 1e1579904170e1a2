package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;

/** The console in its states, themes, sizes and languages: the stylesheets are whole and no word is cut. */
class ConsoleLookTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    /** Pause of the sound, acknowledge, the bedside view, three ranges of the trend. */
    private static final int CONTROLS = 6;
    /** Fewest pixels of a ring 3 px wide around the smallest control, 66 by 26 px. */
    private static final int RING = 400;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord said) {
            if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(said.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void listen() {
        CSS.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        CSS.removeHandler(listener);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void stylesheetsNameNothingThatIsNotThere(Theme theme) {
        onFx(() -> {
            ConsolePane console = console(theme, Locale.ENGLISH, 1280, 800);
            for (Snapshot state : states()) {
                show(console, state);
                // Both halves of a flash, slow and fast.
                for (int beat = 0; beat < 8; beat++) {
                    console.beat(1);
                    show(console, state);
                }
            }
            console.switchTheme();
            show(console, Samples.alarming());
            show(console(theme, Locale.ENGLISH, 1024, 600), Samples.alarming());
            return console;
        });
        assertThat(warnings).isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsHeard() {
        onFx(() -> {
            Region region = new Region();
            region.setStyle("-fx-background-color: -v-not-there;");
            Scene scene = new Scene(region, 10, 10);
            region.applyCss();
            return scene;
        });
        assertThat(warnings).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,800,en", "1024,600,en", "1280,800,de", "1024,600,de"})
    void noWordIsCut(double width, double height, String language) {
        List<String> cut = onFx(() -> {
            ConsolePane console = console(Theme.DARK, Locale.forLanguageTag(language), width, height);
            List<String> found = new ArrayList<>();
            for (Snapshot state : List.of(Samples.calm(), Samples.alarming(), Samples.observing())) {
                show(console, state);
                cut(console).forEach(found::add);
            }
            for (View view : View.values()) {
                console.select(view);
                show(console, Samples.calm());
                cut(console).forEach(found::add);
            }
            console.select(View.BEDSIDE);
            show(console, ViewsGallery.otherPump());
            cut(console.lookup("#other-pump")).forEach(found::add);
            return found;
        });
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void focusIsSeenOnEveryControl(Theme theme) {
        List<String> unseen = onFx(() -> {
            ConsolePane console = console(theme, Locale.ENGLISH, 1280, 800);
            show(console, Samples.alarming());
            WritableImage without = console.getScene().snapshot(null);
            List<Node> controls =
                    visible(console).filter(Node::isFocusTraversable).toList();
            assertThat(controls).hasSizeGreaterThanOrEqualTo(CONTROLS);
            return controls.stream()
                    .filter(control -> changed(without, focused(console, control)) < RING)
                    .map(Node::toString)
                    .toList();
        });
        assertThat(unseen).isEmpty();
    }

    private static WritableImage focused(ConsolePane console, Node control) {
        control.pseudoClassStateChanged(FOCUSED, true);
        console.applyCss();
        console.layout();
        WritableImage drawn = console.getScene().snapshot(null);
        control.pseudoClassStateChanged(FOCUSED, false);
        return drawn;
    }

    private static int changed(WritableImage one, WritableImage other) {
        int changed = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    changed++;
                }
            }
        }
        return changed;
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ConsoleLookTest::visible))
                : Stream.of(node);
    }

    private static List<Snapshot> states() {
        return List.of(Samples.calm(), Samples.alarming(), Samples.stale(), Samples.observing());
    }

    private static ConsolePane console(Theme theme, Locale language, double width, double height) {
        ConsolePane console = new ConsolePane(Words.of(language), theme, new NoOne());
        Scene scene = new Scene(console, width, height);
        assertThat(scene.getRoot()).isSameAs(console);
        return console;
    }

    private static void show(ConsolePane console, Snapshot state) {
        console.show(state);
        console.applyCss();
        console.layout();
        console.layout();
    }

    /** What stands shortened on the screen. */
    private static Stream<String> cut(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Label label) {
            return label.lookup(".text") instanceof Text shown
                            && !shown.getText().equals(label.getText())
                            && !label.isWrapText()
                    ? Stream.of(shown.getText())
                    : Stream.empty();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ConsoleLookTest::cut)
                : Stream.empty();
    }

    private static <T> T onFx(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
        return done.join();
    }

    /** Nobody presses anything. */
    private static final class NoOne implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            throw new AssertionError(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new AssertionError("pause");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            throw new AssertionError("enter");
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            throw new AssertionError("foresee");
        }
    }
}
