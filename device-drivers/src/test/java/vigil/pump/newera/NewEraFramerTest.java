package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.pump.newera.NewEraFrame.Mode;
import vigil.pump.wire.Damage;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Heard;

class NewEraFramerTest {
    private static final String ALL = "vigil.pump.newera.NewEraVector#all";
    private static final String BASIC = "vigil.pump.newera.NewEraVector#basic";
    private static final String SAFE = "vigil.pump.newera.NewEraVector#safe";
    private static final NewEraFrame RATE = new NewEraFrame(Mode.BASIC, "00I3.500MH");

    private static Heard<NewEraFrame> heard(byte[] bytes) {
        return new Heard<>(new NewEraFramer(), NewEraFrame::kept).feed(bytes);
    }

    @Test
    void checkValueOfTheCrcIs31C3() {
        assertThat(NewEraCrc.of("123456789".getBytes(US_ASCII), 0, 9)).isEqualTo(0x31C3);
        assertThat(NewEraCrc.of("SAF0".getBytes(US_ASCII), 0, 4)).isEqualTo(0x5543);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void vectorIsReadFromItsWireBytes(NewEraVector vector) {
        Heard<NewEraFrame> heard = heard(vector.wire());
        assertThat(heard.frames).containsExactly(vector.frame());
        assertThat(heard.rejected).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void vectorIsWrittenAsItsWireBytes(NewEraVector vector) {
        assertThat(vector.frame().bytes()).isEqualTo(vector.wire());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @Tag("A4")
    void vectorIsReadHoweverItIsCutInTwo(NewEraVector vector) {
        byte[] wire = vector.wire();
        for (int cut = 0; cut <= wire.length; cut++) {
            Heard<NewEraFrame> heard = new Heard<>(new NewEraFramer(), NewEraFrame::kept)
                    .feed(wire, 0, cut)
                    .feed(wire, cut, wire.length);
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(vector.frame());
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @Tag("A4")
    void everyPairOfVectorsGluedGivesBoth(NewEraVector first) {
        for (NewEraVector second : NewEraVector.all()) {
            Heard<NewEraFrame> heard = heard(Damage.glued(first.wire(), second.wire()));
            assertThat(heard.frames).containsExactly(first.frame(), second.frame());
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @Tag("A1")
    void vectorAfterNoiseIsFoundAndTheNoiseIsReported(NewEraVector vector) {
        byte[] noise = {(byte) 0xFF, 0x03, 0x02, (byte) 0x80, 0x0D};
        Heard<NewEraFrame> heard = heard(Damage.glued(noise, vector.wire()));
        assertThat(heard.frames).containsExactly(vector.frame());
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.bytesHex()).isEqualTo("ff0302800d");
            assertThat(rejected.byteCount()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @Tag("A2")
    void goodFrameRightAfterATruncatedOneIsFound(NewEraVector vector) {
        byte[] wire = vector.wire();
        for (int cut = 1; cut < wire.length; cut++) {
            Heard<NewEraFrame> heard = new Heard<>(new NewEraFramer(), NewEraFrame::kept)
                    .feed(wire, 0, cut)
                    .feed(RATE.bytes())
                    .giveUp();
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(RATE);
            assertThat(heard.rejected).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SAFE)
    @Tag("A3")
    void oneFlippedBitInASafePacketIsNeverAcceptedAsOne(NewEraVector vector) {
        byte[] wire = vector.wire();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = Damage.flipped(wire, bit / 8, bit % 8);
            assertThat(heard(damaged).giveUp().frames)
                    .as("bit %d", bit)
                    .isEqualTo(SlowNewEraParser.frames(damaged))
                    .noneMatch(frame -> frame.mode() == Mode.SAFE);
        }
    }

    /** Basic mode has no check: the framer cannot know. That is why the link asks everything twice. */
    @ParameterizedTest
    @MethodSource(BASIC)
    @Tag("A3")
    void oneFlippedBitInABasicAnswerIsAcceptedExactlyWhenTheSlowParserAccepts(NewEraVector vector) {
        byte[] wire = vector.wire();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = Damage.flipped(wire, bit / 8, bit % 8);
            assertThat(heard(damaged).giveUp().frames)
                    .as("bit %d", bit)
                    .isEqualTo(SlowNewEraParser.frames(damaged))
                    .doesNotContain(vector.frame());
        }
    }

    /** Payloads found by search, whose CRC holds STX, ETX or CR. */
    @ParameterizedTest
    @CsvSource({"02", "03", "0d"})
    void safePacketIsTakenByItsLengthWhateverItsCrcHolds(String byteInCrc) {
        int wanted = Integer.parseInt(byteInCrc, 16);
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            NewEraFrame frame = new NewEraFrame(Mode.SAFE, "00I%d".formatted(i));
            byte[] wire = frame.bytes();
            if (wire[wire.length - 3] == wanted || wire[wire.length - 2] == wanted) {
                found++;
                assertThat(heard(Damage.glued(wire, RATE.bytes())).frames).containsExactly(frame, RATE);
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void safePacketWithAWrongCheckGivesItsBytesBackToTheSearch() {
        byte[] inner = RATE.bytes();
        byte[] wrong = new byte[inner.length + 5];
        wrong[0] = 0x02;
        wrong[1] = (byte) (wrong.length - 1);
        System.arraycopy(inner, 0, wrong, 2, inner.length);
        assertThat(heard(wrong).giveUp().frames).containsExactly(RATE);
    }

    @Test
    void answerWithoutAddressOrStatusIsRejected() {
        Heard<NewEraFrame> heard = heard("\u0002001.5\u0003".getBytes(US_ASCII));
        assertThat(heard.frames).isEmpty();
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(rejected.reason()).isEqualTo("no address and status");
        });
    }

    @Test
    @Tag("A12")
    void flowControlByteInsideAnAnswerIsRejected() {
        byte[] wire = RATE.bytes();
        wire[5] = 0x13;
        Heard<NewEraFrame> heard = heard(wire).giveUp();
        assertThat(heard.frames).isEmpty();
        assertThat(heard.rejected.getFirst().reason()).isEqualTo("byte 13 inside a frame");
    }

    @Test
    @Tag("A7")
    void endlessAnswerIsGivenUpAndTheNextOneFound() {
        byte[] filler = new byte[1_000];
        Arrays.fill(filler, (byte) '0');
        Heard<NewEraFrame> heard = heard(new byte[] {0x02});
        for (int i = 0; i < 1_000; i++) {
            heard.feed(filler);
        }
        heard.feed(RATE.bytes());
        assertThat(heard.frames).containsExactly(RATE);
        assertThat(heard.rejected)
                .hasSizeLessThan(20)
                .allSatisfy(rejected -> assertThat(rejected.bytesHex()).hasSizeLessThanOrEqualTo(128));
    }

    @Test
    @Tag("A7")
    void endlessBeginningsAreBounded() {
        byte[] beginnings = new byte[200_000];
        Arrays.fill(beginnings, (byte) 0x02);
        Heard<NewEraFrame> heard = heard(beginnings).feed(RATE.bytes());
        assertThat(heard.frames).containsExactly(RATE);
        assertThat(heard.rejected).hasSizeLessThan(10);
    }

    @Test
    void longestAnswerIsTakenAndALongerOneIsNot() {
        NewEraFrame longest = new NewEraFrame(Mode.BASIC, "00S" + "x".repeat(57));
        assertThat(heard(longest.bytes()).frames).containsExactly(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraFrame(Mode.BASIC, "00S" + "x".repeat(58)));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraFrame(Mode.SAFE, "x".repeat(44)));
    }
}
