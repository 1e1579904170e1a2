package vigil.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.history.Archive;
import vigil.ui.station.Opened;
import vigil.ui.station.StationActions;
import vigil.ui.station.StationSight;
import vigil.ui.station.WardSamples;

/** Draws the station into a directory, to be looked at. Not a test. */
public final class StationGallery {
    private StationGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            Path out = Files.createDirectories(Path.of(arguments[0]));
            draw(out, "station-12-dark", Theme.DARK, Locale.ENGLISH, WardSamples.ward(12));
            draw(out, "station-12-light-de", Theme.LIGHT, Locale.GERMANY, WardSamples.ward(12));
            draw(out, "station-60-dark-de", Theme.DARK, Locale.GERMANY, WardSamples.ward(60));
            draw(out, "station-60-light", Theme.LIGHT, Locale.ENGLISH, WardSamples.ward(60));
            draw(out, "station-4-light", Theme.LIGHT, Locale.ENGLISH, WardSamples.ward(4));
            StationSight blind = WardSamples.ward(24)
                    .after(
                            Duration.ofSeconds(12),
                            Optional.of("ward db:5432/vigil does not answer: connection refused"));
            draw(out, "station-24-blind-dark", Theme.DARK, Locale.ENGLISH, blind);
            StationSight room = WardSamples.ward(12)
                    .with(Optional.of(new Opened("12", 1_000, Optional.of(Samples.alarming()), Optional.empty())));
            draw(out, "station-room-dark", Theme.DARK, Locale.ENGLISH, room);
        } finally {
            Platform.exit();
        }
    }

    private static void draw(Path out, String name, Theme theme, Locale language, StationSight sight)
            throws IOException {
        CompletableFuture<BufferedImage> drawn = new CompletableFuture<>();
        Platform.runLater(() -> drawn.completeAsync(() -> picture(theme, language, sight), Runnable::run));
        ImageIO.write(drawn.join(), "png", out.resolve(name + ".png").toFile());
    }

    private static BufferedImage picture(Theme theme, Locale language, StationSight sight) {
        StationPane pane = new StationPane(Words.of(language), theme, new Nothing());
        Scene scene = new Scene(pane, 1920, 1080);
        pane.show(sight);
        sight.opened().ifPresent(opened -> {
            pane.open(opened.room());
            pane.show(sight);
        });
        for (int i = 0; i < 3; i++) {
            pane.applyCss();
            pane.layout();
        }
        return SwingFXUtils.fromFXImage(
                scene.snapshot(null), new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB));
    }

    /** Asks for nothing. */
    static final class Nothing implements StationActions {
        @Override
        public void open(String room) {}

        @Override
        public Archive past(String room) {
            return Archive.NONE;
        }

        @Override
        public void leave() {}

        @Override
        public void pauseSound() {}

        @Override
        public void print(Consumer<String> answer) {
            List.of("done").forEach(answer);
        }
    }
}
