package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DeviceMetric;
import org.hl7.fhir.r4.model.DeviceMetric.DeviceMetricCategory;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import vigil.store.SessionRecord;

/**
 * What was measured and what was calculated, as FHIR DeviceMetric: the pump measures its flow, Vigil calculates the dose
 * rate from it and is named as its source. Each stretch at one dose rate is an Observation of that metric.
 */
final class FhirMetrics {
    private final FhirDocument document;
    private final Reference patient;

    FhirMetrics(FhirDocument document, Reference patient) {
        this.document = document;
        this.patient = patient;
    }

    /** Adds the metrics; returns the observations of the dose rate. */
    List<Reference> addTo(Reference console, Optional<Reference> pump) {
        pump.ifPresent(measuring -> document.add(
                metric(Mdc.FLOW, Mdc.ML_PER_H, DeviceMetricCategory.MEASUREMENT).setSource(measuring), "flow"));
        DeviceMetric rate = new DeviceMetric()
                .setType(FhirCodes.mdc(Mdc.RATE_DOSE))
                .setCategory(DeviceMetricCategory.CALCULATION)
                .setSource(console);
        Reference metric = document.add(rate, "dose-rate");
        SessionRecord record = document.record();
        List<Observation> rates = new ArrayList<>();
        RateStretch.of(record.history()).forEach(stretch -> rates.add(rate(stretch, metric)));
        return document.addAll(rates, "dose-rate");
    }

    /** No unit stands at the dose rate: its code in the device nomenclature is not verified. */
    private static DeviceMetric metric(Mdc type, Mdc unit, DeviceMetricCategory category) {
        return new DeviceMetric()
                .setType(FhirCodes.mdc(type))
                .setUnit(FhirCodes.mdc(unit))
                .setCategory(category);
    }

    private Observation rate(RateStretch stretch, Reference metric) {
        Observation rate = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(FhirCodes.mdc(Mdc.RATE_DOSE))
                .setSubject(patient)
                .setEffective(document.period(stretch.start(), stretch.end()))
                .setValue(FhirCodes.quantity(stretch.mgPerKgPerH(), "mg/kg/h"))
                .setDevice(metric);
        rate.addNote().setText("Calculated by Vigil from the flow that the pump reported, concentration and weight.");
        return rate;
    }
}
