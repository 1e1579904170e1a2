package vigil.export;

import ca.uhn.hl7v2.HL7Exception;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vigil.export.Hl7Message.Coded;
import vigil.export.Hl7Message.Method;
import vigil.export.Hl7Message.Profile;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;

/**
 * Every condition as alert messages (IHE PCD-04): one when it began, one when it was acknowledged, one when it ended. The
 * event itself goes as text under a local code: what a pump says, and what a rule asks for, have no verified code.
 */
final class Hl7Alerts {
    private static final String ADDRESS = "1.0.0.0.";
    private static final String PUMP = "PUMP";

    private final SessionRecord record;
    private final List<Hl7Message> messages;
    private final AlarmWords words = new AlarmWords(Locale.ENGLISH);

    private Hl7Alerts(List<Hl7Message> messages, SessionRecord record) {
        this.messages = messages;
        this.record = record;
    }

    static void addTo(List<Hl7Message> messages, SessionRecord record) throws HL7Exception {
        Hl7Alerts alerts = new Hl7Alerts(messages, record);
        for (AlarmRow alarm : record.alarms()) {
            alerts.add(alarm);
        }
    }

    private void add(AlarmRow alarm) throws HL7Exception {
        message(alarm, alarm.start(), "start", "active", "enabled");
        if (alarm.acknowledgedAt().isPresent()) {
            message(alarm, alarm.acknowledgedAt().get(), "update", "active", "alert-acknowledged");
        }
        if (alarm.end().isPresent()) {
            message(alarm, alarm.end().get(), "end", "inactive", "enabled");
        }
    }

    private void message(AlarmRow alarm, Instant at, String phase, String state, String inactivation)
            throws HL7Exception {
        Hl7Message message = new Hl7Message(record, Profile.ALERT, messages.size() + 1, at, Coded.of(Mdc.EVENT_ALARM));
        message.coded(Mdc.EVENT_ALARM, ADDRESS + "1", Coded.local(alarm.kind(), words.said(alarm)));
        message.coded(Mdc.ALERT_SOURCE, ADDRESS + "2", source(alarm));
        text(message, Mdc.EVENT_PHASE, "3", phase);
        text(message, Mdc.ALARM_STATE, "4", state);
        text(message, Mdc.INACTIVATION_STATE, "5", inactivation);
        text(message, Mdc.ALARM_PRIORITY, "6", priority(alarm));
        text(message, Mdc.ALERT_TYPE, "7", type(alarm));
        messages.add(message);
    }

    private static void text(Hl7Message message, Mdc what, String place, String value) throws HL7Exception {
        message.text(Coded.of(what), ADDRESS + place, value, Method.CALCULATED);
    }

    private static Coded source(AlarmRow alarm) {
        return alarm.origin().equals(PUMP) ? Coded.of(Mdc.PUMP_MDS) : Coded.local("vigil", "Vigil console");
    }

    private static String priority(AlarmRow alarm) {
        return switch (alarm.priority()) {
            case "HIGHEST", "HIGH" -> "PH";
            case "MEDIUM" -> "PM";
            case "LOW" -> "PL";
            default -> "PN";
        };
    }

    /** A prompt advises; what the pump or Vigil say of themselves is technical. */
    private static String type(AlarmRow alarm) {
        return alarm.origin().equals("PROMPT") ? "SA" : "ST";
    }
}
