package vigil;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vigil.look.Theme;
import vigil.pump.LineSettings.Parity;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;

/**
 * What a site has chosen, from {@code vigil.properties} in the data directory; a missing file means the defaults.
 *
 * @param pump which pump and where, once both are chosen
 * @param site what the site has chosen about limits and times: the keys of the clinical rules, section 15, behind
 *     {@code site.}
 * @param plasma whether the plasma estimate is offered; off unless {@code plasma = on}
 * @param backupFolder where backups lie, if not in {@value #BACKUP} below the data directory
 * @param ward address of the ward's database as it was written, if this bedside belongs to one; a wrong one stops nothing
 * @param hl7 address of the receiver of HL7 messages as it was written, if there is one; a wrong one stops nothing
 * @param locale language of the screen; English (Australia) unless {@code language = de}
 */
record Settings(
        Optional<ChosenPump> pump,
        Locale locale,
        Theme theme,
        SiteSettings site,
        boolean plasma,
        Optional<Path> backupFolder,
        Optional<String> ward,
        Optional<String> hl7) {
    static final String FILE = "vigil.properties";
    static final String BACKUP = "backup";

    private static final Set<String> KEYS = Set.of(
            "pump.model",
            "pump.port",
            "pump.baud",
            "pump.data-bits",
            "pump.parity",
            "pump.stop-bits",
            "language",
            "theme",
            "plasma",
            "backup.folder",
            "ward.url",
            "hl7.receiver");
    private static final String SITE = "site.";
    private static final Locale ENGLISH = Locale.of("en", "AU");

    static final Settings DEFAULTS = new Settings(
            Optional.empty(),
            ENGLISH,
            Theme.DARK,
            SiteSettings.DEFAULTS,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Reads the settings of a data directory.
     *
     * @throws IOException one line that names the file, the key and the value that is wrong
     */
    static Settings in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return DEFAULTS;
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
            return of(read);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The settings that a properties file says; a wrong one is refused with its key and value. */
    static Settings of(Properties read) {
        Set<String> unknown = new TreeSet<>(read.stringPropertyNames());
        unknown.removeAll(KEYS);
        unknown.removeIf(key -> key.startsWith(SITE));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown setting %s; known are %s".formatted(unknown, new TreeSet<>(KEYS)));
        }
        return new Settings(
                pump(read),
                locale(read.getProperty("language", "en")),
                theme(read.getProperty("theme", "dark")),
                site(read),
                plasma(read.getProperty("plasma", "off")),
                Optional.ofNullable(read.getProperty("backup.folder")).map(Settings::absolute),
                Optional.ofNullable(read.getProperty("ward.url")),
                Optional.ofNullable(read.getProperty("hl7.receiver")));
    }

    /** Where backups of a data directory lie. */
    Path backupOf(Path data) {
        return backupFolder.orElse(data.resolve(BACKUP));
    }

    /** A relative folder would lie somewhere else at each start. */
    private static Path absolute(String folder) {
        Path path = Path.of(folder.strip());
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("backup.folder %s is not an absolute path".formatted(folder));
        }
        return path;
    }

    private static SiteSettings site(Properties read) {
        Map<SiteSetting, BigDecimal> chosen = new EnumMap<>(SiteSetting.class);
        for (String key : new TreeSet<>(read.stringPropertyNames())) {
            if (key.startsWith(SITE)) {
                SiteSetting setting = SiteSetting.ofKey(key.substring(SITE.length()))
                        .orElseThrow(() -> new IllegalArgumentException("unknown setting " + key));
                chosen.put(setting, setting.read(read.getProperty(key).strip()));
            }
        }
        return new SiteSettings(chosen);
    }

    private static Optional<ChosenPump> pump(Properties read) {
        String model = read.getProperty("pump.model");
        String port = read.getProperty("pump.port");
        LineChoice line = line(read);
        if (model == null && port == null && line.equals(LineChoice.FACTORY)) {
            return Optional.empty();
        }
        if (model == null || port == null) {
            throw new IllegalArgumentException("pump.model and pump.port go together, and line settings need both");
        }
        ChosenPump chosen = line.pump(PumpModel.named(model), PortAddress.parse(port));
        if (chosen.port() instanceof PortAddress.Capture(Path _, boolean atOnce) && atOnce) {
            throw new IllegalArgumentException(
                    "pump.port %s: the console plays a capture at its own speed only; leave out ?at-once"
                            .formatted(port));
        }
        return Optional.of(chosen);
    }

    private static LineChoice line(Properties read) {
        return new LineChoice(
                number(read, "pump.baud"),
                number(read, "pump.data-bits"),
                Optional.ofNullable(read.getProperty("pump.parity")).map(Parity::named),
                number(read, "pump.stop-bits"));
    }

    private static Optional<Integer> number(Properties read, String key) {
        String text = read.getProperty(key);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("%s %s is not a whole number".formatted(key, text));
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static Locale locale(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "de" -> Locale.GERMANY;
            default -> throw new IllegalArgumentException("language %s is neither en nor de".formatted(language));
        };
    }

    private static boolean plasma(String plasma) {
        return switch (plasma) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("plasma %s is neither on nor off".formatted(plasma));
        };
    }

    private static Theme theme(String theme) {
        return switch (theme) {
            case "dark" -> Theme.DARK;
            case "light" -> Theme.LIGHT;
            default -> throw new IllegalArgumentException("theme %s is neither dark nor light".formatted(theme));
        };
    }
}
