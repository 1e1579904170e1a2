package vigil;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import vigil.export.CsvWriter;
import vigil.export.ExportFile;
import vigil.export.ExportFile.IfPresent;
import vigil.export.FhirWriter;
import vigil.export.FourHourRecord;
import vigil.export.GpLetter;
import vigil.export.HandoverSheet;
import vigil.export.Hl7Writer;
import vigil.export.MllpSender;
import vigil.export.PdfWriter;
import vigil.export.PrintWords;
import vigil.export.ReadAhead;
import vigil.export.Report;
import vigil.export.SessionReport;
import vigil.export.TableExport;
import vigil.export.mllp.MllpReceiver;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionStore;
import vigil.store.SessionSummary;

/** Writes what leaves the console, from the session database alone. Not thread-safe. */
public final class Exports {
    /** Formats of {@code vigil export}. */
    public enum Format {
        PDF,
        CSV,
        FHIR,
        HL7
    }

    private final SessionStore store;
    private final PrintWords words;
    private final Optional<Executor> beside;

    public Exports(SessionStore store, PrintWords words) {
        this(store, words, Optional.empty());
    }

    /** {@code beside}: where readings are read while those before them are written; empty: on the thread that asks. */
    public Exports(SessionStore store, PrintWords words, Optional<Executor> beside) {
        this.store = store;
        this.words = words;
        this.beside = beside;
    }

    /** The record of a session. */
    public SessionRecord record(SessionId id) throws IOException {
        return store.load(id)
                .orElseThrow(() ->
                        new IOException("there is no session '%s' here; 'vigil sessions' lists them".formatted(id)));
    }

    /** Writes the 4-hour observation record in one of its formats, or says why there is none. */
    public void observationRecord(SessionId id, Format format, Path file, IfPresent ifPresent, Instant printedAt)
            throws IOException {
        observationRecord(id, format, file, ifPresent, printedAt, _ -> {});
    }

    /** Told how many bytes have been written; what it throws ends the export, and nothing of it is left behind. */
    @FunctionalInterface
    public interface Told {
        void written(long bytes) throws IOException;
    }

    /** Like {@link #observationRecord(SessionId, Format, Path, IfPresent, Instant)}, and tells how far it is. */
    public void observationRecord(
            SessionId id, Format format, Path file, IfPresent ifPresent, Instant printedAt, Told told)
            throws IOException {
        SessionRecord record = record(id);
        told.written(0);
        ExportFile.Content content = content(record, format, printedAt);
        ExportFile.write(file, ifPresent, out -> content.writeTo(new CountedStream(out, told)));
    }

    /** What cannot be printed is refused here, before there is a file: it is no fault of the folder. */
    private ExportFile.Content content(SessionRecord record, Format format, Instant printedAt) throws IOException {
        return switch (format) {
            case PDF -> {
                Report report = fourHours(record, printedAt);
                yield out -> PdfWriter.create().write(report, out);
            }
            case CSV -> out -> new CsvWriter().observations(record, out);
            case FHIR -> out -> new FhirWriter().write(record, out);
            case HL7 -> out -> new Hl7Writer().write(record, out);
        };
    }

    /**
     * Writes everything that is recorded about one patient, as tables: every session of the same record number and date of
     * birth; of a patient who was not identified, this session only.
     *
     * @return the sessions in it
     */
    public List<SessionId> patientRecord(SessionId id, Path file, IfPresent ifPresent) throws IOException {
        List<SessionId> sessions = ofSamePatient(record(id));
        ExportFile.write(file, ifPresent, out -> new TableExport(store).withIdentity(sessions, out));
        return sessions;
    }

    /** Writes the tables of one session without the one that says who the patient is, for analysts. */
    public void analysis(SessionId id, Path file, IfPresent ifPresent) throws IOException {
        List<SessionId> session = List.of(record(id).id());
        ExportFile.write(file, ifPresent, out -> new TableExport(store).withoutIdentity(session, out));
    }

