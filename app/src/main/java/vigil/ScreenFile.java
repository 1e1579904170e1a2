package vigil;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Lighting;

/**
 * How the screen looks, from {@value #FILE} in the data directory: what was chosen at the console, which goes before what
 * the site's settings say. No part of the record: a file that cannot be read or written costs a look, not a start. Used by
 * one thread at a time.
 */
final class ScreenFile {
    static final String FILE = "screen.properties";

    private static final Logger LOG = LoggerFactory.getLogger(ScreenFile.class);
    private static final String LANGUAGE = "language";
    private static final String LIGHTING = "lighting";
    private static final String SCALE = "scale";

    private final Path file;

    ScreenFile(Path folder) {
        file = folder.resolve(FILE);
    }

    /** What was chosen last, else {@code otherwise}. */
    Appearance read(Appearance otherwise) {
        if (!Files.exists(file)) {
            return otherwise;
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
            return new Appearance(
                    read.getProperty(LANGUAGE, "").equals("de") ? Appearance.GERMAN : Appearance.ENGLISH,
                    Lighting.valueOf(read.getProperty(LIGHTING, "").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(read.getProperty(SCALE, "")));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, the screen looks as the site's settings say: {}", file, e.getMessage());
            return otherwise;
        }
    }

    /** Takes the place of what was there in one step. */
    void write(Appearance look) {
        String text = """
                # How the screen looks. Written by the console; see Settings, Screen.
                language = %s
                lighting = %s
                scale = %d
                """.formatted(
                look.isGerman() ? "de" : "en", look.lighting().name().toLowerCase(Locale.ROOT), look.scalePercent());
        Path fresh = file.resolveSibling(FILE + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written, the next start looks as before: {}", file, e.getMessage());
        }
    }
}
