package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import vigil.look.Theme;
import vigil.ui.settings.Appearance;
import vigil.ward.WardStatus;

/** Draws how it stands with an HL7 receiver into the folder that is given. */
public final class Hl7Gallery {
    private Hl7Gallery() {}

    public static void main(String[] args) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(args[0]));
            for (String size : List.of("1280x800", "1024x600")) {
                for (Locale language : List.of(Appearance.ENGLISH, Appearance.GERMAN)) {
                    Theme theme = language.equals(Appearance.GERMAN) ? Theme.LIGHT : Theme.DARK;
                    ViewsGallery.Console console = new ViewsGallery.Console(
                            size, theme, language, ConsoleSettings.of(Appearance.of(language, theme)));
                    console.wire(WireSamples.sight(300))
                            .show(Samples.calm(), View.LINE)
                            .does(pane -> {
                                pane.show(new WardStatus.Current());
                                pane.show(Hl7OnScreenTest.WAITING);
                            })
                            .write(out, "hl7");
                }
            }
        } finally {
            Platform.exit();
        }
    }
}
