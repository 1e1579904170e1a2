package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
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
            Album out = Album.in(Path.of(arguments[0]));
            draw(out, 1, Theme.DARK, Locale.ENGLISH);
            draw(out, 1, Theme.LIGHT, Locale.GERMANY);
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                drawSixty(out, Theme.DARK, language);
            }
        } finally {
            Platform.exit();
        }
    }

    /** {@code scale}: of a screen of 1920 by 1080. */
    static void draw(Album out, double scale, Theme theme, Locale language) throws IOException {
        String look = String.join("-", theme.name(), language.getLanguage());
        for (int rooms : new int[] {4, 12}) {
            draw(out, "station-" + rooms + "-" + look, scale, theme, language, WardSamples.ward(rooms));
        }
        StationSight blind = WardSamples.ward(24)
                .after(Duration.ofSeconds(12), Optional.of("ward db:5432/vigil does not answer: connection refused"));
        draw(out, "station-24-blind-" + look, scale, theme, language, blind);
        StationSight room = WardSamples.ward(12)
                .with(Optional.of(new Opened("12", 1_000, Optional.of(Samples.alarming()), Optional.empty())));
        draw(out, "station-room-" + look, scale, theme, language, room);
    }

    /** As many rooms as a screen of 1920 by 1080 takes. */
    static void drawSixty(Album out, Theme theme, Locale language) throws IOException {
        String look = String.join("-", theme.name(), language.getLanguage());
        draw(out, "station-60-" + look, 1, theme, language, WardSamples.ward(60));
    }

    private static void draw(Album out, String name, double scale, Theme theme, Locale language, StationSight sight)
            throws IOException {
        out.show(name, Consoles.onFx(() -> scene(scale, theme, language, sight)));
    }

    private static Scene scene(double scale, Theme theme, Locale language, StationSight sight) {
        StationPane pane = new StationPane(Words.of(language), theme, new Nothing());
        Scene scene = new Scene(pane, 1920 / scale, 1080 / scale);
        pane.show(sight);
        sight.opened().ifPresent(opened -> {
            pane.open(opened.room());
            pane.show(sight);
        });
        return scene;
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
