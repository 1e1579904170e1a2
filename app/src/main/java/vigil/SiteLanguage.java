package vigil;

import java.io.IOException;
import java.nio.file.Path;
import vigil.export.PrintWords;

/** In which language a site prints: that of its settings file, whatever the screen was turned to meanwhile. */
public final class SiteLanguage {
    private SiteLanguage() {}

    /** The words of prints from a data directory. */
    public static PrintWords of(Path folder) throws IOException {
        return PrintWords.in(Settings.in(folder).locale());
    }
}
