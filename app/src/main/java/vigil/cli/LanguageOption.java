package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vigil.SiteLanguage;
import vigil.export.PrintWords;

/** In which language a print is written: {@code --language}, else that of the site. Data formats know no language. */
public final class LanguageOption {
    /** The languages that prints exist in. */
    enum Language {
        en,
        de
    }

    @Option(
            names = "--language",
            paramLabel = "en|de",
            description = "Language of a pdf; default: language of vigil.properties, else en.")
    private @Nullable Language language;

    PrintWords words(Path folder) throws IOException {
        return language == null ? SiteLanguage.of(folder) : PrintWords.named(language.name());
    }
}
