package vigil.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.SoundProblem;
import vigil.ui.history.Archive;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/** Consoles to be walked through: each view is filled with the made-up course, wire and record. */
final class Consoles {
    private Consoles() {}

    /** A size of the window, and how many pixels of the screen one of its own takes. */
    record Size(int width, int height, double scale) {
        static final Size SMALL = new Size(1_024, 600, 1);
        static final Size NORMAL = new Size(1_280, 800, 1);
        /** A screen of 1920 by 1080 at 150 %. */
        static final Size ENLARGED = new Size(1_280, 720, 1.5);

        static final List<Size> ALL = List.of(SMALL, NORMAL, ENLARGED);

        @Override
        public String toString() {
            return (int) (width * scale) + "x" + (int) (height * scale);
        }
    }

    private static final class Reading extends ViewsGallery.Foreseeing {
        private final RecordSamples record = new RecordSamples();

        @Override
        public Archive archive() {
            return record;
        }
    }

    /** To be called on the JavaFX thread. */
    static ConsolePane open(Theme theme, Locale language, Size size) {
        ConsolePane console = new ConsolePane(Words.of(language), printing(theme, language), new Reading());
        Scene scene = new Scene(console, size.width(), size.height());
        console.show(WireSamples.sight(300));
        console.show(Samples.calm());
        layOut(scene);
        return console;
    }

    /** The settings of a console that prints. */
    static ConsoleSettings printing(Theme theme, Locale language) {
        Appearance look = Appearance.of(language, theme);
        return new ConsoleSettings(look, _ -> {}, Training.NONE, PumpPorts.NONE, new PrintFromViewsTest.Tray());
    }

    /** Brings a view forward in a state of the session. */
    static void show(ConsolePane console, View view, Snapshot state) {
        console.select(view);
        console.show(state);
        layOut(console.getScene());
    }

    private static void layOut(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** States that fill the frame around a view differently. */
    static Map<String, Snapshot> states() {
        return Map.of(
                "calm", Samples.calm(),
                "alarming", Samples.alarming(),
                "stale", Samples.stale(),
                "observing", Samples.observing(),
                "other pump", ViewsGallery.otherPump(),
                "sound heard", SoundGallery.heard(),
                "sound asked", SoundGallery.unconfirmed(),
                "sound asked among alarms", SoundGallery.unconfirmedAmongOthers(),
                "no sound", SoundGallery.missing(SoundProblem.NO_DEVICE));
    }

    /** The node and all under it that is visible. */
    static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Consoles::visible))
                : Stream.of(node);
    }

    /** The node and what it stands in, from the inside out. */
    static List<Node> line(Node node) {
        List<Node> line = new ArrayList<>();
        for (Node each = node; each != null; each = each.getParent()) {
            line.add(each);
        }
        return line;
    }

    /** Runs on the JavaFX thread and waits for it. */
    static <T> T onFx(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
        return done.join();
    }
}
