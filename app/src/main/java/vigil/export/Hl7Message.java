package vigil.export;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.v26.datatype.CWE;
import ca.uhn.hl7v2.model.v26.datatype.NM;
import ca.uhn.hl7v2.model.v26.datatype.ST;
import ca.uhn.hl7v2.model.v26.group.ORU_R01_ORDER_OBSERVATION;
import ca.uhn.hl7v2.model.v26.message.ORU_R01;
import ca.uhn.hl7v2.model.v26.segment.MSH;
import ca.uhn.hl7v2.model.v26.segment.OBR;
import ca.uhn.hl7v2.model.v26.segment.OBX;
import ca.uhn.hl7v2.model.v26.segment.PID;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vigil.session.Patient;
import vigil.store.SessionRecord;

/**
 * One message of a device (IHE PCD-01 observations, PCD-04 alert, PCD-10 infusion event) in the making. Vigil speaks as itself, never as the pump:
 * own sending application, calculated and entered values flagged as such. Not thread-safe.
 */
final class Hl7Message {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final String APPLICATION = "VIGIL";
    private static final String NO_VALUE = "X";
    private static final String LOCAL = "99VIGIL";

    private final SessionRecord record;
    private final ORU_R01 message = new ORU_R01();
    private final ORU_R01_ORDER_OBSERVATION order;
    private int rows;

    /**
     * What a message is for. The alert has no class of its own in the library, and the same segments as the others. Of the
     * two object identifiers that the framework prints for it this is the one in its table: agree with the receiver.
     */
    enum Profile {
        OBSERVATIONS("R01", "ORU_R01", "IHE_PCD_001", "1.3.6.1.4.1.19376.1.6.1.1.1"),
        ALERT("R40", "ORU_R40", "IHE_PCD_ACM_001", "1.3.6.1.4.1.19376.1.6.1.4.1"),
        INFUSION_EVENT("R42", "ORU_R01", "IHE_PCD_010", "1.3.6.1.4.1.19376.1.6.4.10");

        private final String trigger;
        private final String structure;
        private final String entity;
        private final String universalId;

        Profile(String trigger, String structure, String entity, String universalId) {
            this.trigger = trigger;
            this.structure = structure;
            this.entity = entity;
            this.universalId = universalId;
        }
    }

    /** How a value came about. */
    enum Method {
        CALCULATED("ACALC", "auto-calculation"),
        ENTERED("MMEAS", "manual-measurement");

        private final String code;
        private final String text;

