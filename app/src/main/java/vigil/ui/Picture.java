package vigil.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;

/**
 * The console as a picture, drawn without a display.
 *
 * @param width px
 * @param height px
 */
public record Picture(int width, int height, Theme theme, Words words) {
    private static final long START_SECONDS = 60;

    /**
     * Starts the toolkit on the headless platform unless it already runs. The platform is chosen once in the life of a
     * program, so a program that opens a window must not call this first.
     *
     * @throws IOException if the toolkit does not start
     */
    public static void startHeadless() throws IOException {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("headless.geometry", "1920x1080-32");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException e) {
            // It runs already, which is what is wanted.
            return;
        }
        await(started, "the drawing toolkit did not start without a display");
    }

    /**
     * Writes the snapshot as the bedside view shows it. Not to be called on the JavaFX thread.
     *
     * @throws IOException if the file cannot be written or the toolkit does not answer
     */
    public void write(Snapshot snapshot, Path file) throws IOException {
        CompletableFuture<BufferedImage> drawn = new CompletableFuture<>();
        FxBridge.onFxThread(() -> drawn.completeAsync(() -> draw(snapshot), Runnable::run));
        BufferedImage image = await(drawn, "the console could not be drawn");
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG writer for " + file);
        }
    }

    private BufferedImage draw(Snapshot snapshot) {
        ConsolePane console = new ConsolePane(words, theme, new NoActions());
        Scene scene = new Scene(console, width, height);
        console.show(snapshot);
        // Sizes the layout before the picture, so that canvases are drawn at their final size.
        console.applyCss();
        console.layout();
        console.layout();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return SwingFXUtils.fromFXImage(scene.snapshot(null), image);
    }

    private static <T> T await(CompletableFuture<T> answer, String otherwise) throws IOException {
        try {
            return answer.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            throw new IOException(otherwise, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(otherwise, e);
        }
    }

    /** A picture asks for nothing. */
    private static final class NoActions implements ConsoleActions {
        private static IllegalStateException refused() {
            return new IllegalStateException("a picture asks for nothing");
        }

        @Override
        public void acknowledge(String conditionKey) {
            throw refused();
        }

        @Override
        public void pauseAudio() {
            throw refused();
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            throw refused();
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            throw refused();
        }
    }
}
