package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vigil.dose.DosingWeight;

/**
 * The height of a patient, and whether doses go by the weight that was found or by one worked out from both (A15). Ideal
 * weight: 22 kg/m² at that height, which needs no table by sex (after Lemmens and others, Obesity Surgery 2005; 15: 1082);
 * adjusted: ideal and 40 % of what is above it. Both formulas are the choice of this program, for the site to confirm.
 *
 * @param heightCm 100 to 250 cm
 * @param actual the weight that was found
 * @param reason why doses do not go by the actual weight; may be empty where they do
 */
public record BodySize(BigDecimal heightCm, DosingWeight actual, DosedOn dosedOn, String reason) {
    /** Which weight doses go by. */
    public enum DosedOn {
        ACTUAL,
        IDEAL,
        ADJUSTED
    }

    private static final BigDecimal LEAST_CM = new BigDecimal("100");
    private static final BigDecimal MOST_CM = new BigDecimal("250");
    private static final BigDecimal OBESE = new BigDecimal("30");
    private static final BigDecimal IDEAL = new BigDecimal("22");
    private static final BigDecimal OF_EXCESS = new BigDecimal("0.4");
    /** Square metres in square centimetres, as places of the decimal point. */
    private static final int SQUARE_METRE = 4;

    public BodySize {
        if (heightCm.compareTo(LEAST_CM) < 0 || heightCm.compareTo(MOST_CM) > 0) {
            throw new IllegalArgumentException("height %s cm is outside 100 to 250 cm; check the number and the unit"
                    .formatted(heightCm.toPlainString()));
        }
        if (dosedOn != DosedOn.ACTUAL && reason.isBlank()) {
            throw new IllegalArgumentException("doses that do not go by the actual weight need a reason (A15)");
        }
    }

    private BigDecimal squareMetres() {
        return heightCm.multiply(heightCm).movePointLeft(SQUARE_METRE);
    }

    /** At a body mass index of 30 kg/m² or more, compared exactly. */
    public boolean isObese() {
        return actual.kg().compareTo(OBESE.multiply(squareMetres())) >= 0;
    }

    /** kg/m², to be shown: rounded to one decimal. */
    public BigDecimal bodyMassIndex() {
        return actual.kg().divide(squareMetres(), 1, RoundingMode.HALF_UP);
    }

    /** kg, to the nearest 0.1. */
    public BigDecimal idealKg() {
        return IDEAL.multiply(squareMetres()).setScale(1, RoundingMode.HALF_UP);
    }

    /** kg, to the nearest 0.1. */
    public BigDecimal adjustedKg() {
        BigDecimal ideal = IDEAL.multiply(squareMetres());
        return ideal.add(OF_EXCESS.multiply(actual.kg().subtract(ideal))).setScale(1, RoundingMode.HALF_UP);
    }

    /** The weight in kg that doses go by. */
    public BigDecimal dosedKg() {
        return switch (dosedOn) {
            case ACTUAL -> actual.kg();
            case IDEAL -> idealKg();
            case ADJUSTED -> adjustedKg();
        };
    }
}
