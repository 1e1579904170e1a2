package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.pump.newera.NewEraFrame;
import vigil.pump.newera.NewEraFrame.Mode;

class NewEraSpeakerTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final byte[] NOTHING = {};

    private final SimulatedPump pump = new SimulatedPump("NE1000V3.928", "", Volume.ofMl("50"), START);
    private final NewEraSpeaker speaker = new NewEraSpeaker(Rack.of(pump), NewEraOptions.FACTORY);

    private String said(String request) {
        return said(request.getBytes(US_ASCII), START);
    }

    private String said(byte[] bytes, Moment now) {
        return new String(speaker.heard(bytes, bytes.length, now), US_ASCII)
                .replace("\u0002", "<")
                .replace("\u0003", ">");
    }

    private static byte[] safe(String payload) {
        return new NewEraFrame(Mode.SAFE, payload).bytes();
    }

    @Test
    void firstQuestionAfterPowerUpIsAnsweredWithResetOnce() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        assertThat(said("0\r")).isEqualTo("<00S>");
        speaker.powerCycle();
        assertThat(said("0RAT\r")).isEqualTo("<00A?R>");
    }

    @ParameterizedTest
    @CsvSource({
        "0VER,<00SNE1000V3.928>",
        "0RAT,<00S3.500MH>",
        "0DIA,<00S26.59>",
        "0DIR,<00SINF>",
        "0DIS,<00SI0.000W0.000ML>",
        "0VOL,<00S0.000ML>",
        "0PHN,<00S1>",
        "0SAF,<00S0>",
        "RAT,<00S3.500MH>"
    })
    void questionsAreAnsweredAsOnThePage(String request, String answer) {
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        assertThat(said(request + "\r")).isEqualTo(answer);
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void blanksControlCharactersAndCaseAreIgnored() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        assertThat(said(" 0 \n d\u0007ir\r")).isEqualTo("<00SINF>");
    }

    @Test
    void alarmIsClearedByBeingTold() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        pump.start(START);
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        assertThat(said("0RAT\r")).isEqualTo("<00A?S>");
        assertThat(said("0\r")).isEqualTo("<00S>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0RUN", "0STP", "0RAT5", "0SAF30", "0CLDINF", "XYZZY"})
    void commandIsAStrayAndChangesNothing(String request) {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        assertThat(said(request + "\r")).startsWith("<00S?");
        assertThat(speaker.strays()).containsExactly("request " + request);
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void anotherPumpsQuestionIsNotAnswered() {
        assertThat(said("1RAT\r")).isEmpty();
        assertThat(said("0RAT\r")).isEqualTo("<00A?R>");
    }

    @Test
    void numbersHaveFourDigitsAndAPointAtMost() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        pump.setRate(FlowRate.ofMlPerH("12.345"), START);
        assertThat(said("0RAT\r")).isEqualTo("<00S12.34MH>");
        pump.setRate(FlowRate.ofMlPerH("123.45"), START);
        assertThat(said("0RAT\r")).isEqualTo("<00S123.4MH>");
        pump.setRate(FlowRate.ofMlPerH("1234.5"), START);
        assertThat(said("0RAT\r")).isEqualTo("<00S1234MH>");
    }

    @Test
    void safePacketIsAStrayAnsweredInTheNewMode() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        byte[] set = safe("SAF10");
        assertThat(speaker.heard(set, set.length, START)[1]).isNotEqualTo((byte) '0');
        assertThat(speaker.strays()).containsExactly("Safe packet SAF10");
        assertThat(said("0RAT\r")).isEmpty();
        byte[] back = HexFormat.ofDelimiter(" ").parseHex("02 08 53 41 46 30 55 43 03");
        assertThat(said(back, START)).startsWith("<00S");
        assertThat(said("0DIR\r")).isEqualTo("<00SINF>");
    }

    @Test
    void safePumpTellsAlarmsUnaskedAndStopsWhenPacketsCease() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        pump.start(START);
        byte[] set = safe("SAF10");
        assertThat(speaker.heard(set, set.length, START)).isNotEmpty();
        assertThat(speaker.heard(NOTHING, 0, START.plus(Duration.ofMillis(9_999))))
                .isEmpty();
        assertThat(speaker.heard(NOTHING, 0, START.plus(Duration.ofSeconds(10))))
                .isEqualTo(safe("00A?T"));
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void packetWhoseBytesAreTooFarApartIsDropped() {
        assertThat(said("0\r")).isEqualTo("<00A?R>");
        byte[] set = safe("SAF10");
        assertThat(speaker.heard(set, 4, START)).isEmpty();
        byte[] rest = java.util.Arrays.copyOfRange(set, 4, set.length);
        assertThat(speaker.heard(rest, rest.length, START.plus(Duration.ofMillis(501))))
                .isEmpty();
        assertThat(speaker.strays()).isEmpty();
    }
}
