package vigil.opioid;

import java.time.LocalDate;
import java.util.List;

/**
 * All opioids a person takes from a day on. Immutable.
 *
 * @param doses empty when none is taken
 * @param tableVersion of the {@link OmeddTable} this regimen is converted with; kept with every number
 */
public record OpioidRegimen(Occasion occasion, LocalDate on, List<OpioidDose> doses, String tableVersion) {
    public enum Occasion {
        ADMISSION,
        CHANGE,
        DISCHARGE
    }

    public OpioidRegimen {
        doses = List.copyOf(doses);
    }

    /** Number of distinct active substances (R20): one substance by two routes is one. */
    public long substances() {
        return doses.size() < 2
                ? doses.size()
                : doses.stream().map(OpioidDose::substance).distinct().count();
    }
}
