package vigil.ui;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import vigil.look.Theme;
import vigil.look.Words;

/** Starts the JavaFX toolkit with the console's one window. Used once in the life of a program. */
public final class ConsoleToolkit {
    private volatile boolean closed;
    private volatile Runnable whenClosed = () -> {};

    /**
     * Opens the window and returns the way to it.
     *
     * @throws IOException if the toolkit does not start here
     */
    public FxBridge open(Words words, Theme theme, ConsoleActions actions) throws IOException {
        CompletableFuture<FxBridge> opened = new CompletableFuture<>();
        Platform.startup(() -> opened.completeAsync(() -> window(words, theme, actions), Runnable::run));
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw new IOException("the console window cannot be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("opening the console window was broken off", e);
        }
    }

    private FxBridge window(Words words, Theme theme, ConsoleActions actions) {
        Stage stage = new Stage();
        ConsoleWindow window = new ConsoleWindow(stage, words, theme, actions);
        stage.setOnHidden(event -> closed());
        window.open();
        return new FxBridge(window);
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
