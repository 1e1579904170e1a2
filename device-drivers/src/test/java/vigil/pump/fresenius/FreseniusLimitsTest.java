package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framed.Rejected;
import vigil.pump.wire.Octets;

/** The first and the last of everything that a Fresenius frame or value may hold, and what lies just beyond. */
class FreseniusLimitsTest {
    private static final Moment AT = new Moment(Instant.EPOCH, 0, 0);
    private static final PumpIdentity PUMP = new PumpIdentity("DPS", Optional.of("12345"), "1");

    private static Heard heard(String wire) {
        return new Heard().feed(wire.getBytes(ISO_8859_1));
    }

    private static FreseniusValues values(String data) {
        FreseniusValues values = new FreseniusValues();
        values.begin();
        values.take(Octets.of(data), 0);
        return values;
    }

    private static PumpReading reading(FreseniusValues values) {
        PumpReadingBuilder reading = PumpReading.from(PUMP, AT);
        values.tell(reading);
        return reading.build();
    }

    private static PumpReading told(String data) {
        return reading(values(data));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "C"})
    void oneCharacterAtTheEndsOfTheRangeIsAFrame(String body) {
        FreseniusFrame frame = new FreseniusFrame(body);
        assertThat(new Heard().feed(frame.bytes()).frames).containsExactly(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u001F", "\u007F"})
    void controlCharactersAreNoBody(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FreseniusFrame(body));
    }

    @ParameterizedTest
    @CsvSource({"0C;b03,0,C,true,b03", "9C;x,9,C,true,x", "C;x,-1,C,true,x", "1C;,1,C,true,''", "1C,1,C,false,''"})
    @CsvSource({"/C;x,-1,/C,true,x", ":C;x,-1,:C,true,x", "1LE;d,1,LE,true,d"})
    void addressWordAndDataStandWhereThePageSays(String body, int address, String word, boolean hasData, String data) {
        FreseniusFrame frame = new FreseniusFrame(body);
        assertThat(frame.address()).isEqualTo(address);
        assertThat(frame.word()).isEqualTo(word);
        assertThat(frame.hasData()).isEqualTo(hasData);
        assertThat(frame.data()).isEqualTo(data);
        assertThat(frame.body()).isEqualTo(body);
        assertThat(frame.octets().text(frame.dataAt(), frame.octets().length())).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({"1C,C", "1C;d0023,C", "C,C", "E,E", "1I;1E,I", "1M;x,M", "1E,E"})
    void statusIsTheOneLetterBeforeTheData(String body, char status) {
        assertThat(new FreseniusFrame(body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1CC", "1LE;d", "1X", "1X;d", "1CX;d", "1;C", "1"})
    void anythingElseIsNoStatus(String body) {
        assertThat((int) new FreseniusFrame(body).status()).isZero();
    }

    @Test
    void addressIsWrittenUnlessThePumpIsSingle() {
        assertThat(FreseniusFrame.of(FreseniusFrame.SINGLE, "C").body()).isEqualTo("C");
        assertThat(FreseniusFrame.of(FreseniusFrame.BASE, "C").body()).isEqualTo("0C");
        assertThat(FreseniusFrame.of(6, "LE;d").body()).isEqualTo("6LE;d");
    }

    /** The body C has the check BC (FF − 43); what stands beside its digits is none. */
    @ParameterizedTest
    @ValueSource(strings = {"/C", ":C", "@C", "GC", "B/", "B:", "B@", "BG", "bC", "Bc", "BB"})
    void checkThatIsNotTheRightOneIsRejected(String check) {
        assertThat(heard("\u0002C" + check + "\u0003").frames).isEmpty();
    }

    @Test
    void checkMayHoldEveryDigit() {
        assertThat(heard("\u0002CBC\u0003").frames).containsExactly(new FreseniusFrame("C"));
        for (char last = ' '; last <= '~'; last++) {
            FreseniusFrame frame = new FreseniusFrame("1C" + last);
            assertThat(new Heard().feed(frame.bytes()).frames).containsExactly(frame);
        }
    }

    @Test
    @Tag("A7")
    void noiseIsToldEachTime65536BytesOfItHaveCome() {
        Heard heard = heard("x".repeat(65_535));
        assertThat(heard.rejected).isEmpty();
        heard.feed(new byte[] {'x', 'x'});
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.byteCount()).isEqualTo(65_536);
        });
    }

    @Test
    void whatIsGivenUpIsNoiseOutsideAFrameAndCutShortInside() {
        assertThat(givenUp("")).isEmpty();
        assertThat(givenUp("x")).extracting(Rejected::kind).containsExactly(Kind.NOISE);
        assertThat(givenUp("\u0002")).extracting(Rejected::kind).containsExactly(Kind.CUT_SHORT);
    }

    private static List<Rejected<FreseniusSignal>> givenUp(String wire) {
        Heard heard = heard(wire);
        heard.giveUp();
        return heard.rejected;
    }

    @Test
    void refusalWhoseReasonDoesNotComeIsToldWhenTheFramerGivesUp() {
        Heard heard = heard("\u0015");
        assertThat(heard.signals).isEmpty();
        heard.giveUp();
        assertThat(heard.signals).containsExactly(new FreseniusSignal.Refused('?'));
        heard.giveUp();
        assertThat(heard.signals).hasSize(1);
        heard.feed(new byte[] {'6'});
        assertThat(heard.signals).hasSize(1);
    }

    @Test
    void reasonOfARefusalIsNoNoise() {
        assertThat(givenUp("\u00156")).isEmpty();
    }

    @Test
    void beginningOfAFrameSaysWhatWentBeforeIt() {
        assertThat(heard("x\u0002").rejected).extracting(Rejected::reason).containsExactly("bytes outside a frame");
        assertThat(heard("\u0002x\u0002").rejected)
                .extracting(Rejected::reason)
                .containsExactly("a new frame began before this one ended");
    }

    @Test
    @Tag("A11")
    void byteThatDamagesAFrameIsNamed() {
        assertThat(heard("\u0002C\0").rejected)
                .extracting(Rejected::reason)
                .containsExactly("control code 00 inside a frame");
        assertThat(heard("\u0002C\u0083").rejected)
                .extracting(Rejected::reason)
                .containsExactly("byte 83 is above 7F: wrong parity or line settings");
    }

    @Test
    void rejectedFrameIsOverForTheBytesAfterIt() {
        Heard heard = heard("\u0002C\u0006\u0006");
        assertThat(heard.rejected).hasSize(1);
        assertThat(heard.signals).containsExactly(FreseniusSignal.Control.ACKNOWLEDGED);
    }

    @Test
    void rateIsTenthsAndVolumeThousandthsOfAMillilitre() {
        PumpReading reading = told("d0023;r000004D2");
        assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("3.5"));
        assertThat(reading.volumeInfused()).contains(Volume.ofMl("1.234"));
        assertThat(reading.remarks()).isEmpty();
    }

    @Test
    @Tag("A14")
    void zeroIsToldAndIsNotAbsent() {
        PumpReading reading = told("d0;r0");
        assertThat(reading.flowRate()).contains(FlowRate.ZERO);
        assertThat(reading.volumeInfused()).contains(Volume.ZERO);
        assertThat(values("d0").hasNumbers()).isTrue();
        assertThat(values("r0").hasNumbers()).isTrue();
        assertThat(values("a0;e0;m1").hasNumbers()).isFalse();
    }

    /** 18696 hexadecimal tenths are 9,999 mL/h, 5F5DD18 thousandths are 99,999 mL. */
    @Test
    @Tag("A15")
    void greatestNumbersAreReadAndOneMoreIsNot() {
        assertThat(told("d18696").flowRate()).contains(FlowRate.ofMlPerH("9999"));
        assertThat(told("r5F5DD18").volumeInfused()).contains(Volume.ofMl("99999"));
        assertThat(told("d18697").remarks()).containsExactly(new Remark("d", Quality.UNREADABLE, "18697"));
        assertThat(told("r5F5DD19").remarks()).containsExactly(new Remark("r", Quality.UNREADABLE, "5F5DD19"));
        assertThat(told("d18697").flowRate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "00000000000F,15", "FFFFFFFF,4294967295", "10,16", "a,10", "0000000000,0"})
    void leadingZerosDoNotCountAsDigits(String digits, long number) {
        assertThat(FreseniusValues.hexadecimal(Octets.of(digits), 0, digits.length()))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100000000", "G", "1G", "-1", "1.5"})
    void anythingElseIsNoNumber(String digits) {
        assertThat(FreseniusValues.hexadecimal(Octets.of(digits), 0, digits.length()))
                .isNegative();
    }

    @Test
    void valueThatWasNotGivenIsRemarkedAndKnownAsSeen() {
        FreseniusValues values = values("d;r000004D2");
        assertThat(values.hasSeen("dr")).isTrue();
        assertThat(values.hasSeen("dra")).isFalse();
        assertThat(values.hasSeen("m")).isFalse();
        assertThat(reading(values).flowRate()).isEmpty();
        assertThat(reading(values).remarks()).containsExactly(new Remark("d", Quality.NO_VALUE, ""));
    }

    @Test
    void alarmErrorAndModeAreKeptRaw() {
        FreseniusValues values = values("a0010;e00;m02;x5");
        assertThat(values.alarm()).isEqualTo("0010");
        assertThat(values.error()).isEmpty();
        assertThat(values.mode()).isEqualTo("02");
        values.take(Octets.of("1C;e04;m03;a0"), 3);
        assertThat(values.error()).isEqualTo("04");
        assertThat(values.mode()).isEqualTo("03");
        assertThat(values.alarm()).isEmpty();
    }

    @Test
    void newRoundKnowsNothingOfTheLast() {
        FreseniusValues values = values("d0023;r1;a1;e1;m1;d;");
        values.begin();
        assertThat(values.hasSeen("d")).isFalse();
        assertThat(values.hasNumbers()).isFalse();
        assertThat(values.alarm()).isNull();
        assertThat(values.error()).isNull();
        assertThat(values.mode()).isNull();
        assertThat(reading(values).remarks()).isEmpty();
        assertThat(reading(values).flowRate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01,true", "04,true", "0A,true", "0B,true", "02,false", "0D,false", "0E,false", "1E,false", "99,false"})
    void onlyWhatTheDeviceDoesNotKnowIsNeverAskedAgain(String code, boolean forGood) {
        assertThat(FreseniusErrors.isForGood(code)).isEqualTo(forGood);
    }

    @Test
    void refusalIsToldInWordsWithItsCode() {
        assertThat(FreseniusErrors.ofLink('2')).isEqualTo("wrong checksum (NAK 2)");
        assertThat(FreseniusErrors.ofLink('9')).isEqualTo("unknown reason (NAK 9)");
        assertThat(FreseniusErrors.ofRequest("0C")).isEqualTo("message too long (error 0C)");
        assertThat(FreseniusErrors.ofRequest("77")).isEqualTo("refused (error 77)");
    }
}
