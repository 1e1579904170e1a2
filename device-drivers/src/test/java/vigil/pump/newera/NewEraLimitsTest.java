package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.newera.NewEraFrame.Mode;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framed.Rejected;
import vigil.pump.wire.Heard;
import vigil.pump.wire.Octets;

/** The first and the last of everything that a New Era frame or answer may hold, and what lies just beyond. */
class NewEraLimitsTest {
    private static Heard<NewEraFrame> heard(String wire) {
        return new Heard<>(new NewEraFramer(), NewEraFrame::kept).feed(wire.getBytes(ISO_8859_1));
    }

    private static NewEraAnswer decoded(Ask ask, String data) {
        return new NewEraDecoder().decode(ask, Octets.of(data));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09A", "90Z", "99S ", "00I~"})
    void addressStatusAndTextReachToTheEndsOfTheirRanges(String payload) {
        assertThat(heard("\u0002" + payload + "\u0003").frames).containsExactly(new NewEraFrame(Mode.BASIC, payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "/0S", ":0S", "0/S", "0:S", "00@", "00[", "00S\u001F", "00S\u007F"})
    void whatLiesBesideTheRangesIsNoAnswer(String payload) {
        assertThat(heard("\u0002" + payload + "\u0003").giveUp().frames).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraFrame(Mode.BASIC, payload));
    }

    @Test
    void addressStatusAndDataAreTheDigitsTheLetterAndTheRest() {
        NewEraFrame frame = new NewEraFrame(Mode.BASIC, "47I3.500MH");
        assertThat(frame.address()).isEqualTo(47);
        assertThat(frame.status()).isEqualTo('I');
        assertThat(frame.data()).hasToString("3.500MH");
        assertThat(frame.payload()).isEqualTo("47I3.500MH");
    }

    @Test
    void safePacketIsFromThePumpOnlyWithAddressAndStatus() {
        assertThat(new NewEraFrame(Mode.SAFE, "00S").isFromPump()).isTrue();
        assertThat(new NewEraFrame(Mode.SAFE, "0VER").isFromPump()).isFalse();
        assertThat(new NewEraFrame(Mode.SAFE, "0").isFromPump()).isFalse();
    }

    @Test
    void longestSafePacketIsTakenAndAnEmptyOneIsNone() {
        NewEraFrame longest = new NewEraFrame(Mode.SAFE, "x".repeat(43));
        assertThat(heard(new String(longest.bytes(), ISO_8859_1)).frames).containsExactly(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraFrame(Mode.SAFE, ""));
        // Length byte 4: no payload, the CRC of nothing
        assertThat(heard("\u0002\u0004\0\0\u0003").giveUp().frames).isEmpty();
    }

    @Test
    void safePacketWithACharacterThatIsNoTextIsNoneAlthoughItsCheckIsRight() {
        byte[] plain = {0x1F};
        int crc = NewEraCrc.of(plain, 0, 1);
        String wire = "\u0002\u0005\u001F" + (char) (crc >>> 8) + (char) (crc & 0xFF) + "\u0003";
        assertThat(heard(wire).giveUp().frames).isEmpty();
    }

    @Test
    @Tag("A7")
    void noiseIsToldEachTime65536BytesOfItHaveCome() {
        Heard<NewEraFrame> heard = heard("x".repeat(65_535));
        assertThat(heard.rejected).isEmpty();
        heard.feed(new byte[] {'x', 'x'});
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.byteCount()).isEqualTo(65_536);
        });
    }

    @Test
    void nothingIsToldOfASilentLine() {
        assertThat(heard("").giveUp().rejected).isEmpty();
    }

    @Test
    void noiseIsToldBeforeTheFrameThatWasCutShortAfterIt() {
        assertThat(heard("xx\u000200I3.5").giveUp().rejected)
                .extracting(Rejected::kind)
                .containsExactly(Kind.NOISE, Kind.CUT_SHORT);
        assertThat(heard("xx").giveUp().rejected).extracting(Rejected::kind).containsExactly(Kind.NOISE);
        assertThat(heard("\u0002").giveUp().rejected).extracting(Rejected::kind).containsExactly(Kind.CUT_SHORT);
    }

    @Test
    void aNewBeginningTellsOfTheFrameThatItCutShort() {
        Heard<NewEraFrame> heard = heard("\u000200I3.5\u000200S\u0003");
        assertThat(heard.frames).containsExactly(new NewEraFrame(Mode.BASIC, "00S"));
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.CUT_SHORT);
            assertThat(rejected.bytesHex()).isEqualTo("02303049332e35");
        });
    }

    @Test
    void byteThatDamagesAFrameIsCountedAsNoiseAfterIt() {
        assertThat(heard("\u000200I\u0011").giveUp().rejected)
                .extracting(Rejected::kind, Rejected::bytesHex)
                .containsExactly(tuple(Kind.DAMAGED, "02303049"), tuple(Kind.NOISE, "11"));
    }

    @Test
    void oneCharacterMoreThanTheLongestAnswerIsDamageAndTheRestIsNoise() {
        assertThat(heard("\u000200S" + "x".repeat(58) + "\u0003").giveUp().rejected)
                .extracting(Rejected::kind, Rejected::byteCount)
                .containsExactly(tuple(Kind.DAMAGED, 61), tuple(Kind.NOISE, 2));
    }

    @Test
    void answerRightAfterASafePacketWithAWrongCheckIsFoundAtOnce() {
        Heard<NewEraFrame> heard = heard("\u0002\u0005xQQ\u0003\u000200S\u0003");
        assertThat(heard.frames).containsExactly(new NewEraFrame(Mode.BASIC, "00S"));
        assertThat(heard.rejected)
                .extracting(Rejected::kind, Rejected::bytesHex)
                .containsExactly(tuple(Kind.NOISE, "020578515103"));
    }

    @ParameterizedTest
    @CsvSource({"VERSION,V3.928", "VERSION,1000V3.928", "VERSION,NE1000", "PHASE,1000", "PHASE,1.5", "PHASE,''"})
    @CsvSource({"SAFE_MODE,1000", "SAFE_MODE,1.", "DIRECTION,INFX", "DIAMETER,''", "DIAMETER,26.5900", "STATUS,x"})
    @CsvSource({
        "DISPENSED,I12345W0.000ML",
        "DISPENSED,I1.000W0.0000ML",
        "DISPENSED,W0.000ML",
        "VOLUME,ML",
        "VOLUME,12345ML"
    })
    void answerThatIsJustNotOneIsUnreadable(Ask ask, String data) {
        assertThat(decoded(ask, data)).isEqualTo(new NewEraAnswer.Unreadable(data));
    }

    @Test
    void oneDigitIsANumber() {
        assertThat(decoded(Ask.RATE, "5MH")).isEqualTo(decoded(Ask.RATE, "5.000MH"));
        assertThat(decoded(Ask.RATE, "5MH")).isInstanceOf(NewEraAnswer.Rate.class);
        assertThat(decoded(Ask.VOLUME, "5ML")).isEqualTo(decoded(Ask.VOLUME, "5.000ML"));
    }

    @Test
    void wholeNumberMayBeNought() {
        assertThat(decoded(Ask.PHASE, "0")).isEqualTo(new NewEraAnswer.Setting("0"));
        assertThat(decoded(Ask.SAFE_MODE, "000")).isEqualTo(new NewEraAnswer.SafeMode(0));
    }

    @Test
    void greatestRateOfFourDigitsIsTaken() {
        assertThat(decoded(Ask.RATE, "9999MH")).isInstanceOf(NewEraAnswer.Rate.class);
        // 166.7 mL/min are 10,002 mL/h
        assertThat(decoded(Ask.RATE, "166.7MM")).isInstanceOf(NewEraAnswer.Unreadable.class);
    }

    @Test
    void neitherVolumeMayShrinkBetweenTwoAnswers() {
        NewEraAnswer before = decoded(Ask.DISPENSED, "I1.250W1.000ML");
        assertThat(before.isBorneOutBy(decoded(Ask.DISPENSED, "I1.250W0.999ML")))
                .isFalse();
        assertThat(before.isBorneOutBy(decoded(Ask.DISPENSED, "I1.249W1.000ML")))
                .isFalse();
        assertThat(before.isBorneOutBy(decoded(Ask.DISPENSED, "I1.250W1.500ML")))
                .isTrue();
        assertThat(before.isBorneOutBy(decoded(Ask.DISPENSED, "I1.250W1.501ML")))
                .isFalse();
    }

    @Test
    void questionThePumpDidNotUnderstandIsPutAgainHoweverOftenItSaysSo() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        assertThat(step.heard(Octets.of("?COM"))).isEmpty();
        assertThat(step.heard(Octets.of("?COM"))).isEmpty();
        step.begin(Ask.RATE);
        assertThat(step.heard(Octets.of("?NA"))).isEmpty();
        assertThat(step.heard(Octets.of("?NA"))).contains(new NewEraAnswer.Failure("?NA"));
    }

    @Test
    void answerThatCannotBeOneToTheQuestionIsKnownAsUnfit() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        assertThat(step.ask()).isEqualTo(Ask.RATE);
        assertThat(step.isUnfit()).isFalse();
        assertThat(step.heard(Octets.of("I1.250W0.000ML"))).isEmpty();
        assertThat(step.isUnfit()).isTrue();
        assertThat(step.heard(Octets.of("3.500MH"))).isEmpty();
        assertThat(step.isUnfit()).isFalse();
    }

    @Test
    void pumpThatOnlySaysItsAlarmIsUnreadableAfterTheFifthAnswer() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        for (int i = 1; i <= 4; i++) {
            assertThat(step.heardAlarm("A?S")).isEmpty();
        }
        assertThat(step.heardAlarm("A?S")).contains(new NewEraAnswer.Unreadable("A?S"));
    }
}
