package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
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
import vigil.session.SessionId;

/** {@code vigil export}: writes the record of one session into a file that does not exist yet. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the observation record of a session as PDF, CSV or FHIR R4, or all that is recorded as tables.")
public final class ExportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SessionOption session = new SessionOption();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "pdf|csv|fhir|hl7|tables|analysis",
            description = "File format. tables: zip of everything about this patient, all sessions;"
                    + " analysis: zip of this session without who the patient is.")
    private String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path file = Path.of("");

    public ExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Job job = PumpOptions.wellFormed(spec, this::job);
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            job.run(new Exports(bedside.store(), PrintWords.english()));
        }
        return 0;
    }

    /** What is to be written. */
    private interface Job {
        void run(Exports exports) throws IOException;
    }

    private Job job() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "tables" -> this::patientRecord;
            case "analysis" -> exports -> exports.analysis(session.id(), file, IfPresent.REFUSE);
            default -> observationRecord(format());
        };
    }

    private Job observationRecord(Exports.Format wanted) {
        return exports -> exports.observationRecord(
                session.id(),
                wanted,
                file,
                IfPresent.REFUSE,
                wiring.ticker().get().utc());
    }

    /** Says which sessions it took for those of the same patient. */
    private void patientRecord(Exports exports) throws IOException {
        List<SessionId> sessions = exports.patientRecord(session.id(), file, IfPresent.REFUSE);
        spec.commandLine().getOut().println("sessions: " + sessions);
        spec.commandLine().getOut().flush();
    }

    private Exports.Format format() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "pdf" -> Exports.Format.PDF;
            case "csv" -> Exports.Format.CSV;
            case "fhir" -> Exports.Format.FHIR;
            case "hl7" -> throw new CommandFailed("HL7 v2 export is not built yet; use pdf, csv or fhir");
            default ->
                throw new IllegalArgumentException(
                        "--format %s is none of pdf, csv, fhir, hl7, tables, analysis".formatted(format));
        };
    }
}
