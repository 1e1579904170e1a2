package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framed.Rejected;
import vigil.pump.wire.Heard;

/** The first and the last of everything that an Alaris frame or field may hold, and what lies just beyond. */
class AlarisLimitsTest {
    private static final String INF = "INF^8002-51740^-^SET^3.50^ml/h^^1.234^ml^17.91^mmHg^10:43:12^EVENT^127904";

    private static Heard<AlarisFrame> heard(String wire) {
        return new Heard<>(new AlarisFramer(), AlarisFrame::kept).feed(wire.getBytes(ISO_8859_1));
    }

    private static String wire(AlarisFrame frame) {
        return new String(frame.bytes(), ISO_8859_1);
    }

    private static AlarisAnswer decoded(String text) {
        return new AlarisDecoder().decode(new AlarisFrame(text));
    }

    private static AlarisAnswer.Status status(String text) {
        return (AlarisAnswer.Status) decoded(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "\u00A0", "\u00FF", "x"})
    void oneCharacterAtTheEndsOfTheRangeIsAFrame(String text) {
        AlarisFrame frame = new AlarisFrame(text);
        assertThat(frame.text()).isEqualTo(text);
        assertThat(heard(wire(frame)).frames).containsExactly(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u001F", "\u007F", "\u009F", "!", "|"})
    void controlCharactersBarAndBeginningAreNoText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarisFrame(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001F", "\u007F", "\u009F"})
    void controlCharacterUnderARightCheckIsStillRejected(String text) {
        byte[] plain = text.getBytes(ISO_8859_1);
        Heard<AlarisFrame> heard = heard("!" + text + "|%04X\r".formatted(AlarisCrc.of(plain, 0, plain.length)));
        assertThat(heard.frames).isEmpty();
        assertThat(heard.rejected.getFirst().reason()).endsWith("inside a frame");
    }

    /** CRC 4961 of INF; what stands beside the digits and the letters would have the same place in a careless reader. */
    @ParameterizedTest
    @ValueSource(strings = {"496/", "496:", "496@", "496G", "496a", " 961", "496"})
    void checkThatIsNotFourUpperCaseDigitsIsRejected(String check) {
        assertThat(heard("!INF|" + check + "\r").frames).isEmpty();
    }

    @Test
    void checkReachesFromZeroToF() {
        assertThat(heard("!INF|4961\r").frames).containsExactly(new AlarisFrame("INF"));
        assertThat(heard("!INF|496G\r").rejected.getFirst().reason())
                .isEqualTo("the check is not four upper-case digits");
        assertThat(heard("!INF|0009\r").rejected.getFirst().reason()).isEqualTo("check says 0009, the CRC is 4961");
        assertThat(heard("!INF|0000\r").rejected.getFirst().reason()).isEqualTo("check says 0000, the CRC is 4961");
        assertThat(heard("!INF|AF00\r").rejected.getFirst().reason()).isEqualTo("check says AF00, the CRC is 4961");
    }

    @Test
    void frameWithoutTextIsNone() {
        // FFFF is the CRC of nothing
        assertThat(heard("!|FFFF\r").rejected.getFirst().reason()).isEqualTo("no bar before the last four bytes");
        assertThat(heard("!\r").rejected.getFirst().reason()).isEqualTo("no bar before the last four bytes");
    }

    @Test
    @Tag("A7")
    void noiseIsToldEachTime65536BytesOfItHaveCome() {
        Heard<AlarisFrame> heard = heard("x".repeat(65_535));
        assertThat(heard.rejected).isEmpty();
        heard.feed(new byte[] {'x', 'x'});
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.byteCount()).isEqualTo(65_536);
        });
    }

    @Test
    void whatIsGivenUpIsNoiseOutsideAFrameAndCutShortInside() {
        assertThat(heard("").giveUp().rejected).isEmpty();
        assertThat(heard("x").giveUp().rejected).extracting(Rejected::kind).containsExactly(Kind.NOISE);
        assertThat(heard("!").giveUp().rejected).extracting(Rejected::kind).containsExactly(Kind.CUT_SHORT);
    }

