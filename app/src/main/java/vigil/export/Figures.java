package vigil.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimals as prints show them: fixed places, half-up, no exponent and no grouping, with the decimal sign of the print's
 * language whatever the machine's locale. A German reader takes 1.750 for a thousand and more: a German print writes 1,750.
 *
 * @param sign between the whole part and the decimals
 */
record Figures(String sign) {
    /** For what leaves as data. */
    static final Figures OF_DATA = new Figures(".");

    /** What stands for a value that is not known. */
    static final String UNKNOWN = "--";

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");

    /** A text of the record that consists of numbers and fixed words, its points between digits as this language's sign. */
    String within(String text) {
        return POINT.matcher(text).replaceAll(sign);
    }

    String fixed(BigDecimal number, int places) {
        return plain(number.setScale(places, RoundingMode.HALF_UP));
    }

    String fixed(Optional<BigDecimal> number, int places, String unit) {
        return number.map(known -> fixed(known, places) + " " + unit).orElse(UNKNOWN);
    }

    /** A value as its device or prescriber gave it: at least two places, none lost. */
    String reported(BigDecimal number) {
        return plain(number.setScale(Math.max(2, number.scale()), RoundingMode.UNNECESSARY));
    }

    String reported(Optional<BigDecimal> number, String unit) {
        return number.map(known -> reported(known) + " " + unit).orElse(UNKNOWN);
    }

    String plain(BigDecimal number) {
        return number.toPlainString().replace(".", sign);
    }

    /** Hours with one decimal: {@code 94.0}. */
    String hours(Duration length) {
        return plain(BigDecimal.valueOf(length.toSeconds()).divide(SECONDS_PER_HOUR, 1, RoundingMode.HALF_UP));
    }
}
