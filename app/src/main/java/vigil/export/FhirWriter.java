package vigil.export;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.PumpRow;

/**
 * Writes a session as a FHIR R4 document Bundle in JSON (records and handover, section 5). The same record gives the
 * same bytes. Thread-safe; the first document takes about a second, because the library reads its model then.
 */
public final class FhirWriter {
    private static final String TITLE = "Ketamine infusion: administration and observation record";

    private final Supplier<FhirContext> context = new Once<>(FhirContext::forR4);

    /** Leaves {@code out} open. */
    public void write(SessionRecord record, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        context.get().newJsonParser().setPrettyPrint(true).encodeResourceToWriter(document(record), writer);
        writer.flush();
    }

    private static Bundle document(SessionRecord record) {
        FhirDocument document = new FhirDocument(record);
        // A document begins with its composition, whose sections are known only at the end: the entry is filled later.
        Composition composition = new Composition();
        Reference self = document.add(composition, "record");
        Reference patient = document.add(patient(record), "patient");
        Reference console = document.add(console(record), "console");
        Optional<Reference> pump = record.setUp().pump().map(bound -> document.add(pump(bound), "pump"));
        fill(composition, document, patient, console);
        section(composition, "Medication", medication(document, patient, pump));
        section(composition, "Dose rate", new FhirMetrics(document, patient).addTo(console, pump));
        section(composition, "Observations", observations(document, patient, console));
        section(composition, "Prompts", prompts(document, patient, console));
        section(composition, "Opioids and scores", opioids(document, patient, console));
        section(composition, "Document", List.of(document.add(print(document, patient, console), "print")));
        document.add(provenance(document, self, console), "provenance");
        FhirAudit audit = new FhirAudit(document, console);
        document.addAll(audit.entries(record), "entry");
        document.addAll(audit.signatures(record), "signature");
        return document.bundle();
    }

    private static void fill(Composition composition, FhirDocument document, Reference patient, Reference console) {
        composition
                .setStatus(
                        document.record().cessation().isPresent()
                                ? Composition.CompositionStatus.FINAL
                                : Composition.CompositionStatus.PRELIMINARY)
                .setType(FhirCodes.local("infusion-record", TITLE))
                .setSubject(patient)
                .setDateElement(document.dateTime(document.record().asOf()))
                .addAuthor(console)
                .setTitle(TITLE);
    }

    private static void section(Composition composition, String title, List<Reference> entries) {
        if (!entries.isEmpty()) {
            composition.addSection().setTitle(title).setEntry(entries);
        }
    }

    private static Patient patient(SessionRecord record) {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setType(FhirCodes.medicalRecordNumber())
                .setValue(record.patient().mrn());
        patient.addName()
                .setFamily(record.patient().familyName())
                .addGiven(record.patient().givenNames());
        patient.setBirthDateElement(new DateType(record.patient().dateOfBirth().toString()));
        return patient;
    }

    private static Device console(SessionRecord record) {
        Device console = new Device();
        console.addDeviceName().setName("Vigil").setType(Device.DeviceNameType.USERFRIENDLYNAME);
        console.addVersion().setValue(record.programVersion());
        return console;
    }

    private static Device pump(PumpRow bound) {
        Device pump = new Device().setSerialNumber(bound.serialNumber());
        pump.addDeviceName().setName(bound.model()).setType(Device.DeviceNameType.MODELNAME);
        return pump;
    }

    private static List<Reference> medication(FhirDocument document, Reference patient, Optional<Reference> pump) {
        List<Reference> references = new ArrayList<>();
        FhirMedication medication = new FhirMedication(document, patient, pump);
        document.record().startedAt().ifPresent(start -> {
            Reference episode = document.add(medication.episode(start), "episode");
            references.add(episode);
            references.addAll(document.addAll(medication.parts(episode), "stretch"));
        });
        return references;
    }

    private static List<Reference> observations(FhirDocument document, Reference patient, Reference console) {
        SessionRecord record = document.record();
        FhirObservations observations = new FhirObservations(document, patient, console);
        List<Reference> references = new ArrayList<>(document.addAll(
                record.setUp().weights().stream().map(observations::weight).toList(), "weight"));
        record.observations()
                .forEach(row -> references.addAll(document.addAll(observations.of(row), "set/" + row.sequence())));
        record.cessation().map(cessation -> FourHourRow.of(record, cessation)).orElse(List.of()).stream()
                .filter(row -> row.isMissedAt(record.asOf()))
                .forEach(row -> references.add(document.add(observations.missed(row.due()), "missed/" + row.number())));
        return references;
    }

    private static List<Reference> opioids(FhirDocument document, Reference patient, Reference console) {
        FhirOpioids opioids = new FhirOpioids(document, patient, console);
        List<Reference> references = new ArrayList<>();
        int number = 0;
        for (Dated<OpioidRegimen> regimen :
                document.record().setUp().accompanying().regimens()) {
            references.addAll(document.addAll(opioids.statements(regimen), "opioid/" + number));
            references.add(document.add(opioids.omedd(regimen), "omedd/" + number++));
        }
        for (Dated<OutcomeScores> scores :
                document.record().setUp().accompanying().scores()) {
            references.addAll(document.addAll(opioids.scores(scores), "score/" + number++));
        }
        return references;
    }

    private static List<Reference> prompts(FhirDocument document, Reference patient, Reference console) {
        return document.addAll(new FhirAlerts(document, patient, console).of(document.record()), "prompt");
    }

    private static DocumentReference print(FhirDocument document, Reference patient, Reference console) {
        DocumentReference print = new DocumentReference()
                .setStatus(Enumerations.DocumentReferenceStatus.CURRENT)
                .setSubject(patient)
                .setDateElement(document.instant(document.record().asOf()))
                .addAuthor(console);
        document.record()
                .cessation()
                .map(cessation -> RecordContent.hash(document.record(), cessation))
                .ifPresent(hash -> print.addIdentifier()
                        .setSystem("urn:vigil:content-sha256")
                        .setValue(hash));
        print.addContent().getAttachment().setContentType("application/pdf").setTitle("observation-record.pdf");
        return print;
    }

    private static Provenance provenance(FhirDocument document, Reference target, Reference console) {
        Provenance provenance = new Provenance()
                .addTarget(target)
                .setRecordedElement(document.instant(document.record().asOf()));
        provenance.addAgent().setType(FhirCodes.provenanceAgent("assembler")).setWho(console);
        provenance
                .addEntity()
                .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setDisplay("Vigil journal, entry "
                                + document.record().head().sequence() + ", chain hash "
                                + document.record().head().chainHash()));
        return provenance;
    }
}
