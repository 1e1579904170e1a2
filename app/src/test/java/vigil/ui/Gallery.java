package vigil.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javax.imageio.ImageIO;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Patient;
import vigil.session.PlasmaChoice;

/** Draws the bedside view in its states into a directory, to be looked at. Not a test. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        Picture.startHeadless();
        try {
            drawAll(out);
            drawBeside(out);
            ViewsGallery.draw(Album.in(out));
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

    private static void drawBeside(Path out) throws IOException {
        Samples.Builder study = new Samples.Builder();
        study.beside = Samples.beside(Optional.of("EIDE95"), PlasmaChoice.OFF);
        Samples.Builder above = new Samples.Builder();
        above.beside = Samples.beside(Optional.of("KAP10"), PlasmaChoice.OFF);
        for (Theme theme : Theme.values()) {
            draw(out, "reference-" + theme, theme, 1280, 800, study.build());
            draw(out, "small-reference-" + theme, theme, 1024, 600, above.build());
        }
        Samples.Builder plasma = new Samples.Builder();
        plasma.beside = Samples.beside(Optional.empty(), new PlasmaChoice(true, Set.of()));
        for (Theme theme : Theme.values()) {
            drawPlasma(out.resolve("plasma-" + theme + ".png"), theme, Locale.ENGLISH, 1280, 800, plasma.build());
            drawPlasma(out.resolve("small-plasma-" + theme + ".png"), theme, Locale.GERMANY, 1024, 600, plasma.build());
        }
        drawPlasma(out.resolve("plasma-off.png"), Theme.DARK, Locale.ENGLISH, 1280, 800, study.build());
        drawPlasma(out.resolve("small-plasma-off.png"), Theme.LIGHT, Locale.GERMANY, 1024, 600, study.build());
    }

    private static void drawPlasma(Path file, Theme theme, Locale language, int width, int height, Snapshot snapshot)
            throws IOException {
        CompletableFuture<BufferedImage> drawn = new CompletableFuture<>();
        FxBridge.onFxThread(
                () -> drawn.completeAsync(() -> plasma(theme, language, width, height, snapshot), Runnable::run));
        ImageIO.write(drawn.join(), "png", file.toFile());
    }

    private static BufferedImage plasma(Theme theme, Locale language, int width, int height, Snapshot snapshot) {
        ConsolePane console = new ConsolePane(Words.of(language), theme, new Offering());
        Scene scene = new Scene(console, width, height);
        console.show(snapshot);
        console.applyCss();
        console.layout();
        ((ToggleButton) console.lookup("#plasma-tab")).fire();
        console.applyCss();
        console.layout();
        console.layout();
        return SwingFXUtils.fromFXImage(
                scene.snapshot(null), new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** A site that offers the plasma estimate. */
    private static final class Offering implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            throw new IllegalStateException(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new IllegalStateException("a picture has no sound");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            throw new IllegalStateException("a picture enters nothing");
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            throw new IllegalStateException("a picture foresees nothing");
        }

        @Override
        public boolean offersPlasma() {
            return true;
        }
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
