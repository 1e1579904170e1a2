package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Hl7InputStreamMessageIterator;
import ca.uhn.hl7v2.util.Terser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.session.Patient;
import vigil.store.SessionRecord;

class Hl7WriterTest {
    private static final String OBSERVATION = "/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION";

    /** Code, partition and term as the table of verified codes prints them. */
    @ParameterizedTest
    @CsvSource({
        "PUMP_MDS, 69985, 1, 4449",
        "PUMP_VMD, 69986, 1, 4450",
        "DELIVERY_CHANNEL, 126978, 1, 61442",
        "RATE_DOSE, 157924, 2, 26852",
        "CONCENTRATION, 157760, 2, 26688",
        "DRUG_LABEL, 184514, 2, 53442",
        "WEIGHT, 68063, 1, 2527",
        "MG_PER_ML, 264306, 4, 2162",
        "KILOGRAM, 263875, 4, 1731",
        "FLOW, 157784, 2, 26712",
        "ML_PER_H, 265266, 4, 3122",
        "EVENT_ALARM, 196616, 3, 8",
        "DELIVERY_START, 197288, 3, 680",
        "ALERT_SOURCE, 68480, 1, 2944",
        "EVENT_PHASE, 68481, 1, 2945",
        "ALARM_STATE, 68482, 1, 2946",
        "INACTIVATION_STATE, 68483, 1, 2947",
        "ALARM_PRIORITY, 68484, 1, 2948",
        "ALERT_TYPE, 68485, 1, 2949",
        "EVENT_CONDITION, 68487, 1, 2951"
    })
    void aCodeIsPartitionTimes65536PlusTerm(Mdc term, int code, int partition, int number) {
        assertThat(term.code()).isEqualTo(code).isEqualTo(partition * 65_536 + number);
    }

    /** Six rates, the total, eleven sets; a start, five changes and a stop; an alarm that began, was answered and ended. */
    @Test
    void everyMessageParsesAsTheProfileItNames() throws Exception {
        List<Terser> messages = parsed(text(PlannedCourse.record()));

        assertThat(messages).hasSize(28);
        assertThat(messages.subList(0, 18)).allSatisfy(message -> {
            assertThat(message.get("/MSH-9-2")).isEqualTo("R01");
            assertThat(message.get("/MSH-21-3")).isEqualTo("1.3.6.1.4.1.19376.1.6.1.1.1");
        });
        assertThat(messages.subList(18, 25)).allSatisfy(message -> {
            assertThat(message.get("/MSH-9-2")).isEqualTo("R42");
            assertThat(message.get("/MSH-9-3")).isEqualTo("ORU_R01");
            assertThat(message.get("/MSH-21-3")).isEqualTo("1.3.6.1.4.1.19376.1.6.4.10");
        });
        assertThat(messages.subList(25, 28)).allSatisfy(message -> {
            assertThat(message.get("/MSH-9-2")).isEqualTo("R40");
            assertThat(message.get("/MSH-9-3")).isEqualTo("ORU_R40");
            assertThat(message.get("/MSH-21-1")).isEqualTo("IHE_PCD_ACM_001");
        });
        assertThat(messages).extracting(message -> message.get("/MSH-10")).doesNotHaveDuplicates();
    }

    @Test
    void deliveryStartsChangesAndStopsAsInfusionEvents() throws IOException {
        assertThat(text(PlannedCourse.record()).lines())
                .filteredOn(line -> line.contains("MDC_ATTR_EVT_COND"))
                .extracting(line -> line.split("\\|", -1)[5])
                .containsExactly(
                        "197288^MDC_EVT_PUMP_DELIV_START^MDC",
                        "rate-changed^Dose rate changed^99VIGIL",
                        "rate-changed^Dose rate changed^99VIGIL",
                        "rate-changed^Dose rate changed^99VIGIL",
                        "rate-changed^Dose rate changed^99VIGIL",
                        "rate-changed^Dose rate changed^99VIGIL",
                        "delivery-stopped^Delivery stopped^99VIGIL");
    }

    @Test
    void anAlarmIsAnAlertWhenItBeginsIsAnsweredAndEnds() throws IOException {
        List<String> lines = text(PlannedCourse.record()).lines().toList();

        assertThat(values(lines, "MDC_EVT_ALARM")).containsOnly("PUMP_ALARM^Syringe near end^99VIGIL");
        assertThat(values(lines, "MDC_ATTR_ALERT_SOURCE")).containsOnly("69985^MDC_DEV_PUMP_INFUS_MDS^MDC");
        assertThat(values(lines, "MDC_ATTR_EVENT_PHASE")).containsExactly("start", "update", "end");
        assertThat(values(lines, "MDC_ATTR_ALARM_STATE")).containsExactly("active", "active", "inactive");
        assertThat(values(lines, "MDC_ATTR_ALARM_INACTIVATION_STATE"))
                .containsExactly("enabled", "alert-acknowledged", "enabled");
        assertThat(values(lines, "MDC_ATTR_ALARM_PRIORITY")).containsOnly("PL");
    }

