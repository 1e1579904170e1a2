package vigil.export;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.export.Hl7Message.Coded;
import vigil.export.Hl7Message.Method;
import vigil.export.Hl7Message.Profile;
import vigil.export.mllp.Outgoing;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;
import vigil.session.Solution;
import vigil.session.WeightEntry;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/**
 * Writes a session as HL7 v2.6 messages of a device, one after another in one file, segments ended by CR, UTF-8 (records
 * and handover, section 6): observations (IHE PCD-01: one message for each dose rate, one for the mass given, one for each
 * observation set), infusion events (PCD-10), alerts (PCD-04). The same record gives the same bytes. Thread-safe.
 */
public final class Hl7Writer {
    private static final Coded PUMP = Coded.of(Mdc.PUMP_MDS);
    private static final Coded SET = Coded.local("observation-set", "Observation set");
    private static final String COURSE_MASS = "course-mass";
    /** Sixteen hexadecimal digits tell more messages apart than there will be. */
    private static final int ID_DIGITS = 16;

    private static final Coded SCORE = Coded.ucum("{score}");
    private static final Coded PER_MINUTE = Coded.ucum("/min");
    private static final Coded MMHG = Coded.ucum("mm[Hg]");

    /** Leaves {@code out} open. */
    public void write(SessionRecord record, OutputStream out) throws IOException {
        for (String message : encoded(record)) {
            out.write(message.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The messages one by one, as they are sent. */
    public List<String> encoded(SessionRecord record) throws IOException {
        List<String> encoded = new ArrayList<>();
        try (HapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            PipeParser parser = context.getPipeParser();
            for (Hl7Message message : messages(record)) {
                encoded.add(parser.encode(message.message()));
            }
        } catch (HL7Exception e) {
            throw new IOException("the session cannot be put into HL7 messages: " + e.getMessage(), e);
        }
        return encoded;
    }

    /**
     * The messages as a queue sends them, in their order. A control id follows from the session and what the message says: the
     * same each time it is made, another when it says something else. While the course goes on, what was given so
     * far is left out: it changes with each reading.
     */
    public List<Outgoing> outgoing(SessionRecord record) throws IOException {
        boolean ended = record.cessation().isPresent();
        List<Outgoing> outgoing = new ArrayList<>();
        for (String message : encoded(record)) {
            if (ended || !message.contains(COURSE_MASS)) {
                outgoing.add(outgoing(record, message));
            }
        }
        return outgoing;
    }

    private static Outgoing outgoing(SessionRecord record, String message) {
        Matcher numbered = Pattern.compile("\\|" + Pattern.quote(record.id() + "-") + "\\d+(?=[|^])")
                .matcher(message);
        String said = numbered.replaceAll("|");
        String id = record.id() + "-" + Hashes.ofUtf8(said).substring(0, ID_DIGITS);
        return new Outgoing(id, numbered.replaceAll(Matcher.quoteReplacement("|" + id)));
    }

    private static List<Hl7Message> messages(SessionRecord record) throws HL7Exception {
        List<Hl7Message> messages = new ArrayList<>();
        for (RateStretch stretch : RateStretch.of(record.history())) {
            messages.add(rate(record, messages.size() + 1, stretch));
        }
        messages.add(totals(record, messages.size() + 1));
        for (ObservationRow row : record.observations()) {
            messages.add(set(record, messages.size() + 1, row));
        }
        Hl7Events.addTo(messages, record);
        Hl7Alerts.addTo(messages, record);
        return messages;
    }

    private static Hl7Message rate(SessionRecord record, int number, RateStretch stretch) throws HL7Exception {
        Hl7Message message = new Hl7Message(record, Profile.OBSERVATIONS, number, stretch.start(), PUMP);
        levels(message);
        message.number(
                Coded.of(Mdc.RATE_DOSE),
                "1.1.1.1",
                Optional.of(stretch.mgPerKgPerH()),
                Coded.ucum("mg/kg/h"),
                Method.CALCULATED);
        setUp(record, message, stretch);
        return message;
    }

    static void levels(Hl7Message message) throws HL7Exception {
        message.level(Mdc.PUMP_MDS, "1.0.0.0");
        message.level(Mdc.PUMP_VMD, "1.1.0.0");
        message.level(Mdc.DELIVERY_CHANNEL, "1.1.1.0");
    }

    /** What was in force when the stretch began. */
    private static void setUp(SessionRecord record, Hl7Message message, RateStretch stretch) throws HL7Exception {
        Optional<Solution> solution = inForce(record.setUp().solutions(), stretch);
        Optional<WeightEntry> weight = inForce(record.setUp().weights(), stretch);
        if (solution.isPresent()) {
            message.text(Coded.of(Mdc.DRUG_LABEL), "1.1.1.2", solution.get().drug(), Method.ENTERED);
        }
        message.number(
                Coded.of(Mdc.CONCENTRATION),
                "1.1.1.3",
                solution.map(it -> it.concentration().mgPerMl()),
                Coded.of(Mdc.MG_PER_ML),
                Method.ENTERED);
        message.number(
                Coded.of(Mdc.WEIGHT),
                "1.1.1.4",
                weight.map(it -> it.weight().kg()),
                Coded.of(Mdc.KILOGRAM),
                Method.ENTERED);
    }

    private static <T> Optional<T> inForce(List<Dated<T>> entries, RateStretch stretch) {
        return entries.stream()
                .filter(entry -> !entry.at().isAfter(stretch.start()))
                .map(Dated::value)
                .reduce((_, later) -> later);
    }

    private static Hl7Message totals(SessionRecord record, int number) throws HL7Exception {
        Hl7Message message = new Hl7Message(record, Profile.OBSERVATIONS, number, endOr(record), PUMP);
        levels(message);
        boolean atLeast = record.totals().atLeast();
        message.number(
                Coded.local(
                        atLeast ? COURSE_MASS + "-at-least" : COURSE_MASS,
                        atLeast ? "Mass given this course, at least" : "Mass given this course"),
                "1.1.1.1",
                Optional.of(record.totals().courseMg()),
                Coded.ucum("mg"),
                Method.CALCULATED);
        return message;
    }

    /** What was given in a course that has ended is said of its end. */
    private static Instant endOr(SessionRecord record) {
        return record.cessation().map(CessationRow::t0).orElse(record.asOf());
    }

    private static Hl7Message set(SessionRecord record, int number, ObservationRow row) throws HL7Exception {
        Hl7Message message = new Hl7Message(record, Profile.OBSERVATIONS, number, row.at(), SET);
        ObservationSet set = row.set();
        vitals(message, set.vitals());
        entered(message, Coded.local("sedation-0-3", "Ward sedation score 0 to 3"), Optional.of(set.sedation()), SCORE);
        entered(
                message,
                Coded.loinc("72514-3", "Pain at rest, 0 to 10"),
                set.pain().map(Pain::atRest),
                SCORE);
        message.number(
                Coded.local("early-warning", "Early-warning score"),
                "",
                row.earlyWarning().map(BigDecimal::valueOf),
                SCORE,
                Method.CALCULATED);
        for (EditRow edit : row.edits()) {
            amended(message, edit);
        }
        return message;
    }

    /** The set says what stands; this says what stood before, who amended it and why. */
    private static void amended(Hl7Message message, EditRow edit) throws HL7Exception {
        String text = "%s was %s, is %s; %s by %s: %s"
                .formatted(
                        edit.value().item(),
                        edit.value().was().orElse("not taken"),
                        edit.value().is().orElse("not taken"),
                        edit.at(),
                        edit.by().userId(),
                        edit.reason());
        message.text(Coded.local("amended-value", "Value amended after charting"), "", text, Method.ENTERED);
    }

    private static void vitals(Hl7Message message, Vitals vitals) throws HL7Exception {
        entered(message, Coded.loinc("9279-1", "Respiratory rate"), vitals.respiratoryRatePerMin(), PER_MINUTE);
        entered(message, Coded.loinc("59408-5", "SpO2"), vitals.spo2Percent(), Coded.ucum("%"));
        entered(message, Coded.loinc("8867-4", "Heart rate"), vitals.heartRatePerMin(), PER_MINUTE);
        entered(message, Coded.loinc("8480-6", "Systolic blood pressure"), vitals.systolicMmHg(), MMHG);
        entered(message, Coded.loinc("8462-4", "Diastolic blood pressure"), vitals.diastolicMmHg(), MMHG);
        message.number(
                Coded.loinc("8310-5", "Body temperature"),
                "",
                vitals.temperatureCel(),
                Coded.ucum("Cel"),
                Method.ENTERED);
    }

    private static void entered(Hl7Message message, Coded what, Optional<Integer> number, Coded unit)
            throws HL7Exception {
        message.number(what, "", number.map(BigDecimal::valueOf), unit, Method.ENTERED);
    }
}
