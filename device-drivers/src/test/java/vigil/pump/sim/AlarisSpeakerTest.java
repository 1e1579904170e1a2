package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;

class AlarisSpeakerTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final SimulatedPump pump = new SimulatedPump("Alaris GH", "8002-51740", Volume.ofMl("50"), START);
    private final AlarisSpeaker speaker = new AlarisSpeaker(Rack.of(pump), AlarisOptions.FACTORY);

    private String said(String request, Moment now) {
        byte[] bytes = request.getBytes(US_ASCII);
        return new String(speaker.heard(bytes, bytes.length, now), US_ASCII);
    }

    private String said(String request) {
        return said(request, START);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "!INST_SERIALNO|457D;!INST_SERIALNO^8002-51740|050B",
                "!COMMS_PROTOCOL|E8DA;!COMMS_PROTOCOL^Asena Rev 2.1.5|661A",
                "!COMMS_RESPONSE_MAX|7E29;!COMMS_RESPONSE_MAX^4000^ms|DFDF",
                "!SYRINGE_STATUS|4102;!SYRINGE_STATUS^BD PLASTIPAK^ 50^CONF|1CF8",
                "!INF_RATE_MAX_SYRINGE|8F30;!INF_RATE_MAX_SYRINGE^1200.00^ml/h|8575",
                "!ALARM|50B2;!ALARM^AL_NOALM^ ^ |C73B"
            })
    void answersAsCaptured(String request, String reply) {
        assertThat(said(request + "\r")).isEqualTo(reply + "\r");
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void tellsRateVolumeAndAlarmAsOnThePage() {
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        pump.start(START);
        assertThat(said("!INF_RATE|8E6D\r")).isEqualTo("!INF_RATE^3.50^ml/h|3885\r");
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        assertThat(said("!ALARM|50B2\r")).isEqualTo("!ALARM^AL_OCCLU^ ^ |5B3B\r");
        assertThat(said("!INF_VI|B42C\r")).startsWith("!INF_VI^0.000^ml|");
    }

    @Test
    void statusRecordCanBeMadeTheOneOfThePage() {
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        pump.start(START);
        speaker.override(7, "1.234");
        speaker.override(9, "17.91");
        speaker.override(11, "24+");
        assertThat(said("!INF|4961\r"))
                .isEqualTo("!INF^8002-51740^-^SET^3.50^ml/h^^1.234^ml^17.91^mmHg^24+^EVENT^127904|8368\r");
    }

    @Test
    void queryIsHeardHoweverItIsCut() {
        assertThat(said("!INST_SER")).isEmpty();
        assertThat(said("IALNO|457D\r!ALARM|50B2\r"))
                .isEqualTo("!INST_SERIALNO^8002-51740|050B\r!ALARM^AL_NOALM^ ^ |C73B\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!INF_RATE^3.50^ml/h|3885\r",
                "!INF|4962\r",
                "!INF_START|0000\r",
                "INF|4961\r",
                "\r",
                "!REMOTE_CTRL^ENABLED^3CC1|0000\r"
            })
    void everythingElseIsAStrayAndNotAnswered(String request) {
        assertThat(said(request)).isEmpty();
        assertThat(speaker.strays()).containsExactly("request " + request.strip());
    }

    @Test
    void slowAnswerComesWhenItsTimeHasCome() {
        speaker.answerAfter(Duration.ofSeconds(4));
        assertThat(said("!ALARM|50B2\r")).isEmpty();
        assertThat(said("", START.plus(Duration.ofMillis(3_999)))).isEmpty();
        assertThat(said("", START.plus(Duration.ofSeconds(4)))).isEqualTo("!ALARM^AL_NOALM^ ^ |C73B\r");
        assertThat(said("", START.plus(Duration.ofSeconds(5)))).isEmpty();
    }

    @Test
    void emptySlotIsSilent() {
        AlarisSpeaker nobody = new AlarisSpeaker(new Rack(), AlarisOptions.FACTORY);
        byte[] bytes = "!INF|4961\r".getBytes(US_ASCII);
        assertThat(nobody.heard(bytes, bytes.length, START)).isEmpty();
        assertThat(nobody.strays()).isEmpty();
    }

    @Test
    void pumpWithoutRemoteCommunicationSaysWhoItIsOnly() {
        AlarisSpeaker closed = new AlarisSpeaker(Rack.of(pump), AlarisOptions.FACTORY.withoutData());
        byte[] serial = "!INST_SERIALNO|457D\r".getBytes(US_ASCII);
        byte[] status = "!INF|4961\r".getBytes(US_ASCII);
        assertThat(closed.heard(serial, serial.length, START)).isNotEmpty();
        assertThat(closed.heard(status, status.length, START)).isEmpty();
        assertThat(closed.strays()).isEmpty();
    }
}
