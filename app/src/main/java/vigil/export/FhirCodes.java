package vigil.export;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import vigil.session.InfusionLine;

/**
 * The codes Vigil puts into FHIR: those of the verified table (records and handover, section 7.3), and local ones where
 * no code was found. Units are UCUM only.
 */
final class FhirCodes {
    static final String LOCAL = "urn:vigil:observation";

    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String MDC = "urn:iso:std:iso:11073:10101";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private FhirCodes() {}

    static CodeableConcept loinc(String code, String text) {
        return new CodeableConcept(new Coding(LOINC, code, null)).setText(text);
    }

    static CodeableConcept local(String code, String text) {
        return new CodeableConcept(new Coding(LOCAL, code, text)).setText(text);
    }

    /** A term of the device nomenclature. */
    static CodeableConcept mdc(Mdc term) {
        return new CodeableConcept(new Coding(MDC, Integer.toString(term.code()), term.reference()));
    }

    static Coding patientRecord() {
        return new Coding("http://dicom.nema.org/resources/ontology/DCM", "110110", "Patient Record");
    }

    static Coding attest() {
        return new Coding(TERMINOLOGY + "iso-21089-lifecycle", "attest", "Attest Record Lifecycle Event");
    }

    static CodeableConcept spo2() {
        return loinc("59408-5", "SpO2").addCoding(new Coding(LOINC, "2708-6", null));
    }

    /** Ketamine has a verified code; any other drug travels as text only. */
    static CodeableConcept drug(String name, String preparation) {
        CodeableConcept drug = new CodeableConcept().setText(name + ", " + preparation);
        return name.equalsIgnoreCase("ketamine") ? drug.addCoding(new Coding(SNOMED, "373464007", "Ketamine")) : drug;
    }

    static CodeableConcept route(InfusionLine.Route route) {
        return new CodeableConcept(
                switch (route) {
                    case SUBCUTANEOUS -> new Coding(SNOMED, "34206005", "Subcutaneous route");
                    case INTRAVENOUS -> new Coding(SNOMED, "47625008", "Intravenous route");
                });
    }

    static CodeableConcept category(String code) {
        return hl7("observation-category", code);
    }

    static CodeableConcept inpatient() {
        return hl7("medication-admin-category", "inpatient");
    }

    static CodeableConcept notPerformed() {
        return hl7("data-absent-reason", "not-performed");
    }

    static CodeableConcept medicalRecordNumber() {
        return hl7("v2-0203", "MR");
    }

    static CodeableConcept provenanceAgent(String code) {
        return hl7("provenance-participant-type", code);
    }

    /** Marks data that describe no real patient. */
    static Coding test() {
        return new Coding(TERMINOLOGY + "v3-ActReason", "HTEST", "test health data");
    }

    private static CodeableConcept hl7(String system, String code) {
        return new CodeableConcept(new Coding(TERMINOLOGY + system, code, null));
    }

    /** @param unit a UCUM code, which is also what people read */
    static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity().setValue(value).setUnit(unit).setSystem(UCUM).setCode(unit);
    }
}
