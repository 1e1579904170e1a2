package vigil.ui;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.station.StationActions;

/**
 * Starts the JavaFX toolkit and makes the console's one window ready, while another thread opens the record; the window
 * appears once both are there. Used once in the life of a program.
 */
public final class ConsoleToolkit {
    private final FutureTask<OpenableWindow> window;
    private final FutureTask<Void> starting = new FutureTask<>(this::start, null);
    private volatile boolean closed;
    private volatile Runnable whenClosed = () -> {};

    public ConsoleToolkit(Words words, Theme theme, ConsoleActions actions) {
        this(stage -> new ConsoleWindow(stage, words, theme, actions));
    }

    private ConsoleToolkit(Function<Stage, OpenableWindow> maker) {
        window = new FutureTask<>(() -> ready(maker));
    }

    /** For a station instead of a bedside. */
    public static ConsoleToolkit ofStation(Words words, Theme theme, StationActions actions) {
        return new ConsoleToolkit(stage -> new StationWindow(stage, words, theme, actions));
    }

    /** Makes everything ready that can be, which takes a while; to be given to a thread of its own. */
    public Runnable starting() {
        return starting;
    }

    private void start() {
        Platform.startup(window);
    }

    private OpenableWindow ready(Function<Stage, OpenableWindow> maker) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed());
        return maker.apply(stage);
    }

    /**
     * Waits until all is ready, opens the window and returns the way to it.
     *
     * @throws IOException if the toolkit does not start here
     */
    public FxBridge open() throws IOException {
        try {
            starting.get();
            OpenableWindow console = window.get();
            FxBridge.onFxThread(console::open);
            return new FxBridge(console);
        } catch (ExecutionException e) {
            throw new IOException("the console window cannot be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("opening the console window was broken off", e);
        }
    }

    private void closed() {
        closed = true;
        whenClosed.run();
    }

    /** Runs {@code action}, which may be called twice, when the user has closed the window or already has. */
    public void whenClosed(Runnable action) {
        whenClosed = action;
        if (closed) {
            action.run();
        }
    }
}
