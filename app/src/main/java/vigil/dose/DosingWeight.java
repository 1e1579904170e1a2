package vigil.dose;

import java.math.BigDecimal;
import vigil.pump.Decimals;

/** The body weight that doses are computed with, in kg, 20 to 300 (clinical rules R28, A15; range is Vigil's own). */
public record DosingWeight(BigDecimal kg) {
    private static final BigDecimal LEAST = new BigDecimal("20");
    private static final BigDecimal MOST = new BigDecimal("300");

    public DosingWeight {
        if (kg.compareTo(LEAST) < 0 || kg.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("weight %s kg is outside 20 to 300 kg; check the number and the unit"
                    .formatted(kg.toPlainString()));
        }
        kg = Decimals.canonical(kg);
    }

    public static DosingWeight ofKg(String kg) {
        return new DosingWeight(new BigDecimal(kg));
    }
}
