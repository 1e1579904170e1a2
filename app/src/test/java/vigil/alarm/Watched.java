package vigil.alarm;

import java.time.Duration;
import java.util.Optional;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReadingBuilder;

/** A bedside that runs at its order, and what stands at it; for the tests of the watch over the pump. */
final class Watched {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Watched() {}

    /** Ordered 1.75 mL/h and nothing else, 4 mg/mL, 70 kg; the pump is at that rate. */
    static Bedside infusing() {
        return Bedside.ready("1.75")
                .ordersExactly("1.75", "0.1")
                .pumpRuns("1.75")
                .runs(SECOND);
    }

    static boolean has(Bedside bedside, AlarmKind kind) {
        return condition(bedside, kind).isPresent();
    }

    static Optional<AlarmCondition> condition(Bedside bedside, AlarmKind kind) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == kind)
                .findFirst();
    }

    static AlarmPriority priority(Bedside bedside, AlarmKind kind) {
        return condition(bedside, kind).orElseThrow().priority();
    }

    /** From now on the pump runs at a rate, seen first one second later. */
    static Bedside at(String mlPerH) {
        return infusing().pumpRuns(mlPerH).runs(SECOND);
    }

    static void says(Bedside bedside, PumpReadingBuilder fields) {
        bedside.said(new PumpEvent.Reading(
                fields.deliveryStatus(DeliveryStatus.DELIVERING).build()));
    }
}
