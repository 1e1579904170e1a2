package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import vigil.look.Theme;
import vigil.scenario.ScenarioText;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/** Draws the pages of the settings into the folder that is given. */
public final class SettingsGallery {
    private SettingsGallery() {}

    public static void main(String[] args) throws IOException {
        Picture.startHeadless();
        try {
            for (String size : List.of("1280x800", "1024x600")) {
                for (Locale language : List.of(Appearance.ENGLISH, Appearance.GERMAN)) {
                    Theme theme = language.equals(Appearance.GERMAN) ? Theme.LIGHT : Theme.DARK;
                    draw(Album.in(Path.of(args[0])), size, Appearance.of(language, theme));
                }
            }
        } finally {
            Platform.exit();
        }
    }

    static void draw(Album out, String size, Appearance look) throws IOException {
        ViewsGallery.Console console = new ViewsGallery.Console(
                size,
                look.lighting().at(java.time.LocalTime.NOON),
                look.locale(),
                new ConsoleSettings(look, _ -> {}, courses(Optional.empty()), new PumpChoiceTest.Bench()));
        Samples.Builder real = new Samples.Builder();
        real.simulated = false;
        console.show(real.build(), View.LINE);
        console.fire("#settings-screen").write(out, "settings-screen");
        console.fire("#settings-pump").write(out, "settings-pump");
        console.fire("#settings-training").write(out, "settings-training-refused");
        ViewsGallery.Console training = new ViewsGallery.Console(
                size,
                look.lighting().at(java.time.LocalTime.NOON),
                look.locale(),
                new ConsoleSettings(
                        look, _ -> {}, courses(Optional.of(new Training.Order("dissociation", 60))), PumpPorts.NONE));
        training.show(Samples.calm(), View.LINE);
        training.fire("#settings-training").write(out, "settings-training-runs");
    }

    static Training courses(Optional<Training.Order> running) {
        return new Training() {
            @Override
            public List<String> scenarios() {
                return ScenarioText.shippedNames();
            }

            @Override
            public Optional<Order> running() {
                return running;
            }

            @Override
            public void begin(Order order) {
                throw new IllegalStateException("a picture begins nothing");
            }

            @Override
            public void end() {
                throw new IllegalStateException("a picture ends nothing");
            }
        };
    }
}
