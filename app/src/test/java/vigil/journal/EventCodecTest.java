package vigil.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.Staff;

class EventCodecTest {
    private static final Moment AT = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 2);
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    @Test
    @Tag("G1")
    @Tag("G2")
    void everyKindOfEventComesBackAsItWas() {
        for (long seed = 0; seed < 300; seed++) {
            for (Event event : new SampleEvents(seed).everyKind()) {
                byte[] payload = EventCodec.encode(event);
                assertThat(EventCodec.decode(EventType.of(event), event.at(), payload))
                        .as("seed %d", seed)
                        .isEqualTo(event);
            }
        }
    }

    @Test
    void theSampleHoldsEveryTypeOfEntry() {
        Set<EventType> sampled =
                new SampleEvents(1).everyKind().stream().map(EventType::of).collect(Collectors.toSet());
        assertThat(sampled).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void codesAreTheOnesOfFormatOne() {
        List<String> codes = Arrays.stream(EventType.values())
                .map(type -> type.code() + " " + type)
                .toList();
        assertThat(codes)
                .containsExactly(
                        "1 CONSOLE_STARTED",
                        "2 TICK",
                        "3 EVENTS_LOST",
                        "8 SITE_SETTINGS_IN_FORCE",
                        "9 DRAFT_KEPT",
                        "16 READING",
                        "17 ALARM_STARTED",
                        "18 ALARM_ENDED",
                        "19 LINK_CHANGED",
                        "20 SLOT_CHANGED",
                        "21 REJECTED",
                        "32 SESSION_OPENED",
                        "33 WEIGHT_CONFIRMED",
                        "34 SOLUTION_CONFIRMED",
                        "35 LINE_CONFIRMED",
                        "36 ASSESSMENT_RECORDED",
                        "37 RATE_ORDERED",
                        "38 PUMP_BOUND",
                        "39 PATIENT_CORRECTED",
                        "48 OBSERVATIONS_CHARTED",
                        "49 REVIEW_DONE",
                        "50 STOP_EXPLAINED",
                        "51 CESSATION_DECIDED",
                        "52 DISCHARGE_PLANNED",
                        "53 SIGNED",
                        "54 NOTE_ADDED",
                        "55 OBSERVATIONS_AMENDED",
                        "56 ENTRY_VOIDED",
                        "64 CONDITION_ACKNOWLEDGED",
                        "65 AUDIO_PAUSED",
                        "66 AUDIO_RESUMED",
                        "67 SOUND_REPORTED",
                        "68 SOUND_TEST_ASKED",
                        "69 SOUND_CHECKED",
                        "80 PUMP_CHECKED",
                        "81 CHARTED_PUMP_BOUND",
                        "82 ADMISSION_RECORDED",
                        "83 WEIGHT_MEASURED",
                        "84 SOLUTION_ENTERED",
                        "85 PURGE_RECORDED",
                        "86 DELIVERY_EXPLAINED",
                        "96 OPIOID_REGIMEN_RECORDED",
                        "97 OUTCOMES_SCORED",
                        "98 REFERENCE_CHOSEN",
                        "99 PLASMA_CHOSEN",
                        "112 PAUSE_ASSESSED",
                        "113 PHYSICIAN_DIRECTED",
                        "114 OVERRIDE_RECORDED",
                        "115 PATIENT_AWAY",
                        "116 PATIENT_BACK",
                        "117 CONCERN_RAISED",
                        "118 CONCERN_ENDED",
                        "119 REVIEW_PLANNED",
                        "120 PROMPT_CLOSED",
                        "121 DAILY_ITEM_DONE",
                        "150 SETTING_CHANGED",
                        "160 USER_ADDED",
                        "161 ROLE_CHANGED",
                        "162 PIN_SET",
                        "163 ACCESS_CHANGED",
                        "164 SIGNED_IN",
                        "165 SIGN_IN_FAILED",
                        "166 CONSOLE_LEFT",
                        "167 ADMINISTRATOR_RECOVERED",
                        "168 RECOVERY_REFUSED",
                        "180 BACKUP_MADE",
                        "181 BACKUP_FAILED",
                        "182 RECORD_PURGED",
                        "183 KEY_RENEWED",
                        "184 RECORDING_FAILED",
                        "185 RECORD_IN_DANGER",
                        "186 RECORDING_RESTORED",
                        "187 RECORD_SHORTENED",
                        "188 RECORD_CUT_OFF",
                        "190 SCREEN_STALLED",
                        "191 SCREEN_ANSWERED",
                        "192 PROGRAM_STOOD");
    }

    @Test
    void aFullReadingIsWrittenInShortNames() {
        PumpReading reading = PumpReading.from(
                        new PumpIdentity("Perfusor Space", java.util.Optional.of("4711"), "50111"), AT)
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.750"))
                .volumeInfused(Volume.ofMl("12.34"))
                .volumeRemaining(Volume.ofMl("37.66"))
                .vtbi(Volume.ofMl("50"))
                .timeRemaining(Duration.ofMinutes(1291))
                .drug("Ketamine")
                .concentration(Concentration.ofMgPerMl("4"))
                .pumpDoseRate("0.1 mg/kg/h")
                .pressurePercent(new BigDecimal("12"))
                .batteryRemaining(Duration.ofMinutes(90))
                .onMains(true)
                .bolusActive(true)
                .deviceTimeS(123)
                .remark(new Remark("INPR", Quality.NO_VALUE, "_NV"))
                .build();
        assertThat(json(new Event.PumpSaid(new PumpEvent.Reading(reading)))).isEqualTo("""
                        {"p":"Perfusor Space","n":"4711","a":"50111","s":"DELIVERING","q":"1.75","v":"12.34","r":"37.66",\
                        "i":"50","t":77460,"d":"Ketamine","c":"4","u":"0.1 mg/kg/h","o":"12","b":5400,"m":true,\
                        "x":true,"k":123,"e":["INPR","NO_VALUE","_NV"]}""");
    }

    @Test
    void aChangedSettingIsWrittenWithItsOldAndNewValueAndWhoChangedIt() {
        Event changed = new Event.SettingChanged(AT, "pump line", "", "bcc at /dev/ttyUSB0, 9600 8N1", NURSE);
        String written = """
                {"setting":"pump line","before":"","after":"bcc at /dev/ttyUSB0, 9600 8N1",\
                "by":{"user":"ab12","name":"A. Brown RN","role":"NURSE"}}""";
        assertThat(json(changed)).isEqualTo(written);
        assertThat(EventCodec.decode(EventType.ofCode(150).orElseThrow(), AT, written.getBytes(UTF_8)))
                .isEqualTo(changed);
    }

    @Test
    void whatAPersonDidIsWrittenWithWhoDidIt() {
        assertThat(json(new Event.NoteAdded(AT, "Dressing renewed", NURSE))).isEqualTo("""
                        {"text":"Dressing renewed","by":{"user":"ab12","name":"A. Brown RN","role":"NURSE"}}""");
    }

    @Test
    void whatThePumpDidNotSayIsNotWritten() {
        PumpReading nothing = PumpReading.from(new PumpIdentity("P", java.util.Optional.empty(), ""), AT)
                .build();
        assertThat(json(new Event.PumpSaid(new PumpEvent.Reading(nothing)))).isEqualTo("""
                        {"p":"P","a":"","s":"UNKNOWN"}""");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> EventCodec.decode(EventType.EVENTS_LOST, AT, "{}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'count' is missing");
    }

    @Test
    void aSetFromBeforeCircumstancesWereRecordedHasNone() {
        String old = """
                {"kind":"CORE","sedation":0,"vitals":{},"sideEffects":{},"dissociation":{},"note":"",\
                "by":{"user":"ab12","name":"A. Brown RN","role":"NURSE"}}""";

        Event read = EventCodec.decode(EventType.OBSERVATIONS_CHARTED, AT, old.getBytes(UTF_8));

        assertThat(((Event.ObservationsCharted) read).set().circumstances()).isEmpty();
        assertThat(json(read)).isEqualTo(old);
    }

    private static String json(Event event) {
        return new String(EventCodec.encode(event), UTF_8);
    }
}
