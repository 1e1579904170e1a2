package vigil.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** What a gallery shows its consoles to. */
@FunctionalInterface
interface Album {
    /** {@code scene} as it stands, laid out; on the JavaFX thread. */
    void take(String name, Scene scene) throws IOException;

    /** Keeps each as a picture in that folder. */
    static Album in(Path folder) throws IOException {
        Path made = Files.createDirectories(folder);
        return (name, scene) -> {
            BufferedImage image =
                    new BufferedImage((int) scene.getWidth(), (int) scene.getHeight(), BufferedImage.TYPE_INT_RGB);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), image),
                    "png",
                    made.resolve(name + ".png").toFile());
        };
    }

    /** Lays the scene out and takes it; not to be called on the JavaFX thread. */
    default void show(String name, Scene scene) throws IOException {
        try {
            Consoles.onFx(() -> {
                for (int pass = 0; pass < 3; pass++) {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                }
                try {
                    take(name, scene);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return scene;
            });
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException(name, e);
        }
    }
}
