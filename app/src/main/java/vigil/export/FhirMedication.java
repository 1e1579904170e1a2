package vigil.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import vigil.session.CessationReason;
import vigil.session.Solution;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;

/** The infusion as MedicationAdministration: the episode, and one part of it for each stretch at one dose rate. */
final class FhirMedication {
    private final FhirDocument document;
    private final SessionRecord record;
    private final Reference patient;
    private final Optional<Reference> pump;

    FhirMedication(FhirDocument document, Reference patient, Optional<Reference> pump) {
        this.document = document;
        this.record = document.record();
        this.patient = patient;
        this.pump = pump;
    }

    MedicationAdministration episode(Instant start) {
        MedicationAdministration episode = administration(status());
        episode.setEffective(record.cessation()
                .map(CessationRow::t0)
                .map(t0 -> document.period(start, t0))
                .orElseGet(() -> document.period(start)));
        Quantity given = FhirCodes.quantity(record.totals().courseMg(), "mg");
        if (record.totals().atLeast()) {
            given.setComparator(Quantity.QuantityComparator.GREATER_OR_EQUAL);
        }
        episode.setDosage(dosage().setDose(given));
        episode.addNote().setText("Dose computed from the pump's reports; the console does not control the pump.");
        return episode;
    }

    List<MedicationAdministration> parts(Reference episode) {
        return RateStretch.of(record.history()).stream()
                .map(stretch -> part(stretch, episode))
                .toList();
    }

    private MedicationAdministration part(RateStretch stretch, Reference episode) {
        boolean running = record.cessation().isEmpty()
                && stretch.end().equals(record.history().getLast().at());
        MedicationAdministration part = administration(
                running ? MedicationAdministrationStatus.INPROGRESS : MedicationAdministrationStatus.COMPLETED);
        part.addPartOf(episode);
        part.setEffective(running ? document.period(stretch.start()) : document.period(stretch.start(), stretch.end()));
        part.setDosage(dosage().setRate(FhirCodes.quantity(stretch.mgPerKgPerH(), "mg/kg/h")));
        return part;
    }

    private MedicationAdministration administration(MedicationAdministrationStatus status) {
        MedicationAdministration administration = new MedicationAdministration();
        administration.setStatus(status).setCategory(FhirCodes.inpatient()).setSubject(patient);
        administration.setMedication(solution()
                .map(solution -> FhirCodes.drug(solution.drug(), solution.preparation()))
                .orElseGet(() -> FhirCodes.local("unknown-drug", "not recorded")));
        pump.ifPresent(administration::addDevice);
        return administration;
    }

    private Optional<Solution> solution() {
        return record.setUp().solutions().isEmpty()
                ? Optional.empty()
                : Optional.of(record.setUp().solutions().getLast().value());
    }

    private MedicationAdministrationDosageComponent dosage() {
        MedicationAdministrationDosageComponent dosage = new MedicationAdministrationDosageComponent();
        record.setUp().line().ifPresent(line -> dosage.setRoute(FhirCodes.route(line.route())));
        return dosage;
    }

    private MedicationAdministrationStatus status() {
        boolean paused = switch (record.phase()) {
            case PAUSED_FOR_SIDE_EFFECT, INTERRUPTED -> true;
            case PLANNED, READY, INFUSING, WEANING, CEASED, OBSERVING, OBSERVATION_COMPLETE, CLOSED -> false;
        };
        return record.cessation()
                .filter(cessation -> !cessation.voided())
                .map(cessation -> cessation.reason() == CessationReason.PLANNED
                        ? MedicationAdministrationStatus.COMPLETED
                        : MedicationAdministrationStatus.STOPPED)
                .orElse(paused ? MedicationAdministrationStatus.ONHOLD : MedicationAdministrationStatus.INPROGRESS);
    }
}
