package vigil.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.Bedside;
import vigil.Exports;
import vigil.Wiring;
import vigil.export.ExportFile.IfPresent;
import vigil.export.MllpSender;
import vigil.export.mllp.MllpReceiver;
import vigil.session.SessionId;

/** {@code vigil export}: writes the record of one session into a file that does not exist yet. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a document of a session into a file.")
public final class ExportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SessionOption session = new SessionOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

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
                "gp-letter: draft of the letter to the general practitioner, pdf;",
                "patient-record: all sessions of the patient, csv in one ZIP archive;",
                "analysis: the session without who the patient is, csv in one ZIP archive."
            })
    private String document = Document.OBSERVATION_RECORD.option();

    @Option(
            names = "--send",
            paramLabel = "HOST:PORT|mllps://HOST:PORT?ca=FILE",
            description = {
                "With hl7: send the messages by MLLP as well, once the file holds them;",
                "HOST:PORT in the clear, mllps:// over TLS, with &cert=FILE&key=FILE if asked who we are."
            })
    private @Nullable String receiver;

    public ExportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Job job = PumpOptions.wellFormed(spec, this::job);
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            Exports exports =
                    new Exports(bedside.store(), language.words(data.folder()), Optional.of(wiring.reading()));
            job.run(exports);
            if (receiver != null) {
                send(exports, receiver);
            }
        }
        return 0;
    }

    /** The file is there already: what a receiver does not take can be sent again from the same record. */
    private void send(Exports exports, String to) throws IOException {
        MllpSender.Outcome outcome = exports.send(session.id(), address(to));
        String count = outcome.acknowledged() + " messages acknowledged by " + to;
        if (outcome.failure().isPresent()) {
            throw new CommandFailed("%s, then: %s. All of them are in %s; run the command again with another --out"
                    .formatted(count, outcome.failure().get(), file));
        }
        spec.commandLine().getOut().println(count);
        spec.commandLine().getOut().flush();
    }

    private static MllpReceiver address(String to) {
        try {
            return MllpReceiver.parse(to);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--send " + e.getMessage(), e);
        }
    }

    /** What is to be written. */
    private interface Job {
        void run(Exports exports) throws IOException;
    }

    private Job job() {
        Document wanted = Document.named(document);
        Exports.Format as = namedFormat();
        if (!wanted.isOffered(as)) {
            throw new IllegalArgumentException(
                    "--document %s is not written as %s; see export --help".formatted(document, format));
        }
        checkReceiver(as);
        Instant now = wiring.ticker().get().utc();
        return switch (wanted) {
            case OBSERVATION_RECORD ->
                exports -> exports.observationRecord(session.id(), as, file, IfPresent.REFUSE, now);
            case SESSION_REPORT ->
                as == Exports.Format.CSV
                        ? exports -> exports.tables(session.id(), file, IfPresent.REFUSE)
                        : exports -> exports.sessionReport(session.id(), file, IfPresent.REFUSE, now);
            case GP_LETTER -> exports -> exports.gpLetter(session.id(), file, IfPresent.REFUSE, now);
            case PATIENT_RECORD -> this::patientRecord;
            case ANALYSIS -> exports -> exports.analysis(session.id(), file, IfPresent.REFUSE);
        };
    }

    /** Says which sessions it took for those of the same patient. */
    private void patientRecord(Exports exports) throws IOException {
        List<SessionId> sessions = exports.patientRecord(session.id(), file, IfPresent.REFUSE);
        spec.commandLine().getOut().println("sessions: " + sessions);
        spec.commandLine().getOut().flush();
    }

    /** Wrong options are told before anything is written. */
    private void checkReceiver(Exports.Format as) {
        if (receiver == null) {
            return;
        }
        if (as != Exports.Format.HL7) {
            throw new IllegalArgumentException("--send goes with --format hl7 only");
        }
        if (new InetSocketAddress(address(receiver).host(), 0).isUnresolved()) {
            throw new IllegalArgumentException("--send %s: there is no such host".formatted(receiver));
        }
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