    private List<SessionId> ofSamePatient(SessionRecord record) throws IOException {
        Patient patient = record.patient();
        boolean known = !patient.mrn().isBlank() && !patient.mrn().equals(Recorder.NOT_ENTERED);
        return store.sessions().stream()
                .filter(other -> other.id().equals(record.id()) || (known && isSame(other.patient(), patient)))
                .map(SessionSummary::id)
                .toList();
    }

    private static boolean isSame(Patient one, Patient other) {
        return one.mrn().strip().equals(other.mrn().strip())
                && one.dateOfBirth().equals(other.dateOfBirth());
    }

    /** Sends the HL7 messages of a session to a receiver that speaks MLLP. Blocks. */
    public MllpSender.Outcome send(SessionId id, MllpReceiver receiver) throws IOException {
        return MllpSender.STANDARD.send(new Hl7Writer().encoded(record(id)), receiver);
    }

    /** Writes the whole course as PDF. */
    public void sessionReport(SessionId id, Path file, IfPresent ifPresent, Instant printedAt) throws IOException {
        Report report = new SessionReport(record(id), printedAt).report(words);
        ExportFile.write(file, ifPresent, out -> PdfWriter.create().write(report, out));
    }

    /** Writes every table of a session, the readings among them, as CSV files in one ZIP archive. */
    public void tables(SessionId id, Path file, IfPresent ifPresent) throws IOException {
        SessionRecord record = record(id);
        CsvWriter.Readings stored = each -> store.readings(id, each);
        CsvWriter.Readings readings = beside.<CsvWriter.Readings>map(thread -> new ReadAhead(stored, thread))
                .orElse(stored);
        ExportFile.write(file, ifPresent, out -> new CsvWriter().archive(record, readings, out));
    }

    /** Writes the draft of the letter to the general practitioner as PDF. */
    public void gpLetter(SessionId id, Path file, IfPresent ifPresent, Instant printedAt) throws IOException {
        Report letter = new GpLetter(record(id), printedAt).report(words);
        ExportFile.write(file, ifPresent, out -> PdfWriter.create().write(letter, out));
    }

    /** Why there is nothing to print as the 4-hour observation record, in one line; empty when there is. */
    public Optional<String> unprintable(SessionId id) throws IOException {
        return record(id).cessation().isPresent() ? Optional.empty() : Optional.of(noCessation(id));
    }

    private Report fourHours(SessionRecord record, Instant printedAt) throws IOException {
        return FourHourRecord.of(record, printedAt)
                .map(four -> four.report(words))
                .orElseThrow(() -> new IOException(noCessation(record.id())));
    }

    private static String noCessation(SessionId id) {
        return "session '%s' has no cessation yet, so there is no 4-hour record".formatted(id);
    }

    /** Writes the shift handover sheet, one page. */
    public void handover(SessionId id, Path file, IfPresent ifPresent, Instant printedAt) throws IOException {
        HandoverSheet sheet = new HandoverSheet(record(id), latest(id), printedAt);
        ExportFile.write(file, ifPresent, out -> PdfWriter.create().writeOnePage(sheet.reports(words), out));
    }

    /** Writes the shift handover sheet to a stream, which is left open. */
    public void handover(SessionId id, OutputStream out, Instant printedAt) throws IOException {
        PdfWriter.create().writeOnePage(new HandoverSheet(record(id), latest(id), printedAt).reports(words), out);
    }

    private Optional<ReadingRow> latest(SessionId id) throws IOException {
        return store.latestReading(id);
    }

    /** What a signature is bound to: the hash of the record as it stands; of the empty record before cessation. */
    public String contentHash(SessionId id, Instant at) throws IOException {
        return FourHourRecord.of(record(id), at)
                .map(FourHourRecord::contentHash)
                .orElseThrow(() -> new IOException("session '%s' has nothing to sign yet".formatted(id)));
    }
}
