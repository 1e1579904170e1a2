package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.pump.sim.Rack.Slot;

/** The simulated base as any client of the protocol sees it: bytes against bytes, as printed in section 4.9. */
class FreseniusSpeakerTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final String ACK = "06";
    private static final String CONNECT_BASE = "02304443343803";
    private static final String CONNECT_MODULE = "02314443343703";
    private static final String MODULE_DONE = "023143384203";

    private final SimulatedPump pump = new SimulatedPump("DPS", "12345", Volume.ofMl("50"), START);
    private final Rack rack = Rack.of(pump);
    private FreseniusSpeaker speaker = new FreseniusSpeaker(rack, FreseniusOptions.BASE, START);
    private Moment now = START;

    private String say(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return HexFormat.of().formatHex(speaker.heard(bytes, bytes.length, now));
    }

    private String frame(String body) {
        String wire = "\u0002%s%02X\u0003".formatted(body, 255 - body.chars().sum() % 256);
        return HexFormat.of().formatHex(wire.getBytes(ISO_8859_1));
    }

    private void pass(int millis) {
        now = now.plus(Duration.ofMillis(millis));
    }

    private void connect() {
        assertThat(say(CONNECT_BASE)).isEqualTo(ACK + "023043384303");
        say(ACK);
        assertThat(say(CONNECT_MODULE)).isEqualTo(ACK + MODULE_DONE);
        say(ACK);
    }

    @Test
    void conversationOfThePageIsAnsweredByteByByte() {
        rack.put(new Slot(1, 2), new SimulatedPump("DPS", "2", Volume.ofMl("50"), START));
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        connect();
        assertThat(say("02304c453b62413103")).isEqualTo(ACK + "0230433b62303338" + "4303");
        say(ACK);
        assertThat(say("02314c453b64394503")).isEqualTo(ACK + "0231433b643030323332" + "3703");
        say(ACK);
        speaker.override("r", "000004D2");
        assertThat(say("02314c453b72393003")).isEqualTo(ACK + "0231433b723030303030344432343403");
        say(ACK);
        assertThat(say("02314643343503")).isEqualTo(ACK + MODULE_DONE);
        say(ACK);
        assertThat(say("02304643343603")).isEqualTo(ACK + "023043384303");
        say(ACK);
        assertThat(speaker.strays()).isEmpty();
        assertThat(speaker.complaints()).isEmpty();
    }

    @Test
    void moduleThatWasResetRefusesWith1E() {
        connect();
        speaker.reset(1);
        assertThat(say("02314c453b64394503")).isEqualTo(ACK + "0231493b3145443403");
    }

    @Test
    void subscribedValueIsToldAndRepeatedUntilItIsAnswered() {
        connect();
        speaker.override("r", "000004D3");
        assertThat(say("023144453b72393803")).isEqualTo(ACK + MODULE_DONE);
        assertThat(say(ACK)).isEqualTo("0231453b723030303030344433343103");
        say(ACK);
        say("14");
        pass(1_500);
        assertThat(say("14")).contains("0231453b723030303030344433343103");
        assertThat(speaker.complaints()).contains("no answer to 1E;r000004D3");
        say(ACK);
        assertThat(say("023145383903")).isEqualTo(ACK);
        pass(100);
        assertThat(say("")).isEmpty();
    }

    @Test
    void enquiryComesTwiceASecond() {
        assertThat(speaker.wakeAt()).isEqualTo(500_000_000L);
        pass(500);
        assertThat(say("")).isEqualTo("05");
        pass(499);
        assertThat(say("")).isEmpty();
        pass(1);
        assertThat(say("")).isEqualTo("05");
    }

    @Test
    void missingDc4IsComplainedOfAndInTheEndClosesTheConnections() {
        connect();
        for (int i = 0; i < 8; i++) {
            pass(500);
            say("");
        }
        assertThat(speaker.complaints()).contains("no DC4");
        assertThat(say("02314c453b64394503")).isEqualTo(ACK + frame("1I;0D"));
    }

    @Test
    void missingAckIsComplainedOfAndToldWithNak5() {
        say(CONNECT_BASE);
        pass(1_000);
        assertThat(say("")).isEqualTo("051535");
        assertThat(speaker.complaints()).containsExactly("no ACK");
    }

    @Test
    void wrongChecksumIsRefusedWithNak2AndFlagged() {
        assertThat(say("02304443343903")).isEqualTo("1532");
        assertThat(speaker.strays()).hasSize(1);
    }

    @Test
    void byteAbove7FIsRefusedWithNak1AndFlagged() {
        assertThat(say("0230c443343803")).isEqualTo("1531");
        assertThat(speaker.strays()).contains("byte C4 on a line of 7 bits");
    }

    @Test
    void frameTooLongOrWithAControlCodeIsRefusedWithItsOwnReason() {
        assertThat(say(frame("0" + "D".repeat(90)))).isEqualTo("1537");
        assertThat(say("02304407343803")).isEqualTo("1538");
    }

    @Test
    void wrongAddressIsRefusedWithNak4() {
        assertThat(say(frame("7DC"))).isEqualTo("1534");
        assertThat(say(frame("DC"))).isEqualTo("1534");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MO", "RZ", "OF", "SI", "EP", "AP", "EN", "PR", "PO", "PB", "PF", "PV", "RV", "PP", "PS"})
    void commandIsRefusedAndFlagged(String verb) {
        connect();
        assertThat(say(frame("1" + verb + ";0023"))).isEqualTo(ACK + frame("1I;01"));
        assertThat(speaker.strays()).containsExactly("request 1" + verb + ";0023");
    }

    @Test
    void severalValuesComeInTheOrderAskedFor() {
        pump.setRate(FlowRate.ofMlPerH("12"), START);
        connect();
        assertThat(say(frame("1LE;rd"))).isEqualTo(ACK + frame("1C;r00000000;d0078"));
        say(ACK);
        assertThat(say(frame("1LE;k"))).isEqualTo(ACK + frame("1I;0A"));
        say(ACK);
        assertThat(say(frame("1LE;7"))).isEqualTo(ACK + frame("1I;0B"));
    }

    @Test
    void nakOfTheClientBringsTheSameFrameAgain() {
        assertThat(say(CONNECT_BASE)).isEqualTo(ACK + "023043384303");
        assertThat(say("1532")).isEqualTo("023043384303");
    }

    @Test
    void singlePumpHasNoAddress() {
        speaker = new FreseniusSpeaker(rack, FreseniusOptions.SINGLE, START);
        assertThat(say(frame("0DC"))).isEqualTo("1534");
        assertThat(say(frame("DC"))).isEqualTo(ACK + frame("C"));
        say(ACK);
        assertThat(say(frame("LN"))).isEqualTo(ACK + frame("C;12345"));
    }
}
