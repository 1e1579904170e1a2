package vigil.session;

import java.math.BigDecimal;
import vigil.dose.DosingWeight;

/**
 * A stretch of the course over which the patient got drug at one rate, as the pump reported it. For the plasma estimate
 * alone: what was given is counted in {@link Segments}.
 *
 * @param mgPerH 0 while the pump stood still
 * @param reconciled the link was gone; the rate is the mean that the pump's counter told afterwards
 */
public record Supply(Stamp from, Stamp to, BigDecimal mgPerH, DosingWeight weight, boolean reconciled) {

    /** True when {@code next} goes on as this one does. */
    boolean goesOnAs(Supply next) {
        return !reconciled
                && !next.reconciled
                && to.elapsed().equals(next.from.elapsed())
                && mgPerH.compareTo(next.mgPerH) == 0
                && weight.equals(next.weight);
    }

    Supply until(Stamp end) {
        return new Supply(from, end, mgPerH, weight, reconciled);
    }
}
