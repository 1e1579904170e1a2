package vigil.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vigil.Exports.Format;

/** What {@code vigil export} can write about a session, and as what. */
@SuppressWarnings("ImmutableEnumChecker") // a list that List.of made
enum Document {
    /** The four hours after cessation. */
    OBSERVATION_RECORD(Format.PDF, Format.CSV, Format.FHIR, Format.HL7),
    /** The whole course; as CSV every table of it in one ZIP archive. */
    SESSION_REPORT(Format.PDF, Format.CSV),
    /** Draft of the letter to the general practitioner. */
    GP_LETTER(Format.PDF),
    /** All that is recorded about the patient, every session, in one ZIP archive. */
    PATIENT_RECORD(Format.CSV),
    /** The session without who the patient is, in one ZIP archive. */
    ANALYSIS(Format.CSV);

    private final List<Format> formats;

    Document(Format... formats) {
        this.formats = List.of(formats);
    }

    /** Its name on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOffered(Format format) {
        return formats.contains(format);
    }

    /** @throws IllegalArgumentException one line that names what there is */
    static Document named(String option) {
        return Arrays.stream(values())
                .filter(document -> document.option().equals(option.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--document %s is none of %s".formatted(option, options())));
    }

    private static String options() {
        return Arrays.stream(values()).map(Document::option).collect(Collectors.joining(", "));
    }
}
