package vigil.session;

import java.util.Optional;
import vigil.pump.PumpIdentity;

/**
 * The one pump whose readings count for this session, known by its serial number. A pump without a serial number can
 * only be bound by its model.
 *
 * @param serialNumber empty text when the protocol has none
 * @param newest newest sample of this pump since it was bound
 * @param counted newest sample that carried its counter
 * @param charted no wire reaches it: its samples are what people read off it
 */
public record Binding(
        String model,
        String serialNumber,
        Stamp since,
        Optional<Sample> newest,
        Optional<Sample> counted,
        boolean charted) {

    static Binding to(String model, String serialNumber, Stamp at, boolean charted) {
        return new Binding(model, serialNumber, at, Optional.empty(), Optional.empty(), charted);
    }

    Binding after(Sample sample) {
        boolean counts = sample.reading().volumeInfused().isPresent();
        return new Binding(
                model, serialNumber, since, Optional.of(sample), counts ? Optional.of(sample) : counted, charted);
    }

    boolean isMetBy(PumpIdentity pump) {
        return !charted
                && pump.serialNumber()
                        .map(serialNumber::equals)
                        .orElse(serialNumber.isEmpty() && pump.model().equals(model));
    }

    boolean isSamePump(Binding other) {
        return model.equals(other.model) && serialNumber.equals(other.serialNumber) && charted == other.charted;
    }

    /** Where this pump stands on its line, once it has answered. */
    Optional<String> address() {
        return newest.map(sample -> sample.reading().pump().address());
    }
}
