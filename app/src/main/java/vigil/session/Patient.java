package vigil.session;

import java.time.LocalDate;

/** The patient by the three identifiers that stand on every print, with allergies and room. Free text stays text. */
public record Patient(
        String familyName, String givenNames, String mrn, LocalDate dateOfBirth, String allergies, String room) {}
