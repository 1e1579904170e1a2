package vigil.look;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The console's texts in one language, by key, with numbers as that language writes them on a screen. Exports never use
 * it for numbers. Immutable after loading; safe from any thread.
 *
 * <p>Places in a text are written {@code {0}}; what goes in is text already, so no locale data are loaded at start.
 */
public final class Words {
    private final Locale locale;
    private final Properties texts;

    private Words(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /** German for a German locale, English (Australia) for every other. */
    public static Words of(Locale locale) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return new Words(locale, load(german ? "words_de.properties" : "words_en.properties"));
    }

    public Locale locale() {
        return locale;
    }

    /** Every key of this language. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /**
     * The text of a key with its places filled.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(String key, String... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    }

    /** The text of a key that comes from data, or empty if this release has no words for it. */
    public Optional<String> find(String key, String... arguments) {
        return Optional.ofNullable(texts.getProperty(key)).map(text -> filled(text, arguments));
    }

    /** The entries of a key that holds a list, such as the names of the months. */
    public List<String> list(String key) {
        return List.of(text(key).split(","));
    }

    /** Half-up to {@code places} decimals, with this language's decimal sign. */
    public String decimal(BigDecimal number, int places) {
        return localised(number.setScale(places, RoundingMode.HALF_UP).toPlainString());
    }

    /** All decimals the number has and no more. */
    public String exact(BigDecimal number) {
        return localised(number.toPlainString());
    }

    /** Gives a text that carries numbers with a decimal point the decimal sign of this language. */
    public String localised(String withPoints) {
        return withPoints.replaceAll("(?<=\\d)\\.(?=\\d)", text("format.decimal"));
    }

    private static String filled(String text, String... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", arguments[i]);
        }
        return filled;
    }

    private static Properties load(String name) {
        URL url = Objects.requireNonNull(Words.class.getResource(name), name);
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the program's own files", e);
        }
        return texts;
    }
}
