package vigil.session;

import java.time.LocalDate;
import java.util.Locale;

/** The patient by the three identifiers that stand on every print, with allergies and room. Free text stays text. */
public record Patient(
        String familyName, String givenNames, String mrn, LocalDate dateOfBirth, String allergies, String room) {

    /** As on a wristband: {@code WINTER, Alex}; only the family name, in capitals, where nothing else is known. */
    public String listedName() {
        String family = familyName.toUpperCase(Locale.ROOT);
        return givenNames.isBlank() ? family : family + ", " + givenNames;
    }
}
