package vigil.session;

import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;

/** The rate that reaches the patient, told apart from the rate that is merely set. */
final class DoseNow {
    private DoseNow() {}

    /** Zero while the pump says it is stopped; the reported rate while it delivers or does not say; else empty. */
    static Optional<FlowRate> flowRate(PumpReading reading) {
        DeliveryStatus status = reading.deliveryStatus();
        return status.isStopped() ? Optional.of(FlowRate.ZERO) : reading.flowRate();
    }
}
