package vigil.ui.history;

import java.nio.file.Path;
import java.util.Locale;
import vigil.session.SessionId;

/**
 * The record of a session that is to be written into a file.
 *
 * @param replace a file of this name may be written over: a person was asked and said so
 */
public record ExportOrder(SessionId session, Format format, Path file, boolean replace) {
    /** What the record can be written as. */
    public enum Format {
        /** The 4-hour observation record; there is none before the cessation. */
        PDF,
        /** The whole course, a PDF. */
        REPORT,
        /** The draft of the letter to the general practitioner, a PDF. */
        LETTER,
        CSV,
        FHIR,
        /** The shift handover sheet, a PDF of one page. */
        HANDOVER;

        /** How the name of such a file ends. */
        public String ending() {
            return switch (this) {
                case PDF, CSV -> "." + name().toLowerCase(Locale.ROOT);
                case FHIR -> ".fhir.json";
                case REPORT -> "-report.pdf";
                case LETTER -> "-gp-letter.pdf";
                case HANDOVER -> "-handover.pdf";
            };
        }

        /** Whether it is a PDF, which a printer takes. */
        public boolean isPrinted() {
            return ending().endsWith(".pdf");
        }

        /** What it is called in a printer's queue, which everybody sees: nothing of the patient. */
        public String title() {
            return switch (this) {
                case PDF -> "4-hour record";
                case REPORT -> "Session report";
                case LETTER -> "Letter to the general practitioner";
                case HANDOVER -> "Handover sheet";
                case CSV, FHIR -> "Vigil " + name();
            };
        }
    }

    /** The same order, where a person has said that the file may be written over. */
    public ExportOrder replacing() {
        return new ExportOrder(session, format, file, true);
    }

    /** What became of an order that was not refused. */
    public sealed interface Outcome {
        record Written(Path file) implements Outcome {}

        /** A file of that name is there; it was left as it is. */
        record AlreadyThere(Path file) implements Outcome {}
    }
}
