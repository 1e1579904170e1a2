package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vigil.pump.alaris.AlarisVector.frame;
import static vigil.pump.alaris.AlarisVector.wire;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.wire.Damage;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Heard;

class AlarisFramerTest {
    private static final String VECTORS = "vigil.pump.alaris.AlarisVector#all";

    private static Heard<AlarisFrame> heard(byte[] bytes) {
        return new Heard<>(new AlarisFramer(), AlarisFrame::kept).feed(bytes);
    }

    @Test
    void checkValueOfTheCrcIs29B1() {
        assertThat(AlarisCrc.of("123456789".getBytes(US_ASCII), 0, 9)).isEqualTo(0x29B1);
    }

    @Test
    void crcOfTheSerialNumbersIsAsPrinted() {
        assertThat(AlarisCrc.of("8002-51740".getBytes(US_ASCII), 0, 10)).isEqualTo(0x3CC1);
        assertThat(AlarisCrc.of("8002-51733".getBytes(US_ASCII), 0, 10)).isEqualTo(0x9535);
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    void vectorIsReadFromItsWireBytes(String vector) {
        Heard<AlarisFrame> heard = heard(wire(vector));
        assertThat(heard.frames).containsExactly(frame(vector));
        assertThat(heard.rejected).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    void vectorIsWrittenAsItsWireBytes(String vector) {
        assertThat(frame(vector).bytes()).isEqualTo(wire(vector));
    }

    @Test
    void wholeReplyIsWrittenByteForByteAsPrinted() {
        byte[] printed = HexFormat.ofDelimiter(" ")
                .parseHex(
                        "21 49 4e 46 5e 38 30 30 32 2d 35 31 37 34 30 5e 2d 5e 53 45 54 5e 33 2e 35 30 5e 6d 6c 2f 68 5e"
                                + " 5e 31 2e 32 33 34 5e 6d 6c 5e 31 37 2e 39 31 5e 6d 6d 48 67 5e 32 34 2b 5e 45 56 45 4e 54 5e"
                                + " 31 32 37 39 30 34 7c 38 33 36 38 0d");
        assertThat(frame(AlarisVector.RUNNING).bytes()).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    @Tag("A4")
    void vectorIsReadHoweverItIsCutInTwo(String vector) {
        byte[] wire = wire(vector);
        for (int cut = 0; cut <= wire.length; cut++) {
            Heard<AlarisFrame> heard = new Heard<>(new AlarisFramer(), AlarisFrame::kept)
                    .feed(wire, 0, cut)
                    .feed(wire, cut, wire.length);
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(frame(vector));
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    @Tag("A4")
    void everyPairOfVectorsGluedGivesBoth(String first) {
        for (String second : AlarisVector.ALL) {
            Heard<AlarisFrame> heard = heard(Damage.glued(wire(first), wire(second)));
            assertThat(heard.frames).containsExactly(frame(first), frame(second));
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    @Tag("A1")
    void vectorAfterNoiseIsFoundAndTheNoiseIsReported(String vector) {
        byte[] noise = {(byte) 0xFF, '|', 0x0D, 0x1B, 0x00};
        Heard<AlarisFrame> heard = heard(Damage.glued(noise, wire(vector)));
        assertThat(heard.frames).containsExactly(frame(vector));
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.bytesHex()).isEqualTo("ff7c0d1b00");
            assertThat(rejected.byteCount()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    @Tag("A2")
    void goodFrameRightAfterATruncatedOneIsFound(String vector) {
        byte[] wire = wire(vector);
        for (int cut = 1; cut < wire.length; cut++) {
            Heard<AlarisFrame> heard = new Heard<>(new AlarisFramer(), AlarisFrame::kept)
                    .feed(wire, 0, cut)
                    .feed(wire(AlarisVector.SLOW));
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(frame(AlarisVector.SLOW));
            assertThat(heard.rejected)
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.kind()).isEqualTo(Kind.CUT_SHORT));
        }
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    @Tag("A3")
    void oneFlippedBitIsNeverAccepted(String vector) {
        byte[] wire = wire(vector);
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = Damage.flipped(wire, bit / 8, bit % 8);
            assertThat(heard(damaged).frames).as("bit %d", bit).isEmpty();
            assertThat(SlowAlarisParser.frames(damaged)).isEmpty();
        }
    }

    @Test
    void blankAtTheEndOfAFieldBelongsToTheCheck() {
        assertThat(heard(wire("!ALARM^AL_NOALM^ ^|C73B")).frames).isEmpty();
        assertThat(heard(wire("!ALARM^AL_NOALM^ ^|7E7C")).frames).containsExactly(new AlarisFrame("ALARM^AL_NOALM^ ^"));
    }

    @Test
    void misprintedCheckInPublicCodeIsRejectedWithBothValues() {
        Heard<AlarisFrame> heard = heard(wire("!REMQUERY^DEACT^^^|E5C9"));
        assertThat(heard.frames).isEmpty();
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(rejected.reason()).startsWith("check says E5C9, the CRC is ");
        });
    }

    @Test
    void answerWithoutItsCrDoesNotRunIntoTheNext() {
        byte[] lacking = AlarisVector.NO_ALARM.getBytes(US_ASCII);
        Heard<AlarisFrame> heard = heard(Damage.glued(lacking, wire(AlarisVector.RUNNING)));
        assertThat(heard.frames).containsExactly(frame(AlarisVector.RUNNING));
        assertThat(heard.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.byteCount()).isEqualTo(lacking.length));
    }

    @Test
    void escapeBreaksTheAnswerOff() {
        byte[] half = (AlarisVector.RUNNING.substring(0, 20) + "\u001B").getBytes(US_ASCII);
        Heard<AlarisFrame> heard = heard(Damage.glued(half, wire(AlarisVector.SLOW)));
        assertThat(heard.frames).containsExactly(frame(AlarisVector.SLOW));
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(rejected.reason()).contains("ESC");
        });
    }

    @Test
    void barIsLiteralAndThereIsOnlyOne() {
        assertThat(heard(wire("!INF|4961|4961")).frames).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarisFrame("INF|1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\0"})
    void lineFeedOrNulAfterCrIsPassedOver(String ending) {
        byte[] wire = Damage.glued(wire(AlarisVector.RUNNING), ending.getBytes(US_ASCII));
        Heard<AlarisFrame> heard =
                heard(Damage.glued(wire, wire(AlarisVector.SLOW))).giveUp();
        assertThat(heard.frames).hasSize(2);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    @Tag("A12")
    void flowControlByteInsideAFrameIsRejected() {
        byte[] wire = wire(AlarisVector.RUNNING);
        wire[10] = 0x11;
        assertThat(heard(wire).rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("byte 11 inside a frame"));
    }

    @Test
    @Tag("A7")
    void endlessFrameIsGivenUpAndTheNextOneFound() {
        byte[] filler = new byte[1_000];
        Arrays.fill(filler, (byte) 'A');
        Heard<AlarisFrame> heard = heard(new byte[] {'!'});
        for (int i = 0; i < 1_000; i++) {
            heard.feed(filler);
        }
        heard.feed(wire(AlarisVector.SLOW));
        assertThat(heard.frames).containsExactly(frame(AlarisVector.SLOW));
        assertThat(heard.rejected.getFirst().byteCount()).isEqualTo(AlarisFramer.MOST + 1);
        assertThat(heard.rejected)
                .hasSizeLessThan(20)
                .allSatisfy(rejected -> assertThat(rejected.bytesHex()).hasSizeLessThanOrEqualTo(128));
    }

    @Test
    void longestFrameIsTakenAndALongerOneIsNot() {
        AlarisFrame longest = new AlarisFrame("x".repeat(AlarisFrame.MOST));
        assertThat(heard(longest.bytes()).frames).containsExactly(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarisFrame("x".repeat(AlarisFrame.MOST + 1)));
    }
}
