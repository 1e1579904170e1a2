package vigil.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data lie: {@code --data}, else {@code VIGIL_DATA}, else the platform's folder for a user's data. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; default: $VIGIL_DATA, else the platform's per-user data directory.")
    private @Nullable Path folder;

    Path folder() {
        return folder != null
                ? folder
                : standard(
                        System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")));
    }

    static Path standard(Map<String, String> environment, String osName, Path home) {
        String chosen = environment.getOrDefault("VIGIL_DATA", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? home.resolve("AppData/Local/Vigil") : Path.of(local, "Vigil");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Vigil");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return xdg.isBlank() ? home.resolve(".local/share/vigil") : Path.of(xdg, "vigil");
    }
}
