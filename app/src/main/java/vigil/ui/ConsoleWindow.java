package vigil.ui;

import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.settings.Appearance;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.WireSight;
import vigil.ward.WardStatus;

/** The one window of the console. Belongs to the JavaFX thread; hand it to an {@link FxBridge} to feed it from another. */
public final class ConsoleWindow implements OpenableWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** What a window's title and borders take at most. */
    private static final double BORDERS = 48;

    private final Stage stage;
    private final Supplier<ConsolePane> made;
    private final Redrawing redrawing = new Redrawing();
    private Scene scene;
    private ConsolePane console;
    private boolean live;

    public ConsoleWindow(Stage stage, Words words, Theme theme, ConsoleActions actions) {
        this(stage, words, ConsoleSettings.of(Appearance.of(words.locale(), theme)), actions);
    }

    /** {@code words}: of the language that the settings begin with. */
    public ConsoleWindow(Stage stage, Words words, ConsoleSettings settings, ConsoleActions actions) {
        this.stage = stage;
        made = () -> new ConsolePane(words, settings, actions);
        console = made.get();
        scene = put(console);
        stage.setTitle(words.text("window.title"));
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        stage.setMaximized(isTooLargeFor(Screen.getPrimary().getVisualBounds()));
        // Styled and laid out now, so that little is left to do once the window opens.
        console.applyCss();
        console.layout();
    }

    private Scene put(ConsolePane pane) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // Never beyond a small screen, also where no window manager answers to the wish for a maximised window.
        Scene fresh = new Scene(new Group(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        new Keys(pane).listenTo(fresh);
        stage.setScene(fresh);
        // Not before: a tile that meets a scene without a window waits for one, and is held by the scene for ever.
        fresh.setRoot(pane);
        return fresh;
    }

    /** A new console in the place of one in which drawing failed; the next snapshot fills it. */
    private void again() {
        console = made.get();
        scene = put(console);
    }

    private static boolean isTooLargeFor(Rectangle2D screen) {
        return screen.getWidth() < WIDTH + BORDERS || screen.getHeight() < HEIGHT + BORDERS;
    }

    @Override
    public void open() {
        Thread.currentThread().setUncaughtExceptionHandler(redrawing);
        scene.addPostLayoutPulseListener(new NextPulse("The first frame is on the screen"));
        stage.show();
    }

    @Override
    public void show(Snapshot snapshot) {
        console.show(snapshot);
        if (!live && snapshot.dose().rate().isPresent()) {
            live = true;
            scene.addPostLayoutPulseListener(new NextPulse("The first live value is on the screen"));
        }
    }

    @Override
    public void show(WireSight sight) {
        console.show(sight);
    }

    @Override
    public void show(WardStatus status) {
        console.show(status);
    }

    @Override
    public void show(Hl7Sight sight) {
        console.show(sight);
    }

    @Override
    public void beat(int beats) {
        if (redrawing.isDueAfter(beats)) {
            again();
        }
        console.beat(beats);
    }

    /** Notes once that what is told now has been laid out, for measuring the start. */
    private final class NextPulse implements Runnable {
        private final String what;

        private NextPulse(String what) {
            this.what = what;
        }

        @Override
        public void run() {
            LOG.debug(what);
            scene.removePostLayoutPulseListener(this);
        }
    }
}
