package vigil.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Decimals as prints show them: fixed places, half-up, decimal point, no exponent, whatever the machine's locale. */
final class Figures {
    /** What stands for a value that is not known. */
    static final String UNKNOWN = "--";

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private Figures() {}

    static String fixed(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    static String fixed(Optional<BigDecimal> number, int places, String unit) {
        return number.map(known -> fixed(known, places) + " " + unit).orElse(UNKNOWN);
    }

    /** A value as its device or prescriber gave it: at least two places, none lost. */
    static String reported(BigDecimal number) {
        return number.setScale(Math.max(2, number.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String reported(Optional<BigDecimal> number, String unit) {
        return number.map(known -> reported(known) + " " + unit).orElse(UNKNOWN);
    }

    static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** Hours with one decimal: {@code 94.0}. */
    static String hours(Duration length) {
        return BigDecimal.valueOf(length.toSeconds())
                .divide(SECONDS_PER_HOUR, 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
