package vigil.ui;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import vigil.ui.parts.Typefaces;

/**
 * Starts the JavaFX toolkit and makes it ready for any window. It needs nothing of the program and takes longer than all else
 * that a start consists of, so it is begun before everything. Once in the life of a program; safe from any thread.
 */
public final class ToolkitStart implements Runnable {
    private final FutureTask<Void> starting = new FutureTask<>(ToolkitStart::start, null);

    /** Starts the toolkit, unless that has been done or is being done. */
    @Override
    public void run() {
        starting.run();
    }

    private static void start() {
        try {
            Platform.startup(ToolkitStart::prepare);
        } catch (IllegalStateException e) {
            // It runs already, started to draw without a window.
            return;
        }
    }

    /** What every window needs, while the program reads what is to be in it. */
    private static void prepare() {
        Typefaces.load();
        Application.setUserAgentStylesheet(Application.STYLESHEET_MODENA);
    }

    /** Returns once the toolkit takes tasks. */
    void await() throws ExecutionException, InterruptedException {
        starting.run();
        starting.get();
    }
}
