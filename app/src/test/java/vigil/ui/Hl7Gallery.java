package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import vigil.look.Theme;
import vigil.ui.settings.Appearance;
import vigil.ward.WardException;
import vigil.ward.WardStatus;

/** Draws how it stands with an HL7 receiver into the folder that is given. */
public final class Hl7Gallery {
    private Hl7Gallery() {}

    public static void main(String[] args) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(args[0]));
            for (String size : List.of("1280x800", "1024x600")) {
                draw(out, size, Theme.DARK, Appearance.ENGLISH);
                draw(out, size, Theme.LIGHT, Appearance.GERMAN);
            }
        } finally {
            Platform.exit();
        }
    }

    /** A receiver that does not answer beside a ward that does, one that lags, and each way not to reach it. */
    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        ViewsGallery.Console console =
                new ViewsGallery.Console(size, theme, language, ConsoleSettings.of(Appearance.of(language, theme)));
        console.wire(WireSamples.sight(300))
                .show(Samples.calm(), View.LINE)
                .does(pane -> {
                    pane.show(new WardStatus.Current());
                    pane.show(Hl7OnScreenTest.WAITING);
                })
                .write(out, "hl7");
        console.does(pane -> pane.show(new WardStatus.Behind(12_034))).write(out, "hl7-ward-behind");
        for (WardException.Kind kind : WardException.Kind.values()) {
            console.does(pane -> pane.show(new WardStatus.Apart(kind, "ward db:5432/vigil: connection refused")))
                    .write(out, "hl7-ward-" + kind);
        }
    }
}
