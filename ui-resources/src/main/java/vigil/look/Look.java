package vigil.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where fonts, stylesheets and colours of the console are found. All methods are pure; safe from any thread.
 *
 * <p>Colours have one source, {@code theme.css}: what is drawn on a canvas reads the same tokens through {@link #tokens}.
 */
public final class Look {
    private static final List<String> FONTS = List.of(
            "IBMPlexSans-Regular.ttf",
            "IBMPlexSans-Medium.ttf",
            "IBMPlexSans-SemiBold.ttf",
            "IBMPlexSans-Bold.ttf",
            "IBMPlexMono-Regular.ttf",
            "IBMPlexMono-Medium.ttf");
    private static final List<String> STYLESHEETS = List.of(
            "theme.css",
            "frame.css",
            "alarm.css",
            "sound.css",
            "button.css",
            "card.css",
            "gauge.css",
            "strip.css",
            "trend.css",
            "entry.css",
            "line.css",
            "alarmlog.css",
            "history.css",
            "form.css",
            "setup.css",
            "settings.css",
            "flow.css",
            "people.css",
            "check.css",
            "cessation.css",
            "station.css");
    private static final Pattern TOKEN = Pattern.compile("-v-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6})\\s*;");
    private static final String LIGHT_RULE = ".root." + Theme.LIGHT_CLASS;

    private Look() {}

    /** The font files: IBM Plex Sans 400, 500, 600, 700 and IBM Plex Mono 400, 500, under the SIL Open Font License. */
    public static List<URL> fonts() {
        return FONTS.stream().map(name -> resource("fonts/" + name)).toList();
    }

    /**
     * All stylesheets as one, the theme first, as a {@code data:} URI: the toolkit goes through every sheet of a view anew
     * for each of its nodes.
     */
    public static String stylesheet() {
        String css = STYLESHEETS.stream().map(Look::text).collect(Collectors.joining("\n"));
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** Colours of a theme by token, for example {@code accent} and {@code #A9B1FF}. */
    public static Map<String, String> tokens(Theme theme) {
        String css = text("theme.css");
        int light = css.indexOf(LIGHT_RULE);
        Map<String, String> tokens = declared(css.substring(0, light));
        if (theme == Theme.LIGHT) {
            tokens.putAll(declared(css.substring(light)));
        }
        return tokens;
    }

    private static Map<String, String> declared(String css) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Matcher found = TOKEN.matcher(css);
        while (found.find()) {
            tokens.put(found.group(1), found.group(2));
        }
        return tokens;
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name);
    }

    private static String text(String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the program's own files", e);
        }
    }
}
