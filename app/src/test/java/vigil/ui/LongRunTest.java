package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.Consoles.Size;
import vigil.ui.settings.Appearance;

/** A console that has been used for days is the console it was. */
@Tag("F11")
class LongRunTest {
    private static final int ROUNDS = 1_000;
    private static final int PICTURES = 20;
    private static final int REPLACED = 4;
    /** Less than a hundredth of what one view left behind in each round would keep. */
    private static final long MOST_GROWTH = 4L << 20;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void viewsOpenedAThousandTimesLeaveNodesAndHeapAsBefore() {
        ConsolePane console = Consoles.onFx(() -> Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL));
        walk(console, 5 * View.values().length);
        long nodes = nodes(console);
        long before = used();
        walk(console, ROUNDS);

        assertThat(nodes(console)).isEqualTo(nodes);
        assertThat(used() - before).isLessThan(MOST_GROWTH);
    }

    /** Opens one view after the other, each with the session in another state. */
    private static void walk(ConsolePane console, int rounds) {
        View[] views = View.values();
        for (int i = 0; i < rounds; i++) {
            View view = views[i % views.length];
            boolean alarming = i % 2 == 0;
            Consoles.onFx(() -> {
                console.select(view);
                console.show(alarming ? Samples.alarming() : Samples.calm());
                return view;
            });
        }
    }

    private static long nodes(ConsolePane console) {
        return Consoles.onFx(() -> {
            Consoles.show(console, View.BEDSIDE, Samples.calm());
            return Consoles.visible(console).count();
        });
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** A listener that was not taken back would hold the layout it belongs to, and all that is in it. */
    @Test
    void aLayoutThatWasReplacedIsHeldByNobody() throws TimeoutException {
        ConsolePane console = window();
        List<WeakReference<Node>> replaced = new ArrayList<>();
        for (int i = 0; i < REPLACED; i++) {
            Locale next = i % 2 == 0 ? Appearance.GERMAN : Appearance.ENGLISH;
            replaced.add(new WeakReference<>(Consoles.onFx(() -> rail(console))));
            Consoles.onFx(() -> {
                console.desk().settings().choose(Appearance.of(next, Theme.DARK));
                // The beat makes every view of the new layout, each of which takes the place of the old one.
                console.beat(1);
                return console;
            });
        }
        for (int i = 0; i < PICTURES && held(replaced); i++) {
            painted(console);
            System.gc();
        }

        assertThat(replaced).allMatch(it -> it.get() == null);
    }

    private static ConsolePane window() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        return Consoles.onFx(() -> {
            ConsoleWindow window =
                    new ConsoleWindow(stage, Words.of(Locale.ENGLISH), Theme.DARK, new ViewsGallery.Foreseeing());
            window.show(Samples.calm());
            window.open();
            return (ConsolePane) stage.getScene().getRoot();
        });
    }

    private static boolean held(List<WeakReference<Node>> replaced) {
        return replaced.stream().anyMatch(it -> it.get() != null);
    }

    /** Comes back after the next pulse: what was taken out is held until it has left the picture as well. */
    private static void painted(ConsolePane console) {
        Scene scene = console.getScene();
        CompletableFuture<Void> pulsed = new CompletableFuture<>();
        Runnable listener = () -> pulsed.complete(null);
        Consoles.onFx(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return scene;
        });
        pulsed.join();
        Consoles.onFx(() -> {
            scene.removePostLayoutPulseListener(listener);
            return scene;
        });
    }

    private static Node rail(ConsolePane console) {
        return Objects.requireNonNull(console.lookup("#rail"));
    }
}
