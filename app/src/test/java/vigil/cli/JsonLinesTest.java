package vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.cli.PumpSayings.AT;
import static vigil.cli.PumpSayings.OCCLUSION;
import static vigil.cli.PumpSayings.OTHER;
import static vigil.cli.PumpSayings.PUMP;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.engine.Engine;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.session.Event;

/** The line of each event of a pump, letter by letter: other programs read them. */
class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    private String line(Engine engine, PumpEvent said) {
        var _ = engine.accept(new Event.PumpSaid(said));
        return lines.line(said, engine.snapshot(AT));
    }

    private String line(PumpEvent said) {
        return line(PumpSayings.opened(), said);
    }

    @Test
    void aReadingOfTheBoundPumpHasDoseAndTotal() {
        // 1.4 mL/h of 5 mg/mL in 70 kg is 0.1 mg/kg/h; the first reading is where counting begins
        assertThat(line(PumpSayings.dosed(), new PumpEvent.Reading(PumpSayings.reading(PUMP))))
                .isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"reading","flowRateMlPerH":1.4,"volumeInfusedMl":12.5,\
                "deliveryStatus":"delivering","doseRateMgPerKgPerH":0.100000,"cumulativeMg":0,\
                "drug":"Ketamin \u00e4","pump":"1400-8271"}""");
    }

    @Test
    void aReadingOfAnotherPumpInTheRackHasNeitherDoseNorTotal() {
        Engine engine = PumpSayings.dosed();
        String _ = line(engine, new PumpEvent.Reading(PumpSayings.reading(PUMP)));
        assertThat(line(engine, new PumpEvent.Reading(PumpSayings.reading(OTHER))))
                .isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"reading","flowRateMlPerH":1.4,"volumeInfusedMl":12.5,\
                "deliveryStatus":"delivering","doseRateMgPerKgPerH":null,"cumulativeMg":null,\
                "drug":"Ketamin \u00e4","pump":"2200-0001"}""");
    }

    @Test
    void whatThePumpDoesNotSayIsNullAndNeverZero() {
        PumpIdentity nameless = new PumpIdentity("Perfusor Space", Optional.empty(), "50111");
        assertThat(line(new PumpEvent.Reading(PumpReading.from(nameless, AT).build())))
                .isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"reading","flowRateMlPerH":null,"volumeInfusedMl":null,\
                "deliveryStatus":"unknown","doseRateMgPerKgPerH":null,"cumulativeMg":null,"drug":null,"pump":null}""");
    }

    @Test
    void anAlarmThatStartsIsToldInThePumpsWords() {
        assertThat(line(new PumpEvent.AlarmStarted(AT, PUMP, OCCLUSION))).isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"alarm-started","alarmClass":"occlusion","code":"INA3",\
                "text":"Pressure \\"alarm\\"","pump":"1400-8271"}""");
    }

    @Test
    void anAlarmThatEndsIsToldInThePumpsWords() {
        assertThat(line(new PumpEvent.AlarmEnded(AT, PUMP, OCCLUSION))).isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"alarm-ended","alarmClass":"occlusion","code":"INA3",\
                "text":"Pressure \\"alarm\\"","pump":"1400-8271"}""");
    }

    @Test
    void theStateOfTheLinkIsToldWithItsReason() {
        assertThat(line(new PumpEvent.LinkChanged(AT, new LinkState.Unreachable("no cable"))))
                .isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"link","state":"unreachable","reason":"no cable"}""");
    }

    @Test
    void everyStateOfTheLinkHasItsName() {
        assertThat(JsonLines.name(new LinkState.Closed())).isEqualTo("closed");
        assertThat(JsonLines.name(new LinkState.Connecting("x"))).isEqualTo("connecting");
        assertThat(JsonLines.name(new LinkState.Silent())).isEqualTo("silent");
        assertThat(JsonLines.name(new LinkState.Garbled())).isEqualTo("garbled");
        assertThat(JsonLines.name(new LinkState.Refused("x"))).isEqualTo("refused");
        assertThat(JsonLines.name(new LinkState.Live())).isEqualTo("live");
    }

    @Test
    void aPumpPutInAndTakenOutIsTold() {
        assertThat(line(new PumpEvent.SlotChanged(AT, PUMP, true))).isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"pump-plugged","pump":"1400-8271"}""");
        assertThat(line(new PumpEvent.SlotChanged(AT, PUMP, false))).isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"pump-removed","pump":"1400-8271"}""");
    }

    @Test
    void rejectedBytesAreToldAsTheyCame() {
        assertThat(line(new PumpEvent.Rejected(AT, "checksum", "01ff", 2))).isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"rejected","reason":"checksum","bytesHex":"01ff","byteCount":2}""");
    }

    @Test
    void rejectionsToldAsOneSayHowManyTheyWere() {
        assertThat(line(new PumpEvent.Rejected(AT, "checksum", "01ff", 620, 310)))
                .isEqualTo("""
                {"at":"2026-03-01T22:00:00.500Z","type":"rejected","reason":"checksum","bytesHex":"01ff","byteCount":620,"frameCount":310}""");
    }

    @Test
    void aLineBreakInAPumpsTextStaysInItsLine() {
        assertThat(line(new PumpEvent.Rejected(AT, "a\nb\r\u0000", "", 0))).doesNotContain("\n", "\r", "\u0000");
    }
}
