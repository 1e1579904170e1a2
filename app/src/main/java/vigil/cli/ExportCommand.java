package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.Bedside;
import vigil.Exports;
import vigil.Wiring;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;

/** {@code vigil export}: writes the record of one session into a file that does not exist yet. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a document of a session into a file.")
public final class ExportCommand implements Callable<Integer> {
    private static final String OBSERVATION_RECORD = "observation-record";
    private static final String SESSION_REPORT = "session-report";
    private static final String GP_LETTER = "gp-letter";

    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SessionOption session = new SessionOption();

    @Option(names = "--format", required = true, paramLabel = "pdf|csv|fhir|hl7", description = "File format.")
    private String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path file = Path.of("");

    @Option(
            names = "--document",
            paramLabel = "NAME",
            description = {
                "observation-record (default): pdf, csv, fhir, hl7;",
                "session-report: pdf, or csv for every table in one ZIP archive;",
                "gp-letter: draft of the letter to the general practitioner, pdf."
            })
    private String document = OBSERVATION_RECORD;

    public ExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Exports.Format wanted = PumpOptions.wellFormed(spec, this::format);
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            write(
                    new Exports(bedside.store(), PrintWords.english()),
                    wanted,
                    wiring.ticker().get().utc());
        }
        return 0;
    }

    private void write(Exports exports, Exports.Format wanted, Instant now) throws IOException {
        switch (document.toLowerCase(Locale.ROOT)) {
            case SESSION_REPORT -> {
                if (wanted == Exports.Format.CSV) {
                    exports.tables(session.id(), file, IfPresent.REFUSE);
                } else {
                    exports.sessionReport(session.id(), file, IfPresent.REFUSE, now);
                }
            }
            case GP_LETTER -> exports.gpLetter(session.id(), file, IfPresent.REFUSE, now);
            default -> exports.observationRecord(session.id(), wanted, file, IfPresent.REFUSE, now);
        }
    }

    private Exports.Format format() {
        Exports.Format wanted = namedFormat();
        List<Exports.Format> offered = switch (document.toLowerCase(Locale.ROOT)) {
            case OBSERVATION_RECORD -> List.of(Exports.Format.values());
            case SESSION_REPORT -> List.of(Exports.Format.PDF, Exports.Format.CSV);
            case GP_LETTER -> List.of(Exports.Format.PDF);
            default ->
                throw new IllegalArgumentException("--document %s is none of %s, %s, %s"
                        .formatted(document, OBSERVATION_RECORD, SESSION_REPORT, GP_LETTER));
        };
        if (!offered.contains(wanted)) {
            throw new IllegalArgumentException(
                    "--document %s is not written as %s; see export --help".formatted(document, format));
        }
        return wanted;
    }

    private Exports.Format namedFormat() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "pdf" -> Exports.Format.PDF;
            case "csv" -> Exports.Format.CSV;
            case "fhir" -> Exports.Format.FHIR;
            case "hl7" -> Exports.Format.HL7;
            default ->
                throw new IllegalArgumentException("--format %s is none of pdf, csv, fhir, hl7".formatted(format));
        };
    }
}
