package vigil.opioid;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import vigil.pump.Decimals;

/**
 * One opioid as it is taken. Immutable.
 *
 * @param substance active substance in lower case, for example {@code oxycodone}; any, also one no table knows
 * @param amount above 0, in {@code unit}
 * @param withNaloxone a combination with naloxone; it counts as its opioid (R20)
 */
public record OpioidDose(String substance, Route route, BigDecimal amount, Unit unit, boolean withNaloxone) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z -]{0,39}");

    public enum Route {
        ORAL,
        RECTAL,
        SUBLINGUAL,
        TRANSDERMAL,
        PARENTERAL
    }

    public enum Unit {
        MG_PER_DAY("mg/d"),
        MICROGRAM_PER_DAY("µg/d"),
        /** What is printed on a patch. */
        MICROGRAM_PER_H("µg/h");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** @throws IllegalArgumentException if the name is none or the amount is not above 0 */
    public OpioidDose {
        substance = substance.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(substance).matches()) {
            throw new IllegalArgumentException("'%s' is no name of an opioid".formatted(substance));
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("%s %s: a dose is above 0".formatted(substance, amount.toPlainString()));
        }
        amount = Decimals.canonical(amount);
    }
}