    private static List<String> values(List<String> lines, String reference) {
        return lines.stream()
                .filter(line -> line.startsWith("OBX") && line.contains(reference + "^MDC|"))
                .map(line -> line.split("\\|", -1)[5])
                .toList();
    }

    @Test
    void everyMessageSaysWhoSpeaksAndAboutWhom() throws Exception {
        for (Terser message : parsed(text(PlannedCourse.record())).subList(0, 25)) {
            assertThat(message.get("/MSH-3-1")).isEqualTo("VIGIL");
            assertThat(message.get("/MSH-12-1")).isEqualTo("2.6");
            assertThat(message.get("/MSH-15")).isEqualTo("AL");
            assertThat(message.get("/MSH-18")).isEqualTo("UNICODE UTF-8");
            assertThat(message.get("/PATIENT_RESULT/PATIENT/PID-3-1")).isEqualTo("0412 7785");
            assertThat(message.get("/PATIENT_RESULT/PATIENT/PID-7-1")).isEqualTo("19710314");
        }
    }

    @Test
    void aDoseRateIsFlaggedAsCalculatedAndStandsUnderItsChannel() throws Exception {
        assertThat(text(PlannedCourse.record()).split("\r"))
                .containsSequence(
                        "OBX|1||69985^MDC_DEV_PUMP_INFUS_MDS^MDC|1.0.0.0|||||||X",
                        "OBX|2||69986^MDC_DEV_PUMP_INFUS_VMD^MDC|1.1.0.0|||||||X",
                        "OBX|3||126978^MDC_DEV_PUMP_INFUS_CHAN_DELIVERY^MDC|1.1.1.0|||||||X",
                        "OBX|4|NM|157924^MDC_RATE_DOSE^MDC|1.1.1.1|0.05|mg/kg/h^mg/kg/h^UCUM|||||R||||||ACALC^auto-calculation^MDC",
                        "OBX|5|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.1.2|ketamine||||||R||||||MMEAS^manual-measurement^MDC",
                        "OBX|6|NM|157760^MDC_CONC_DRUG^MDC|1.1.1.3|4|264306^MDC_DIM_MILLI_G_PER_ML^MDC|||||R||||||MMEAS^manual-measurement^MDC",
                        "OBX|7|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|1.1.1.4|70|263875^MDC_DIM_KILO_G^MDC|||||R||||||MMEAS^manual-measurement^MDC");
    }

    @Test
    void aValueThatWasNotTakenStandsWithoutOne() throws Exception {
        List<Terser> messages = parsed(text(PlannedCourse.record()));
        Terser row90 = messages.get(14);

        assertThat(row90.get(OBSERVATION + "(1)/OBX-3-1")).isEqualTo("59408-5");
        assertThat(row90.get(OBSERVATION + "(1)/OBX-11")).isEqualTo("X");
        assertThat(row90.get(OBSERVATION + "(1)/OBX-5-1")).isNull();
        assertThat(row90.get(OBSERVATION + "(0)/OBX-5-1")).isEqualTo("15");
    }

    @Test
    void simulatedDataAreFlaggedInEveryRow() throws Exception {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::simulation);

        assertThat(text(record).split("\r"))
                .filteredOn(line -> line.startsWith("OBX"))
                .allMatch(line -> line.split("\\|", -1)[8].equals("DEMO"));
        assertThat(parsed(text(record)).getFirst().get("/MSH-11-1")).isEqualTo("T");
    }

    @Test
    void separatorsInANameCannotReachAnotherField() throws Exception {
        Patient patient = new Patient("O|Brien^\\&~\rOBX|99", "Zoë 王", "1|2", LocalDate.of(1970, 1, 1), "", "1");

        Terser first = parsed(text(PlannedCourse.ofPatient(patient))).getFirst();

        assertThat(first.get("/PATIENT_RESULT/PATIENT/PID-5-1"))
                .contains("O|Brien^\\&~")
                .contains("OBX|99");
        assertThat(first.get("/PATIENT_RESULT/PATIENT/PID-5-2")).isEqualTo("Zoë 王");
        assertThat(first.get("/PATIENT_RESULT/PATIENT/PID-3-1")).isEqualTo("1|2");
    }

    @Test
    void theSameRecordGivesTheSameBytesWhateverTheMachinesLanguageAndTimeZone() throws IOException {
        String first = text(PlannedCourse.record());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            assertThat(text(PlannedCourse.record())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String text(SessionRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Hl7Writer().write(record, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Terser> parsed(String text) throws Exception {
        List<Terser> messages = new ArrayList<>();
        try (HapiContext context = new DefaultHapiContext()) {
            Hl7InputStreamMessageIterator all = new Hl7InputStreamMessageIterator(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), context);
            while (all.hasNext()) {
                Message message = all.next();
                messages.add(new Terser(message));
            }
        }
        return messages;
    }
}
