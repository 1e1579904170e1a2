package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigil.StationConsole;
import vigil.Wiring;
import vigil.look.Theme;
import vigil.ui.Display;
import vigil.ward.WardAddress;

/** {@code vigil station}: the overview of a ward's rooms on a wall. */
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description =
                "The nursing-station overview of many rooms. Secondary: the pump and the bedside console come first.")
public final class StationCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(
            names = "--ward",
            paramLabel = "JDBC_URL",
            required = true,
            converter = WardOption.class,
            description = "The ward's database, with a station's certificate.")
    private @Nullable WardAddress ward;

    @Option(names = "--language", paramLabel = "en|de", description = "Language; default ${DEFAULT-VALUE}.")
    private Language language = Language.en;

    @Option(names = "--theme", paramLabel = "dark|light", description = "Colours; default ${DEFAULT-VALUE}.")
    private Colours theme = Colours.dark;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where shift overviews are written; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("vigil-overviews");

    /** As it is written on the command line. */
    enum Language {
        en(Locale.of("en", "AU")),
        de(Locale.GERMANY);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    /** As it is written on the command line. */
    enum Colours {
        dark(Theme.DARK),
        light(Theme.LIGHT);

        private final Theme theme;

        Colours(Theme theme) {
            this.theme = theme;
        }
    }

    public StationCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        WardAddress proven = WardOption.proven(Objects.requireNonNull(ward));
        if (Display.detect() instanceof Display.Missing(String reason)) {
            throw new CommandFailed(reason);
        }
        new StationConsole(wiring, new StationConsole.Order(proven, language.locale, theme.theme, out)).run();
        return 0;
    }
}
