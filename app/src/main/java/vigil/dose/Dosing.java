package vigil.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Volume;

/** What turns a pump's millilitres into the patient's dose: D = Q × C / W (clinical rules, section 3). */
public record Dosing(Concentration concentration, DosingWeight weight) {

    public DoseRate doseRateAt(FlowRate flowRate) {
        return new DoseRate(flowRate.mlPerH().multiply(concentration.mgPerMl()), weight);
    }

    public DrugMass massIn(Volume volume) {
        return DrugMass.in(volume, concentration);
    }

    /** The highest rate the pump can be set to, in steps of {@code stepMlPerH}, that does not exceed {@code limit}. */
    public FlowRate highestStepWithin(DoseLimit limit, BigDecimal stepMlPerH) {
        BigDecimal steps = limit.mgPerKgPerH()
                .multiply(weight.kg())
                .divide(concentration.mgPerMl().multiply(stepMlPerH), 0, RoundingMode.FLOOR);
        return new FlowRate(steps.multiply(stepMlPerH));
    }
}
