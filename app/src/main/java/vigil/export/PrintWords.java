package vigil.export;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the prints in one language, from {@code vigil/look/print/words*.properties}. Chosen by argument, never by
 * the machine's own language. Immutable.
 */
public final class PrintWords {
    private static final String BUNDLE = "vigil.look.print.words";
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final ResourceBundle bundle;

    private PrintWords(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PrintWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English, the language of the base bundle. */
    public static PrintWords english() {
        return in(Locale.ENGLISH);
    }

    /** The words for a locale; English where the bundle has none. */
    public static PrintWords in(Locale locale) {
        return new PrintWords(locale);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key with {@code {0}}, {@code {1}} ... replaced. What is put in is never read for slots again, so a
     * patient's name cannot reach another value.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public String text(String key, Object... values) {
        Matcher slots = SLOT.matcher(bundle.getString(key));
        return slots.replaceAll(slot -> Matcher.quoteReplacement(values[Integer.parseInt(slot.group(1))].toString()));
    }

    /** The word for a constant, for example {@code phase.INFUSING}. */
    public String of(String group, Enum<?> constant) {
        return text(group + "." + constant.name());
    }
}
