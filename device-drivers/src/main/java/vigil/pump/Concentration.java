package vigil.pump;

import java.math.BigDecimal;

/** Drug concentration (MDC_CONC_DRUG, 157760) in mg/mL, above 0 and at most 1,000. */
public record Concentration(BigDecimal mgPerMl) {
    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final BigDecimal MOST = new BigDecimal("1000");

    public Concentration {
        mgPerMl = Decimals.inRange("concentration mg/mL", mgPerMl, LEAST, MOST);
    }

    public static Concentration ofMgPerMl(String mgPerMl) {
        return new Concentration(new BigDecimal(mgPerMl));
    }
}
