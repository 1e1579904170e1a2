package vigil.session;

import vigil.dose.DoseLimit;
import vigil.pump.FlowRate;

/**
 * A prescription for the pump's rate (R27): the rate to set, and the dose range a nurse may titrate within.
 *
 * @param prescriber printed name of the prescriber
 * @param kind why the rate is as ordered; a wean step moves the session to WEANING
 */
public record RateOrder(FlowRate flowRate, DoseLimit lowest, DoseLimit highest, Kind kind, String prescriber) {
    public enum Kind {
        START,
        CHANGE,
        WEAN_STEP
    }
}
