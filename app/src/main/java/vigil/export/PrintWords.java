package vigil.export;

import java.util.Locale;
import java.util.Optional;
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
    private final Figures figures;

    private PrintWords(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PrintWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.figures = new Figures(bundle.getString("format.decimal"));
    }

    /** English, the language of the base bundle. */
    public static PrintWords english() {
        return in(Locale.ENGLISH);
    }

    /** German for a German locale, English for every other: one form of dates and numbers for each language. */
    public static PrintWords in(Locale locale) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return new PrintWords(german ? Locale.GERMAN : Locale.ENGLISH);
    }

    /** The words and figures of {@code language} as a command line names it: {@code en} or {@code de}. */
    public static PrintWords named(String language) {
        return switch (language) {
            case "en" -> in(Locale.ENGLISH);
            case "de" -> in(Locale.GERMAN);
            default -> throw new IllegalArgumentException("language %s is neither en nor de".formatted(language));
        };
    }

    public Locale locale() {
        return locale;
    }

    /** Numbers as this language writes them. */
    Figures figures() {
        return figures;
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

    /** The text of a key that comes from the record, or empty if this release has no words for it. */
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A word of the record, or without any for it the record's own, in small letters with spaces. */
    String recorded(String group, String word) {
        return find(group + "." + word)
                .orElseGet(() -> word.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The word for a constant, for example {@code phase.INFUSING}. */
    public String of(String group, Enum<?> constant) {
        return text(group + "." + constant.name());
    }
}