    @Test
    void beginningOfAFrameSaysWhatWentBeforeIt() {
        assertThat(heard("x!").rejected).extracting(Rejected::reason).containsExactly("bytes outside a frame");
        assertThat(heard("!x!").rejected)
                .extracting(Rejected::reason)
                .containsExactly("a new frame began before this one ended");
    }

    @Test
    void afterGivingUpTheRestOfTheFrameIsNoise() {
        Heard<AlarisFrame> heard = heard("!IN").giveUp().feed("F|4961\r".getBytes(ISO_8859_1));
        assertThat(heard.frames).isEmpty();
        assertThat(heard.giveUp().rejected).extracting(Rejected::kind).containsExactly(Kind.CUT_SHORT, Kind.NOISE);
    }

    @Test
    void onlyOneCharacterOfALineEndingIsPassedOver() {
        assertThat(heard("!INF|4961\r\n\n").giveUp().rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.bytesHex()).isEqualTo("0a"));
        assertThat(heard("\n").giveUp().rejected).hasSize(1);
        assertThat(heard("!INF|4961\r\u0001").giveUp().rejected).hasSize(1);
    }

    @Test
    void framerKnowsWhetherItIsInsideAFrame() {
        AlarisFramer framer = new AlarisFramer();
        assertThat(framer.isInsideFrame()).isFalse();
        framer.accept(new byte[] {'!'}, 1, _ -> {});
        assertThat(framer.isInsideFrame()).isTrue();
        framer.accept("INF|4961\r".getBytes(ISO_8859_1), 9, _ -> {});
        assertThat(framer.isInsideFrame()).isFalse();
    }

    @Test
    void answerHasTheVerbOfItsQuestionAndAFieldMore() {
        assertThat(new AlarisFrame("INF^1").answers(AlarisQuery.INF)).isTrue();
        assertThat(new AlarisFrame("INF").answers(AlarisQuery.INF)).isFalse();
        assertThat(new AlarisFrame("INF_VI^1").answers(AlarisQuery.INF)).isFalse();
        assertThat(new AlarisFrame("ALARM^1").answers(AlarisQuery.INF)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"00:00:00,0", "09:00:00,32400", "90:00:00,324000", "10:59:00,39540", "10:00:59,36059", "19:09:49,68989"
    })
    void timeLeftReachesToTheEndsOfItsDigits(String clock, long seconds) {
        assertThat(status(INF.replace("10:43:12", clock)).timeRemaining()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/:43:12",
                "/1:43:12",
                "1::43:12",
                ":1:43:12",
                "10:4/:12",
                "10:/4:12",
                "10:43:1/",
                "10:43::2",
                "xx:43:12",
                "10:xx:12",
                "10:43:xx",
                "10-43:12",
                "10:43-12",
                "10:43:1",
                "10:43:123"
            })
    void timeLeftWithAnythingElseIsAbsent(String clock) {
        assertThat(status(INF.replace("10:43:12", clock)).timeRemaining()).isNull();
    }

    @Test
    void pressureMayBeTwoThousandEitherWay() {
        assertThat(status(INF.replace("17.91", "2000")).pressureMmHg()).isEqualTo(new BigDecimal("2000"));
        assertThat(status(INF.replace("17.91", "-2000")).pressureMmHg()).isEqualTo(new BigDecimal("-2000"));
        assertThat(status(INF.replace("17.91^mmHg", "-20^kPa")).pressureMmHg()).isNull();
        assertThat(status(INF.replace("17.91", "")).pressureMmHg()).isNull();
    }

    @Test
    void flagOfAnAlarmIsKeptWhateverItIs() {
        assertThat(status(INF.replace("^-^", "^A^")).alarmFlag()).isEqualTo("A");
        assertThat(status(INF.replace("^-^", "^B ^")).alarmFlag()).isEqualTo("B");
    }

    @Test
    void onHoldIsTheModeHoldWithARateOfNothing() {
        assertThat(AlarisStatus.isOnHold(status(INF.replace("3.50", "0.00")))).isFalse();
        assertThat(AlarisStatus.isOnHold(status(INF.replace("SET^3.50", "HLD^"))))
                .isFalse();
    }

    @Test
    void serialNumberOfAnotherPumpTakesThePlaceOfTheLast() {
        AlarisDecoder decoder = new AlarisDecoder();
        assertThat(decoder.decode(new AlarisFrame("INST_SERIALNO^8002-51740")))
                .isEqualTo(new AlarisAnswer.SerialNumber("8002-51740"));
        assertThat(decoder.decode(new AlarisFrame("INST_SERIALNO^8002-51733")))
                .isEqualTo(new AlarisAnswer.SerialNumber("8002-51733"));
        assertThat(decoder.decode(new AlarisFrame("INST_SERIALNO^8002-51740")))
                .isEqualTo(new AlarisAnswer.SerialNumber("8002-51740"));
    }

    @Test
    void remarksBelongToTheirOwnRecord() {
        AlarisDecoder decoder = new AlarisDecoder();
        decoder.decode(new AlarisFrame(INF.replace("3.50", "")));
        assertThat(decoder.decode(new AlarisFrame(INF))).isEqualTo(decoded(INF));
    }

    @Test
    void unitOfTheFrameBeforeIsNotTakenForThisOnes() {
        AlarisDecoder decoder = new AlarisDecoder();
        assertThat(decoder.decode(new AlarisFrame("COMMS_RESPONSE_MAX^400^ms")))
                .isInstanceOf(AlarisAnswer.ResponseMax.class);
        assertThat(decoder.decode(new AlarisFrame("COMMS_RESPONSE_MAX^400")))
                .isInstanceOf(AlarisAnswer.Unreadable.class);
    }

    @Test
    void volumeToBeInfusedWithoutAVolumeNeedsNoUnit() {
        assertThat(decoded("INF_VTBI^DEACT^")).isEqualTo(new AlarisAnswer.Vtbi(Optional.empty()));
        assertThat(decoded("INF_VTBI^ACTIV^11.000^l^STOP")).isInstanceOf(AlarisAnswer.Unreadable.class);
        assertThat(decoded("INF_VTBI^ACTIV^11.000")).isInstanceOf(AlarisAnswer.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COMMS_PROTOCOL^ ", "SYRINGE_STATUS^BD PLASTIPAK^ 50", "COMMS_RESPONSE_MAX^4000", "INF_VI^x^ml"})
    void answerWithTooLittleIsUnreadable(String text) {
        assertThat(decoded(text)).isInstanceOf(AlarisAnswer.Unreadable.class);
    }

    @Test
    void reasonSaysWhyAFrameIsNoAnswer() {
        assertThat(decoded("INF")).isEqualTo(new AlarisAnswer.Unreadable("the question INF itself came back"));
        assertThat(decoded("INFX^1"))
                .isEqualTo(new AlarisAnswer.Unreadable("answer to \"INFX\", which Vigil never asks"));
        assertThat(decoded("INF^1")).isEqualTo(new AlarisAnswer.Unreadable("answer to INF is not understood"));
    }

    @Test
    void thirtyTwoFieldsAreReadAndOneMoreIsNot() {
        assertThat(decoded("ALARM^AL_OCCLU" + "^".repeat(30))).isEqualTo(new AlarisAnswer.Alarm("AL_OCCLU", ""));
        assertThat(decoded("ALARM^AL_OCCLU" + "^".repeat(31)))
                .isEqualTo(new AlarisAnswer.Unreadable("frame with more than 32 fields"));
    }

    @Test
    void alarmWithoutWordsOrCodeIsTold() {
        assertThat(decoded("ALARM^AL_OCCLU")).isEqualTo(new AlarisAnswer.Alarm("AL_OCCLU", ""));
        assertThat(AlarisAlarms.flagged("B").code()).isEqualTo("INF B");
        assertThat(AlarisAlarms.flagged("B").alarmClass()).isEqualTo(AlarmClass.UNCLASSIFIED);
    }

    @ParameterizedTest
    @CsvSource({"AL_EOIKV,true", "AL_VTBIK,true", "AL_VTBIS,false", "AL_OCCLU,false"})
    void veinIsKeptOpenAfterTwoOfTheAlarms(String code, boolean kvo) {
        assertThat(AlarisAlarms.isKvo(AlarisAlarms.of(code, ""))).isEqualTo(kvo);
    }
}
