package vigil.pump;

import java.math.BigDecimal;

/** The one canonical form of a decimal: no trailing zeros, no exponent, so that equal numbers are equal records. */
public final class Decimals {
    private Decimals() {}

    /** {@code 0.10} becomes {@code 0.1}, {@code 1E+1} becomes {@code 10}; one that is canonical stays the object it is. */
    public static BigDecimal canonical(BigDecimal number) {
        if (isCanonical(number)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static boolean isCanonical(BigDecimal number) {
        return number.scale() == 0
                || (number.scale() > 0 && number.stripTrailingZeros().scale() == number.scale());
    }

    static BigDecimal inRange(String what, BigDecimal number, BigDecimal least, BigDecimal most) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s %s is outside %s to %s"
                    .formatted(what, number.toPlainString(), least.toPlainString(), most.toPlainString()));
        }
        return canonical(number);
    }
}
