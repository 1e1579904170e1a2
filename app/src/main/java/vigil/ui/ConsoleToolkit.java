package vigil.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private volatile FutureTask<OpenableWindow> window;
    private final FutureTask<Void> starting = new FutureTask<>(this::start, null);
    /** The one window; belongs to the JavaFX thread. */
    private Optional<Stage> stage = Optional.empty();

    private volatile boolean closed;
    private volatile Runnable whenClosed = () -> {};

    public ConsoleToolkit(ConsoleSettings settings, ConsoleActions actions) {
        window = ready(settings, actions, this::opened);
    }

    private ConsoleToolkit(Function<Supplier<Stage>, FutureTask<OpenableWindow>> maker) {
        window = maker.apply(this::opened);
    }

    /** For a station instead of a bedside. */
    public static ConsoleToolkit ofStation(Words words, Theme theme, StationActions actions) {
        return new ConsoleToolkit(
                where -> new FutureTask<>(() -> new StationWindow(where.get(), words, theme, actions)));
    }

    private FutureTask<OpenableWindow> ready(ConsoleSettings settings, ConsoleActions actions, Supplier<Stage> where) {
        Words words = Words.of(settings.look().locale());
        return new FutureTask<>(() -> new ConsoleWindow(where.get(), words, settings, actions));
    }

    /**
     * Puts another console in the place of the one in the window, which shows nothing from now on; {@link #open} leads to
     * the new one.
     */
    public void turnTo(ConsoleSettings settings, ConsoleActions actions) {
        FutureTask<OpenableWindow> next = ready(settings, actions, () -> stage.orElseThrow());
        window = next;
        FxBridge.onFxThread(next);
    }

    /** Makes everything ready that can be, which takes a while; to be given to a thread of its own. */
    public Runnable starting() {
        return starting;
    }

    private void start() {
        FutureTask<OpenableWindow> first = window;
        try {
            Platform.startup(first);
        } catch (IllegalStateException e) {
            // It runs already, started to draw without a window.
            FxBridge.onFxThread(first);
        }
    }

    private Stage opened() {
        Stage opened = new Stage();
        opened.setOnHidden(event -> closed());
        stage = Optional.of(opened);
        return opened;
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
