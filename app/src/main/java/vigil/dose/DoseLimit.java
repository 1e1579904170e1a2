package vigil.dose;

import java.math.BigDecimal;
import vigil.pump.Decimals;

/** A bound of the protocol in mg/kg/h, above 0 and at most 10. */
public record DoseLimit(BigDecimal mgPerKgPerH) {
    /** Lower end of induction (R11, FPM 2016). */
    public static final DoseLimit INDUCTION_LOW = of("0.05");
    /** Upper end of induction (R11, FPM 2016). */
    public static final DoseLimit INDUCTION_HIGH = of("0.1");
    /** From here psychomimetic effects are expected (FPM 2016, appendix 2; gauge zone of clinical rules section 3). */
    public static final DoseLimit PSYCHOMIMETIC = of("0.2");
    /** Maximum (R12, FPM 2016). */
    public static final DoseLimit MAXIMUM = of("0.5");

    public DoseLimit {
        if (mgPerKgPerH.signum() <= 0 || mgPerKgPerH.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException(
                    "dose limit %s mg/kg/h is outside 0 to 10".formatted(mgPerKgPerH.toPlainString()));
        }
        mgPerKgPerH = Decimals.canonical(mgPerKgPerH);
    }

    public static DoseLimit of(String mgPerKgPerH) {
        return new DoseLimit(new BigDecimal(mgPerKgPerH));
    }
}
