package vigil.ui.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing a form asks. Immutable.
 *
 * @param key what it is kept under, and, without a number at its end, the message key of its name; an option's words
 *     stand under that, a point and the option
 */
public record Question<T>(String key, Kind<T> kind) {
    private static final int LINE = 120;
    private static final int NOTE = 2_000;

    /** One line of words. */
    public static Question<String> text(String key) {
        return new Question<>(key, new Kind.Text(LINE));
    }

    /** Words on several lines. */
    public static Question<String> note(String key) {
        return new Question<>(key, new Kind.Text(NOTE));
    }

    public static Question<BigDecimal> number(String key, String low, String high, int decimals, String unit) {
        return new Question<>(key, new Kind.Amount(new BigDecimal(low), new BigDecimal(high), decimals, unit));
    }

    public static Question<LocalDate> day(String key, LocalDate first, LocalDate last) {
        return new Question<>(key, new Kind.Day(first, last));
    }

    public static Question<LocalTime> time(String key) {
        return new Question<>(key, new Kind.Time());
    }

    public static Question<String> oneOf(String key, List<String> options) {
        return new Question<>(key, new Kind.OneOf(options));
    }

    public static Question<String> oneOf(String key, Enum<?>... options) {
        return oneOf(key, names(options).toList());
    }

    public static Question<Set<String>> anyOf(String key, Enum<?>... options) {
        return new Question<>(key, new Kind.AnyOf(names(options).toList()));
    }

    public static Question<Boolean> tick(String key) {
        return new Question<>(key, new Kind.Tick());
    }

    /** The same question again, for the {@code n}th of several things; it has the words of the first. */
    public Question<T> nth(int n) {
        return new Question<>(key + "." + n, kind);
    }

    /** The message key of its name. */
    String wordsKey() {
        return key.replaceFirst("\\.[0-9]+$", "");
    }

    private static Stream<String> names(Enum<?>... options) {
        return Arrays.stream(options).map(Enum::name);
    }
}
