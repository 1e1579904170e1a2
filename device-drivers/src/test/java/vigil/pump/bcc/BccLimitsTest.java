package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framed.Rejected;
import vigil.pump.wire.Octets;

/** The first and the last of everything that a BCC message may hold, and what lies just beyond. */
class BccLimitsTest {
    private static Heard plain(byte[] bytes) {
        return new Heard(new BccFramer(false)).feed(bytes);
    }

    private static Heard plain(String wire) {
        return plain(wire.getBytes(ISO_8859_1));
    }

    private static String text(String wire) {
        byte[] bytes = wire.getBytes(ISO_8859_1);
        return BccText.of(Octets.of(new String(bytes, ISO_8859_1)), 0, bytes.length);
    }

    /** A message of these parts under the length and the check that it claims. */
    private static String message(String inside) {
        String head = "\u0001%05d".formatted(1 + 5 + inside.length() + 5 + 1) + inside;
        int sum = head.chars().sum() & 0xFF;
        return head + "%05d\u0004".formatted(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "9", "A", "z", "", "SpaceCOM", "123456789012345"})
    void bedIdAtTheEndsOfItsRangesIsRead(String bedId) {
        BccFrame frame = new BccFrame(bedId, "1,50100,GNACK,0", true);
        assertThat(plain(frame.bytes(false)).frames).containsExactly(frame);
        assertThat(Heard.stuffed().feed(frame.bytes(true)).frames).containsExactly(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ":", "@", "{", "1234567890123456"})
    void bedIdBeyondItsRangesIsNone(String bedId) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BccFrame(bedId, "", true));
        assertThat(plain(message("\u0002" + bedId + "/1/1>1\u0003")).rejected)
                .extracting(Rejected::reason)
                .containsExactly("no valid bed id before /1/1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00021/1/2>1\u0003", "\u00021/1>123\u0003", "\u00021/1/1:1\u0003"})
    void headerThatEndsInAnythingElseIsNone(String inside) {
        assertThat(plain(message(inside)).frames).isEmpty();
    }

    @Test
    void messageBeginsWithStxAndEndsWithEtxOrEtb() {
        assertThat(plain(message("\u00021/1/1>1\u0003")).frames).containsExactly(new BccFrame("1", "1", true));
        assertThat(plain(message("\u00021/1/1>1\u0017")).frames).containsExactly(new BccFrame("1", "1", false));
        assertThat(plain(message("X1/1/1>1\u0003")).frames).isEmpty();
        assertThat(plain(message("\u00021/1/1>1X")).frames).isEmpty();
    }

    @Test
    void messageWithoutAnyInformationIsTheShortest() {
        BccFrame shortest = new BccFrame("", "", true);
        assertThat(shortest.bytes(false)).hasSize(19);
        assertThat(plain(shortest.bytes(false)).frames).containsExactly(shortest);
        assertThat(plain("\u000100018\u0002/1/1\u000300000\u0004").rejected)
                .extracting(Rejected::reason)
                .containsExactly("message of 18 bytes is too short");
    }

    @Test
    @Tag("A7")
    void longestMessageIsTakenAndALongerOneIsNot() {
        BccFrame longest = new BccFrame("", "x".repeat(16_384 - 19), true);
        assertThat(plain(longest.bytes(false)).frames).containsExactly(longest);
        BccFrame longer = new BccFrame("", "x".repeat(16_384 - 18), true);
        assertThat(plain(longer.bytes(false)).rejected.getFirst().reason())
                .isEqualTo("message longer than 16384 bytes");
    }

    @Test
    void lengthOfFiveDigitsIsTheMost() {
        assertThat(new BccFrame("", "x".repeat(99_999 - 19), true).bytes(false)).hasSize(99_999);
        assertThatIllegalArgumentException().isThrownBy(() -> new BccFrame("", "x".repeat(99_999 - 18), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0002/", "0002:", " 0021", "-0021"})
    void lengthThatIsNotFiveDigitsIsNone(String length) {
        String right = message("\u00021/1/1>1\u0003");
        assertThat(plain(right).frames).hasSize(1);
        assertThat(plain("\u0001" + length + right.substring(6)).frames).isEmpty();
    }

    @Test
    @Tag("A7")
    void noiseIsToldEachTime65536BytesOfItHaveCome() {
        Heard heard = plain("x".repeat(65_535));
        assertThat(heard.rejected).isEmpty();
        heard.feed(new byte[] {'x', 'x'});
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.byteCount()).isEqualTo(65_536);
        });
    }

    @Test
    void whatIsGivenUpIsNoiseOutsideAMessageAndCutShortInside() {
        assertThat(givenUp("")).isEmpty();
        assertThat(givenUp("x")).extracting(Rejected::kind).containsExactly(Kind.NOISE);
        assertThat(givenUp("\u0001")).extracting(Rejected::kind).containsExactly(Kind.CUT_SHORT);
    }

    private static List<Rejected<BccFrame>> givenUp(String wire) {
        Heard heard = plain(wire);
        heard.giveUp();
        return heard.rejected;
    }

    @Test
    void framerKnowsWhetherItIsInsideAMessage() {
        BccFramer framer = new BccFramer(false);
        assertThat(framer.isInsideMessage()).isFalse();
        framer.accept(new byte[] {1}, 1, _ -> {});
        assertThat(framer.isInsideMessage()).isTrue();
        framer.giveUp("test ends", _ -> {});
        assertThat(framer.isInsideMessage()).isFalse();
    }

    /** D becomes EX and E becomes EE, in small letters ex and ee (section 2.3). */
    @Test
    void stuffedLettersAreWrittenAsPairsAndReadByteByByte() {
        BccFrame frame = new BccFrame("", "DdEeXx", true);
        byte[] wire = frame.bytes(true);
        assertThat(new String(wire, ISO_8859_1)).contains(">EXexEEeeXx\u0003");
        Heard heard = Heard.stuffed();
        for (int i = 0; i < wire.length; i++) {
            heard.feed(wire, i, i + 1);
        }
        assertThat(heard.frames).containsExactly(frame);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    void messageAfterOneOfAnotherBedLengthOrEndingIsItself() {
        List<BccFrame> frames = List.of(
                new BccFrame("A", "12", true),
                new BccFrame("B", "12", true),
                new BccFrame("B", "123", true),
                new BccFrame("B", "123", false),
                new BccFrame("B", "456", false));
        Heard heard = new Heard(new BccFramer(false));
        frames.forEach(frame -> heard.feed(frame.bytes(false)));
        assertThat(heard.frames).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9,9", "999999999,999999999", "000000012,12"})
    void wholeNumberHasUpToNineDigits(String digits, int number) {
        assertThat(BccNumbers.whole(Octets.of(digits), 0, digits.length())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890", "1/", "1:", "-1", "1.0", " 1"})
    void anythingElseIsNoWholeNumber(String digits) {
        assertThat(BccNumbers.whole(Octets.of(digits), 0, digits.length())).isEqualTo(-1);
    }

    @Test
    void textIsShownWithoutItsEndAndWithoutWhatCannotBeShown() {
        assertThat(text("Perfusor Space\r")).isEqualTo("Perfusor Space");
        assertThat(text(" ~")).isEqualTo(" ~");
        assertThat(text("\r \r")).isEmpty();
        assertThat(text("a\u0007b")).isEqualTo("a\uFFFDb");
        assertThat(text("a\u007Fb")).isEqualTo("a\uFFFDb");
        assertThat(text(BccFrame.wireText("µg\uE000"))).isEqualTo("µg\uFFFD");
        assertThat(text(BccFrame.wireText("a\u200Bb"))).isEqualTo("a\uFFFDb");
    }

    @Test
    void textIsCutAfterSixtyFourCharacters() {
        assertThat(text("x".repeat(64))).isEqualTo("x".repeat(64));
        assertThat(text("x".repeat(65))).isEqualTo("x".repeat(64));
    }
}
