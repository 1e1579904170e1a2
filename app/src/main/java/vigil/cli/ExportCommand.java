package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
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
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the observation record of a session as PDF, CSV or FHIR R4.")
public final class ExportCommand implements Callable<Integer> {
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

    public ExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Exports.Format wanted = PumpOptions.wellFormed(spec, this::format);
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            new Exports(bedside.store(), PrintWords.english())
                    .observationRecord(
                            session.id(),
                            wanted,
                            file,
                            IfPresent.REFUSE,
                            wiring.ticker().get().utc());
        }
        return 0;
    }

    private Exports.Format format() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "pdf" -> Exports.Format.PDF;
            case "csv" -> Exports.Format.CSV;
            case "fhir" -> Exports.Format.FHIR;
            case "hl7" -> throw new CommandFailed("HL7 v2 export is not built yet; use pdf, csv or fhir");
            default ->
                throw new IllegalArgumentException("--format %s is none of pdf, csv, fhir, hl7".formatted(format));
        };
    }
}
