package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.bcc.BccFrame;
import vigil.pump.sim.Rack.Slot;

/** The speaker heard as any client of the specification would, byte by byte. */
class BccSpeakerTest {
    private static final Moment CYCLE_START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final byte[] ACK = {0x06};
    private static final byte[] NAK = {0x15};

    private final Rack rack = new Rack();
    private final SimulatedPump pump = pump("12345");
    private BccSpeaker speaker = new BccSpeaker(rack, BccOptions.FACTORY, START);

    BccSpeakerTest() {
        rack.put(Slot.FIRST, pump);
    }

    private static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("688N030003", serialNumber, Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("0.35"), START);
        return pump;
    }

    private byte[] say(byte[] bytes, int seconds) {
        return speaker.heard(bytes, bytes.length, START.plus(Duration.ofSeconds(seconds)));
    }

    private byte[] request(String information, int seconds) {
        return say(new BccFrame("SpaceCOM", information, true).bytes(true), seconds);
    }

    private static byte[] block(String information, boolean last) {
        return new BccFrame("SpaceCOM", information, last).bytes(true);
    }

    private static String text(byte[] wire) {
        return new String(wire, ISO_8859_1);
    }

    @Test
    void aliveIsAnsweredWithTheRealBedIdAsPrinted() {
        byte[] answer = say(new BccFrame("1", "ADMIN:ALIVE", true).bytes(true), 206);
        assertThat(text(answer)).isEqualTo("\u000100044\u0002SpaceeCOM/1/1>206,50100,GNACK,0\u000300109\u0004");
    }

    @Test
    void versionIsAnsweredAsPrinted() {
        assertThat(text(request("ADMIN:VERSION", 207)))
                .isEqualTo("\u000100042\u0002SpaceeCOM/1/1>207,50100,V3.30\u000300198\u0004");
    }

    @Test
    void syntaxErrorIsAnsweredAsPrintedAndIsAStray() {
        assertThat(text(request("MEM:GETT", 216)))
                .isEqualTo("\u000100045\u0002SpaceeCOM/1/1>216,50100,GNEERR,68\u000300199\u0004");
        assertThat(speaker.strays()).containsExactly("request MEM:GETT");
    }

    @Test
    void wrongCheckIsRefusedWithSixtyEight() {
        byte[] wrong = block("MEM:GET", true);
        wrong[wrong.length - 2] ^= 1;
        assertThat(text(say(wrong, 216))).contains("216,50100,GNEERR,68");
        assertThat(speaker.strays()).hasSize(1);
    }

    @Test
    void wrongBedIdIsRefused() {
        assertThat(text(say(new BccFrame("other", "MEM:GET", true).bytes(true), 5)))
                .contains("GNEERR,68");
    }

    @Test
    void nextBlockWaitsForTheAckOfTheOneBefore() {
        rack.put(new Slot(1, 2), pump("22222"));
        byte[] first = request("MEM:GET", 10);
        assertThat(text(first)).contains("10,50100,FMNOR,1").contains("\u0017").contains(",50111,INSEERNUM,12345");
        byte[] second = say(ACK, 11);
        assertThat(text(second)).contains("11,50112,INSEERNUM,22222").contains("\u0003");
        assertThat(say(ACK, 12)).isEmpty();
    }

    @Test
    void nakBringsTheSameBlockAgain() {
        rack.put(new Slot(1, 2), pump("22222"));
        byte[] first = request("MEM:GET", 10);
        assertThat(say(NAK, 13)).isEqualTo(first);
        say(ACK, 14);
        assertThat(text(say(NAK, 15))).contains("INSEERNUM,22222");
    }

    @Test
    void newRequestBeginsWithTheFirstBlockAgain() {
        rack.put(new Slot(1, 2), pump("22222"));
        request("MEM:GET", 10);
        assertThat(text(request("MEM:GET", 11))).contains("INSEERNUM,12345");
    }

    @Test
    void oneSlotIsAnsweredInOneBlock() {
        assertThat(text(request("MEM:GETSLOT#11", 3)))
                .contains("3,50111,GNMOEXEEL,688N030003")
                .contains("\u0003");
    }

    @Test
    void slotThatNoRackHasIsRefusedWith811() {
        assertThat(request("MEM:GETSLOT#49", 3)).isEqualTo(block("3,50149,GNERR,811", true));
    }

    @Test
    void emptySlotHasNoData() {
        assertThat(request("MEM:GETSLOT#12", 3)).isEqualTo(block("3,50112,GNERR,11", true));
    }

    @Test
    void removedPumpIsToldOnce() {
        rack.unplug(Slot.FIRST);
        assertThat(text(request("MEM:GET", 215))).contains("215,50111,GNEERR,39");
        assertThat(request("MEM:GET", 216)).isEqualTo(block("216,50100,GNERR,11", true));
    }

    @Test
    void pluggedPumpIsGnnewOnce() {
        rack.plug(new Slot(1, 10), pump("22222"));
        assertThat(text(request("MEM:GETSLOT#1A", 1))).contains("5011A,GNNEEW,");
        assertThat(text(request("MEM:GETSLOT#1A", 2))).contains("5011A,GNMOEXEEL,");
    }

    @Test
    void flagsSayWhatThePumpDoes() {
        pump.start(START);
        pump.raise(SimulatedAlarm.NEAR_END, START);
        assertThat(text(request("MEM:GET", 1)))
                .contains(",INM3,1")
                .contains(",INM14,0")
                .contains(",INM8,1")
                .contains(",INA12,1")
                .contains(",INA3,0");
    }

    @Test
    void bitFieldsReplaceTheFlags() {
        speaker = new BccSpeaker(rack, BccOptions.FACTORY.withBitFields(), START);
        pump.start(START);
        pump.raise(SimulatedAlarm.NEAR_END, START);
        assertThat(text(request("MEM:GET", 1)))
                .contains(",PREEALARM,0x00000004h")
                .contains(",STATUS1,0x00000083h")
                .contains(",ALARM1,0x00000000h")
                .doesNotContain("INM3", "INA3");
    }

    @Test
    void requestInPiecesIsUnderstood() {
        byte[] request = block("MEM:GET", true);
        byte[] answer = {};
        for (byte value : request) {
            answer = say(new byte[] {value}, 1);
        }
        assertThat(answer).isNotEmpty();
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void modelMayEndInACarriageReturn() {
        speaker = new BccSpeaker(rack, BccOptions.FACTORY.withCarriageReturn(), START);
        assertThat(text(request("MEM:GET", 1))).contains("GNMOEXEEL,688N030003\r\u001e");
    }

    @Test
    void inCyclicModeItSpeaksEveryFiveSecondsAndAtOnceWhenSomethingChangesButWaitsForTheAcknowledgement() {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), CYCLE_START);
        BccSpeaker cyclic = new BccSpeaker(Rack.of(pump), BccOptions.FACTORY.inCyclicMode(), CYCLE_START);
        assertThat(unasked(cyclic, 0)).isEmpty();
        assertThat(unasked(cyclic, 1)).as("its state is news").contains("INRT,0.00");
        pump.setRate(FlowRate.ofMlPerH("2"), CYCLE_START.plus(Duration.ofSeconds(1)));
        assertThat(unasked(cyclic, 3)).as("no ACK, no more data").isEmpty();
        assertThat(cyclic.wakeAt()).isEqualTo(Long.MAX_VALUE);
        cyclic.heard(new byte[] {6}, 1, CYCLE_START.plus(Duration.ofSeconds(4)));
        cyclic.heard(new byte[] {6}, 1, CYCLE_START.plus(Duration.ofSeconds(4)));
        assertThat(unasked(cyclic, 6)).as("the cycle").contains("INRT,2.00");
        cyclic.heard(new byte[] {6}, 1, CYCLE_START.plus(Duration.ofMillis(6_100)));
        assertThat(unasked(cyclic, 8)).as("nothing new").isEmpty();
        pump.setRate(FlowRate.ofMlPerH("3"), CYCLE_START.plus(Duration.ofSeconds(8)));
        assertThat(unasked(cyclic, 9)).as("at once").contains("INRT,3.00");
    }

    private static String unasked(BccSpeaker speaker, int second) {
        byte[] said = speaker.heard(new byte[0], 0, CYCLE_START.plus(Duration.ofSeconds(second)));
        return new String(said, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
