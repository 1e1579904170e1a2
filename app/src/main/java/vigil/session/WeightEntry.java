package vigil.session;

import java.time.LocalDate;
import vigil.dose.DosingWeight;

/** The dosing weight with how it was found, where and when (R28, A15). */
public record WeightEntry(DosingWeight weight, Basis basis, String source, LocalDate date) {
    public enum Basis {
        MEASURED,
        STATED,
        ESTIMATED
    }
}
