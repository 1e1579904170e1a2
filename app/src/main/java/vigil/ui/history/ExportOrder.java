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
        CSV,
        FHIR,
        /** The shift handover sheet, a PDF of one page. */
        HANDOVER;

        /** How the name of such a file ends. */
        public String ending() {
            return switch (this) {
                case PDF, CSV -> "." + name().toLowerCase(Locale.ROOT);
                case FHIR -> ".fhir.json";
                case HANDOVER -> "-handover.pdf";
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
