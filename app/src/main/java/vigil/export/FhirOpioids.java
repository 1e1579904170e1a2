package vigil.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import vigil.opioid.Omedd;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.store.SessionRecord.Dated;

/** Opioid regimens as MedicationStatements, their oMEDD and the outcome scores as Observations. */
final class FhirOpioids {
    private final FhirDocument document;
    private final Reference patient;
    private final Reference console;

    FhirOpioids(FhirDocument document, Reference patient, Reference console) {
        this.document = document;
        this.patient = patient;
        this.console = console;
    }

    List<MedicationStatement> statements(Dated<OpioidRegimen> regimen) {
        return regimen.value().doses().stream()
                .map(dose -> statement(regimen.value(), dose))
                .toList();
    }

    private MedicationStatement statement(OpioidRegimen regimen, OpioidDose dose) {
        MedicationStatement statement = new MedicationStatement()
                .setStatus(isLatest(regimen) ? MedicationStatementStatus.ACTIVE : MedicationStatementStatus.COMPLETED)
                .setSubject(patient)
                .setEffective(document.period(startOf(regimen)));
        statement.setMedication(new CodeableConcept().setText(name(dose)));
        statement.addDosage(new Dosage()
                .setText(Figures.OF_DATA.plain(dose.amount()) + " "
                        + dose.unit().symbol() + ", " + dose.route().name()));
        statement.addNote().setText(regimen.occasion().name());
        return statement;
    }

    private boolean isLatest(OpioidRegimen regimen) {
        return document.record()
                .setUp()
                .accompanying()
                .regimens()
                .getLast()
                .value()
                .equals(regimen);
    }

    private Instant startOf(OpioidRegimen regimen) {
        return regimen.on().atStartOfDay(document.record().zone()).toInstant();
    }

    private static String name(OpioidDose dose) {
        return dose.withNaloxone() ? dose.substance() + " + naloxone" : dose.substance();
    }

    /** The sum as the console computed it; no value where nothing can be converted. */
    Observation omedd(Dated<OpioidRegimen> dated) {
        Observation observation = observation(
                        dated.at(),
                        "omedd",
                        "Oral morphine equivalent daily dose. Compares regimens. Not a switching dose.")
                .setDevice(console);
        Optional<Omedd> sum = OmeddTable.of(dated.value().tableVersion())
                .map(table -> table.sum(dated.value().doses()));
        sum.filter(Omedd::hasSum)
                .ifPresentOrElse(
                        it -> observation.setValue(FhirCodes.quantity(it.mgPerDay(), "mg/d")),
                        () -> observation.setDataAbsentReason(FhirCodes.notPerformed()));
        observation
                .addNote()
                .setText("FPM PS01(PM), " + dated.value().tableVersion()
                        + sum.map(FhirOpioids::excluded).orElse(""));
        return observation;
    }

    private static String excluded(Omedd sum) {
        return sum.excluded().isEmpty() ? "" : "; excludes " + String.join(", ", sum.excluded());
    }

    List<Observation> scores(Dated<OutcomeScores> dated) {
        OutcomeScores scores = dated.value();
        List<Observation> all = new ArrayList<>();
        scores.bpiSeverity().ifPresent(it -> all.add(score(dated, local("bpi-severity", "BPI severity, 0 to 10"), it)));
        scores.bpiInterference()
                .ifPresent(it -> all.add(score(dated, FhirCodes.loinc("77565-0", "BPI interference, 0 to 10"), it)));
        scores.pseq().ifPresent(it -> all.add(score(dated, local("pseq", "PSEQ, 0 to 60"), BigDecimal.valueOf(it))));
        return all;
    }

    private Observation score(Dated<OutcomeScores> dated, CodeableConcept code, BigDecimal score) {
        Observation observation = observation(dated.at(), code);
        observation.setEffective(new DateTimeType(dated.value().on().toString()));
        observation.setValue(FhirCodes.quantity(score, "{score}"));
        observation.addNote().setText(dated.value().occasion().name());
        return observation;
    }

    private static CodeableConcept local(String code, String text) {
        return FhirCodes.local(code, text);
    }

    private Observation observation(Instant at, String code, String text) {
        return observation(at, local(code, text));
    }

    private Observation observation(Instant at, CodeableConcept code) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(FhirCodes.category("survey"))
                .setCode(code)
                .setSubject(patient)
                .setEffective(document.dateTime(at));
    }
}
