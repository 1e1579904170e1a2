package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javafx.application.Platform;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Patient;

/** Draws the bedside view in its states into a directory, to be looked at. Not a test. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        Picture.startHeadless();
        try {
            drawAll(out);
        } finally {
            Platform.exit();
        }
    }

    private static void drawAll(Path out) throws IOException {
        draw(out, "dark", Theme.DARK, 1280, 800, Samples.calm());
        draw(out, "light", Theme.LIGHT, 1280, 800, Samples.calm());
        draw(out, "paused", Theme.LIGHT, 1280, 800, paused());
        draw(out, "alarm", Theme.DARK, 1280, 800, Samples.alarming());
        draw(out, "alarm-light", Theme.LIGHT, 1280, 800, Samples.alarming());
        draw(out, "stale", Theme.DARK, 1280, 800, Samples.stale());
        draw(out, "after", Theme.DARK, 1280, 800, Samples.observing());
        draw(out, "small-after", Theme.LIGHT, 1024, 600, Samples.observing());
        draw(out, "small", Theme.DARK, 1024, 600, Samples.calm());
        draw(out, "small-alarm", Theme.LIGHT, 1024, 600, Samples.alarming());
        draw(out, "large", Theme.DARK, 1920, 1080, Samples.calm());
        draw(out, "long", Theme.DARK, 1280, 800, longNames());
        new Picture(1280, 800, Theme.DARK, Words.of(Locale.GERMANY))
                .write(Samples.alarming(), out.resolve("german.png"));
        new Picture(1024, 600, Theme.DARK, Words.of(Locale.GERMANY))
                .write(Samples.calm(), out.resolve("small-german.png"));
    }

    private static void draw(Path out, String name, Theme theme, int width, int height, Snapshot snapshot)
            throws IOException {
        new Picture(width, height, theme, Words.of(Locale.ENGLISH)).write(snapshot, out.resolve(name + ".png"));
    }

    private static Snapshot paused() {
        Samples.Builder paused = new Samples.Builder();
        paused.dose = Samples.dose("0", "0", false);
        paused.courseMg = "1248.4";
        paused.todayMg = "162.4";
        return paused.build();
    }

    private static Snapshot longNames() {
        Samples.Builder names = new Samples.Builder();
        names.patient = new Patient(
                "Featherstonehaugh-Winterbottom",
                "Alexandrina Margaret Rose",
                "0412 7785",
                LocalDate.of(1971, 3, 14),
                "Penicillin: rash; morphine: itch; latex; contrast media: anaphylaxis 2019",
                "12");
        return names.build();
    }
}
