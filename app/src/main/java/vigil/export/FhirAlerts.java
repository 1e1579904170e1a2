package vigil.export;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueMitigationComponent;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;

/**
 * What the rules asked for, as FHIR DetectedIssue: the prompt with its rule and figures, how long it stood, and who
 * answered it. What the pump itself alarmed about is no clinical issue and stays in the alarm table.
 */
final class FhirAlerts {
    private static final String PROMPT = "PROMPT";

    private final FhirDocument document;
    private final Reference patient;
    private final Reference console;
    private final AlarmWords words = new AlarmWords(Locale.ENGLISH);

    FhirAlerts(FhirDocument document, Reference patient, Reference console) {
        this.document = document;
        this.patient = patient;
        this.console = console;
    }

    List<DetectedIssue> of(SessionRecord record) {
        return record.alarms().stream()
                .filter(alarm -> alarm.origin().equals(PROMPT))
                .map(this::issue)
                .toList();
    }

    private DetectedIssue issue(AlarmRow alarm) {
        DetectedIssue issue = new DetectedIssue()
                .setStatus(DetectedIssueStatus.FINAL)
                .setCode(FhirCodes.local(alarm.kind(), words.said(alarm)))
                .setSeverity(severity(alarm))
                .setPatient(patient)
                .setAuthor(console)
                .setDetail(words.said(alarm))
                .setIdentified(period(alarm));
        alarm.acknowledgedAt()
                .ifPresent(at -> issue.addMitigation(new DetectedIssueMitigationComponent()
                        .setAction(FhirCodes.local("acknowledged", "Acknowledged at the console"))
                        .setDateElement(document.dateTime(at))
                        .setAuthor(new Reference()
                                .setDisplay(alarm.acknowledgedBy().orElse("not signed in")))));
        return issue;
    }

    private Period period(AlarmRow alarm) {
        return alarm.end()
                .map(end -> document.period(alarm.start(), end))
                .orElseGet(() -> document.period(alarm.start()));
    }

    /** The three steps of the resource; a prompt of any other priority is the least. */
    private static DetectedIssueSeverity severity(AlarmRow alarm) {
        return switch (alarm.priority()) {
            case "HIGHEST", "HIGH" -> DetectedIssueSeverity.HIGH;
            case "MEDIUM" -> DetectedIssueSeverity.MODERATE;
            default -> DetectedIssueSeverity.LOW;
        };
    }
}
