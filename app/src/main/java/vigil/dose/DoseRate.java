package vigil.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vigil.pump.Decimals;

/**
 * Dose rate by weight (MDC_RATE_DOSE, 157924) as the exact fraction {@code mgPerH / weight}, in mg/kg/h.
 *
 * <p>Kept as a fraction because most quotients have no finite decimal: a limit is compared by cross-multiplication, so
 * that no rounding decides a rule (clinical rules, section 3 and ruling A17). Only {@link #toDisplay()} rounds.
 */
public record DoseRate(BigDecimal mgPerH, DosingWeight weight) {
    public DoseRate {
        if (mgPerH.signum() < 0) {
            throw new IllegalArgumentException("dose rate %s mg/h is below 0".formatted(mgPerH.toPlainString()));
        }
        mgPerH = Decimals.canonical(mgPerH);
    }

    public boolean isAbove(DoseLimit limit) {
        return compareTo(limit) > 0;
    }

    public boolean isBelow(DoseLimit limit) {
        return compareTo(limit) < 0;
    }

    public boolean isZero() {
        return mgPerH.signum() == 0;
    }

    private int compareTo(DoseLimit limit) {
        return mgPerH.compareTo(limit.mgPerKgPerH().multiply(weight.kg()));
    }

    /** mg/kg/h with 3 decimals, half-up, for showing only. */
    public String toDisplay() {
        return toDecimal(3).toPlainString();
    }

    /** mg/kg/h rounded half-up to {@code decimals} places, for showing and exports only. */
    public BigDecimal toDecimal(int decimals) {
        return mgPerH.divide(weight.kg(), decimals, RoundingMode.HALF_UP);
    }
}
