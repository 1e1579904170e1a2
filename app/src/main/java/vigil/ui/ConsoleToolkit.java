package vigil.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Stage;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.station.StationActions;

/**
 * Makes the console's one window and opens it as soon as the toolkit is there, while another thread opens the record. Used once
 * in the life of a program.
 */
public final class ConsoleToolkit {
    private volatile FutureTask<OpenableWindow> window;
    private final ToolkitStart toolkit;
    private final FutureTask<Void> starting = new FutureTask<>(this::start);
    /** The one window; belongs to the JavaFX thread. */
    private Optional<Stage> stage = Optional.empty();

    private volatile boolean closed;
    private volatile Runnable whenClosed = () -> {};

    public ConsoleToolkit(ConsoleSettings settings, ConsoleActions actions) {
        this(settings, actions, new ToolkitStart());
    }

    /** On a toolkit that may be starting already. */
    public ConsoleToolkit(ConsoleSettings settings, ConsoleActions actions, ToolkitStart toolkit) {
        this.toolkit = toolkit;
        window = ready(settings, actions, this::opened);
    }

    private ConsoleToolkit(Function<Supplier<Stage>, FutureTask<OpenableWindow>> maker) {
        toolkit = new ToolkitStart();
        window = maker.apply(this::opened);
    }

    /** For a station instead of a bedside. */
    public static ConsoleToolkit ofStation(Words words, Theme theme, StationActions actions) {
        return new ConsoleToolkit(
                where -> new FutureTask<>(() -> shown(new StationWindow(where.get(), words, theme, actions))));
    }

    private FutureTask<OpenableWindow> ready(ConsoleSettings settings, ConsoleActions actions, Supplier<Stage> where) {
        Words words = Words.of(settings.look().locale());
        return new FutureTask<>(() -> shown(new ConsoleWindow(where.get(), words, settings, actions)));
    }

    private static OpenableWindow shown(OpenableWindow made) {
        made.open();
        return made;
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

    /** Opens the window, which takes a while; to be given to a thread of its own. */
    public Runnable starting() {
        return starting;
    }

    private Void start() throws ExecutionException, InterruptedException {
        FutureTask<OpenableWindow> first = window;
        toolkit.await();
        FxBridge.onFxThread(first);
        return null;
    }

    private Stage opened() {
        Stage opened = new Stage();
        opened.setOnHidden(event -> closed());
        stage = Optional.of(opened);
        return opened;
    }

    /**
     * Waits until the window is open and returns the way to it.
     *
     * @throws IOException if the toolkit does not start here
     */
    public FxBridge open() throws IOException {
        try {
            starting.get();
            return new FxBridge(window.get());
        } catch (ExecutionException e) {
            throw new IOException("the console window cannot be opened: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("opening the console window was broken off", e);
        }
    }

    /** What went wrong on the thread where it did, however many have waited for it. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ExecutionException && cause != null ? reason(cause) : failure;
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