        Method(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    /** A coded word: code, text, coding system. */
    record Coded(String code, String text, String system) {
        static Coded of(Mdc term) {
            return new Coded(Integer.toString(term.code()), term.reference(), "MDC");
        }

        static Coded loinc(String code, String text) {
            return new Coded(code, text, "LN");
        }

        /** Where no verified code exists. */
        static Coded local(String code, String text) {
            return new Coded(code, text, LOCAL);
        }

        static Coded ucum(String unit) {
            return new Coded(unit, unit, "UCUM");
        }
    }

    /**
     * @param number of the message within its file; with the session it makes the control id
     * @param what the message reports on (OBR-4)
     */
    Hl7Message(SessionRecord record, Profile profile, int number, Instant at, Coded what) throws HL7Exception {
        this.record = record;
        String id = record.id() + "-" + number;
        header(profile, id, at);
        patient(record.patient());
        this.order = message.getPATIENT_RESULT().getORDER_OBSERVATION();
        OBR obr = order.getOBR();
        obr.getSetIDOBR().setValue("1");
        obr.getFillerOrderNumber().getEntityIdentifier().setValue(id);
        obr.getFillerOrderNumber().getNamespaceID().setValue(APPLICATION);
        fill(obr.getUniversalServiceIdentifier(), what);
        obr.getObservationDateTime().setValue(time(at));
    }

    private void header(Profile profile, String id, Instant at) throws HL7Exception {
        MSH msh = message.getMSH();
        msh.getFieldSeparator().setValue("|");
        msh.getEncodingCharacters().setValue("^~\\&");
        msh.getSendingApplication().getNamespaceID().setValue(APPLICATION);
        msh.getDateTimeOfMessage().setValue(time(at));
        msh.getMessageType().getMessageCode().setValue("ORU");
        msh.getMessageType().getTriggerEvent().setValue(profile.trigger);
        msh.getMessageType().getMessageStructure().setValue(profile.structure);
        msh.getMessageControlID().setValue(id);
        msh.getProcessingID().getProcessingID().setValue(record.simulated() ? "T" : "P");
        msh.getVersionID().getVersionID().setValue("2.6");
        msh.getAcceptAcknowledgmentType().setValue("AL");
        msh.getApplicationAcknowledgmentType().setValue("NE");
        msh.getCharacterSet(0).setValue("UNICODE UTF-8");
        msh.getMessageProfileIdentifier(0).getEntityIdentifier().setValue(profile.entity);
        msh.getMessageProfileIdentifier(0).getNamespaceID().setValue("IHE PCD");
        msh.getMessageProfileIdentifier(0).getUniversalID().setValue(profile.universalId);
        msh.getMessageProfileIdentifier(0).getUniversalIDType().setValue("ISO");
    }

    private void patient(Patient patient) throws HL7Exception {
        PID pid = message.getPATIENT_RESULT().getPATIENT().getPID();
        pid.getPatientIdentifierList(0).getIDNumber().setValue(patient.mrn());
        pid.getPatientIdentifierList(0).getIdentifierTypeCode().setValue("MR");
        pid.getPatientName(0).getFamilyName().getSurname().setValue(patient.familyName());
        pid.getPatientName(0).getGivenName().setValue(patient.givenNames());
        pid.getPatientName(0).getNameTypeCode().setValue("L");
        pid.getDateTimeOfBirth().setValue(DAY.format(patient.dateOfBirth()));
    }

    /** A level of the containment tree: it has a place and no value. */
    void level(Mdc device, String address) throws HL7Exception {
        OBX obx = row(Coded.of(device), address);
        obx.getObservationResultStatus().setValue(NO_VALUE);
    }

    void text(Coded what, String address, String text, Method method) throws HL7Exception {
        ST value = new ST(message);
        value.setValue(text);
        valued(row(what, address), "ST", value, method);
    }

    /** A coded value, for example what an event was. */
    void coded(Mdc what, String address, Coded code) throws HL7Exception {
        CWE value = new CWE(message);
        fill(value, code);
        valued(row(Coded.of(what), address), "CWE", value, Method.CALCULATED);
    }

    /** A number with its unit; absent it stands without a value (OBX-11 {@code X}). */
    void number(Coded what, String address, Optional<BigDecimal> number, Coded unit, Method method)
            throws HL7Exception {
        OBX obx = row(what, address);
        if (number.isEmpty()) {
            obx.getObservationResultStatus().setValue(NO_VALUE);
            return;
        }
        NM value = new NM(message);
        value.setValue(number.get().toPlainString());
        fill(obx.getUnits(), unit);
        valued(obx, "NM", value, method);
    }

    private OBX row(Coded what, String address) throws HL7Exception {
        OBX obx = order.getOBSERVATION(rows++).getOBX();
        obx.getSetIDOBX().setValue(Integer.toString(rows));
        fill(obx.getObservationIdentifier(), what);
        obx.getObservationSubID().setValue(address);
        if (record.simulated()) {
            obx.getAbnormalFlags(0).setValue("DEMO");
        }
        return obx;
    }

    private static void valued(OBX obx, String type, Type value, Method method) throws HL7Exception {
        obx.getValueType().setValue(type);
        obx.getObservationValue(0).setData(value);
        obx.getObservationResultStatus().setValue("R");
        obx.getObservationMethod(0).getIdentifier().setValue(method.code);
        obx.getObservationMethod(0).getText().setValue(method.text);
        obx.getObservationMethod(0).getNameOfCodingSystem().setValue("MDC");
    }

    private static void fill(CWE field, Coded coded) throws HL7Exception {
        field.getIdentifier().setValue(coded.code());
        field.getText().setValue(coded.text());
        field.getNameOfCodingSystem().setValue(coded.system());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(record.zone()));
    }

    ORU_R01 message() {
        return message;
    }
}
