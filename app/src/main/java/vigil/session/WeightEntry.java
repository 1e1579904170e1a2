package vigil.session;

import java.time.LocalDate;
import java.util.Optional;
import vigil.dose.DosingWeight;

/**
 * The dosing weight with how it was found, where and when (R28, A15).
 *
 * @param size the height, where it is known, and what doses go by
 */
public record WeightEntry(DosingWeight weight, Basis basis, String source, LocalDate date, Optional<BodySize> size) {
    public enum Basis {
        MEASURED,
        STATED,
        ESTIMATED
    }

    public WeightEntry {
        if (size.isPresent() && size.get().dosedKg().compareTo(weight.kg()) != 0) {
            throw new IllegalArgumentException("the dosing weight %s kg is not the %s weight %s kg"
                    .formatted(
                            weight.kg().toPlainString(),
                            size.get().dosedOn(),
                            size.get().dosedKg().toPlainString()));
        }
    }

    /** Doses go by the weight that was found; the height is not known. */
    public WeightEntry(DosingWeight weight, Basis basis, String source, LocalDate date) {
        this(weight, basis, source, date, Optional.empty());
    }

    /** The weight that was found, whichever one doses go by. */
    public DosingWeight actual() {
        return size.map(BodySize::actual).orElse(weight);
    }
}
