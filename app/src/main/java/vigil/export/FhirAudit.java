package vigil.export;

import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Reference;
import vigil.session.Staff;
import vigil.store.CareRecord.EntryRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.SignatureRow;

/** Every entry that a person made, and every signature, as FHIR AuditEvent: who, when, what, in which journal entry. */
final class FhirAudit {
    private final FhirDocument document;
    private final Reference console;

    FhirAudit(FhirDocument document, Reference console) {
        this.document = document;
        this.console = console;
    }

    List<AuditEvent> entries(SessionRecord record) {
        return record.care().entries().stream().map(this::entry).toList();
    }

    List<AuditEvent> signatures(SessionRecord record) {
        return record.signatures().stream().map(this::signature).toList();
    }

    private AuditEvent entry(EntryRow entry) {
        AuditEvent event = by(entry.by(), AuditEventAction.C)
                .setType(FhirCodes.patientRecord())
                .setRecordedElement(document.instant(entry.at()));
        event.addSubtype(FhirCodes.local(entry.action(), entry.action()).getCodingFirstRep());
        event.addEntity().setName("journal entry " + entry.sequence());
        return event;
    }

    private AuditEvent signature(SignatureRow signature) {
        AuditEvent event = by(signature.by(), AuditEventAction.E)
                .setType(FhirCodes.attest())
                .setRecordedElement(document.instant(signature.at()));
        event.addSubtype(
                FhirCodes.local(signature.meaning().name(), signature.meaning().name())
                        .getCodingFirstRep());
        event.addEntity().setName("content sha256 " + signature.contentHash());
        return event;
    }

    private AuditEvent by(Staff person, AuditEventAction action) {
        AuditEvent event = new AuditEvent().setAction(action).setOutcome(AuditEventOutcome._0);
        event.addAgent()
                .setRequestor(true)
                .setAltId(person.userId())
                .setName(person.name())
                .addRole(FhirCodes.local(person.role().name(), person.role().name()));
        event.getSource().setObserver(console);
        return event;
    }
}
