package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.fresenius.FreseniusSignal.Control;
import vigil.pump.fresenius.FreseniusSignal.Refused;
import vigil.pump.wire.Framed.Kind;

class FreseniusFramerTest {
    @ParameterizedTest
    @EnumSource
    void vectorIsReadFromItsWireBytes(FreseniusVector vector) {
        Heard heard = new Heard().feed(vector.wire());
        assertThat(heard.signals).containsExactly(vector.frame());
        assertThat(heard.rejected).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void vectorIsWrittenAsItsWireBytes(FreseniusVector vector) {
        assertThat(vector.frame().bytes()).isEqualTo(vector.wire());
    }

    @Test
    void checksumOfNineDigitsIs22() {
        byte[] digits = "123456789".getBytes(ISO_8859_1);
        assertThat(FreseniusFrame.check(digits, 0, digits.length)).isEqualTo(0x22);
        assertThat(new String(new FreseniusFrame("123456789").bytes(), ISO_8859_1))
                .isEqualTo("\u000212345678922\u0003");
    }

    @Test
    void checksumBelowSixteenIsPaddedWithAZero() {
        byte[] wire = new FreseniusFrame("1C;d0042ZZ").bytes();
        int check = 255 - "1C;d0042ZZ".chars().sum() % 256;
        assertThat(new String(wire, ISO_8859_1)).endsWith("%02X\u0003".formatted(check));
        FreseniusFrame low = new FreseniusFrame("z" + (char) (0xFF - 0x0A - 'z'));
        assertThat(new String(low.bytes(), ISO_8859_1)).endsWith("0A\u0003");
        assertThat(new Heard().feed(low.bytes()).frames).containsExactly(low);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A4")
    void vectorIsReadHoweverItIsCutInTwo(FreseniusVector vector) {
        byte[] wire = vector.wire();
        for (int cut = 0; cut <= wire.length; cut++) {
            Heard heard = new Heard().feed(wire, 0, cut).feed(wire, cut, wire.length);
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(vector.frame());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A4")
    void everyPairOfVectorsGluedGivesBoth(FreseniusVector first) {
        for (FreseniusVector second : FreseniusVector.values()) {
            Heard heard = new Heard().feed(Streams.glued(first.wire(), second.wire()));
            assertThat(heard.frames).containsExactly(first.frame(), second.frame());
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A1")
    void vectorAfterNoiseIsFoundAndTheNoiseIsReported(FreseniusVector vector) {
        byte[] noise = {(byte) 0xFF, 'E', 0x04, 0x03, 0x00};
        Heard heard = new Heard().feed(Streams.glued(noise, vector.wire()));
        assertThat(heard.frames).containsExactly(vector.frame());
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.bytesHex()).isEqualTo("ff45040300");
        });
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A2")
    void goodFrameRightAfterATruncatedOneIsFound(FreseniusVector first) {
        byte[] wire = first.wire();
        byte[] second = FreseniusVector.VOLUME_TOLD.wire();
        for (int length = 1; length < wire.length; length++) {
            Heard heard = new Heard().feed(Streams.glued(Arrays.copyOf(wire, length), second));
            assertThat(heard.frames).as("%d bytes", length).containsExactly(FreseniusVector.VOLUME_TOLD.frame());
            assertThat(heard.rejected)
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.kind()).isEqualTo(Kind.CUT_SHORT));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A3")
    void oneFlippedBitIsNeverAccepted(FreseniusVector vector) {
        byte[] wire = vector.wire();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = wire.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(new Heard().feed(damaged).frames).as("bit %d", bit).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void enquiryAnywhereInAFrameIsToldAndTheFrameIsRead(FreseniusVector vector) {
        byte[] wire = vector.wire();
        for (int at = 0; at <= wire.length; at++) {
            byte[] with = Streams.glued(
                    Streams.glued(Arrays.copyOf(wire, at), new byte[] {0x05}),
                    Arrays.copyOfRange(wire, at, wire.length));
            assertThat(new Heard().feed(with).signals)
                    .as("at %d", at)
                    .containsExactlyInAnyOrder(Control.ENQUIRY, vector.frame());
        }
    }

    @Test
    void singleBytesAreToldInTheirOrder() {
        Heard heard = new Heard().feed(new byte[] {0x06, 0x05, 0x14, 0x15, '6', 0x06});
        assertThat(heard.signals)
                .containsExactly(
                        Control.ACKNOWLEDGED, Control.ENQUIRY, Control.PRESENT, new Refused('6'), Control.ACKNOWLEDGED);
        assertThat(heard.rejected).isEmpty();
    }

    @Test
    @Tag("A4")
    void refusalIsReadHoweverItIsCutAndWithAnEnquiryInside() {
        assertThat(new Heard().feed(new byte[] {0x15}).feed(new byte[] {'2'}).signals)
                .containsExactly(new Refused('2'));
        assertThat(new Heard().feed(new byte[] {0x15, 0x05, '2'}).signals)
                .containsExactly(Control.ENQUIRY, new Refused('2'));
    }

    @Test
    void frameRightAfterARefusalWithoutReasonIsRead() {
        Heard heard = new Heard().feed(new byte[] {0x15}).feed(FreseniusVector.BASE_DONE.wire());
        assertThat(heard.signals).containsExactly(new Refused('?'), FreseniusVector.BASE_DONE.frame());
    }

    @Test
    @Tag("A11")
    void byteAbove7FInAFrameIsALineErrorAndNotAChecksumError() {
        byte[] wire = FreseniusVector.RATE_TOLD.wire();
        for (int at = 1; at < wire.length; at++) {
            byte[] damaged = wire.clone();
            damaged[at] |= (byte) 0x80;
            Heard heard = new Heard().feed(damaged);
            assertThat(heard.frames).isEmpty();
            assertThat(heard.rejected.getFirst().reason()).endsWith("above 7F: wrong parity or line settings");
        }
    }

    @Test
    void lowerCaseChecksumIsRefused() {
        byte[] wire = FreseniusVector.BASE_DONE.wire();
        wire[4] = 'c';
        assertThat(new Heard().feed(wire).rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("check says 8c, it is 8C"));
    }

    @Test
    void checksumWithoutItsLeadingZeroIsRefused() {
        byte[] wire = {0x02, 'z', (byte) (0xFF - 0x0A - 'z'), 'A', 0x03};
        assertThat(new Heard().feed(wire).frames).isEmpty();
    }

    @Test
    void controlCodeInAFrameIsNamed() {
        byte[] wire = FreseniusVector.RATE_TOLD.wire();
        wire[3] = 0x06;
        Heard heard = new Heard().feed(wire);
        assertThat(heard.signals).isEmpty();
        assertThat(heard.rejected.getFirst().reason()).isEqualTo("control code 06 inside a frame");
    }

    @Test
    void emptyFrameAndFrameWithoutBodyAreTooShort() {
        assertThat(new Heard().feed(new byte[] {2, 3}).rejected.getFirst().reason())
                .isEqualTo("frame of 0 characters is too short");
        assertThat(new Heard()
                        .feed(new byte[] {2, 'F', 'F', 3})
                        .rejected
                        .getFirst()
                        .reason())
                .isEqualTo("frame of 2 characters is too short");
    }

    @Test
    @Tag("A6")
    void eightyCharactersAreReadAndOneMoreIsNot() {
        FreseniusFrame longest = new FreseniusFrame("1C;" + "A".repeat(77));
        assertThat(new Heard().feed(longest.bytes()).frames).containsExactly(longest);
        byte[] tooLong = ("\u00021C;" + "A".repeat(78) + "00\u0003").getBytes(ISO_8859_1);
        assertThat(new Heard().feed(tooLong).rejected.getFirst().reason()).isEqualTo("frame longer than 80 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> new FreseniusFrame("A".repeat(81)));
    }

    @Test
    @Tag("A7")
    void endlessNoiseIsBoundedAndTheNextFrameIsFound() {
        Heard heard = new Heard();
        byte[] filler = new byte[1_000];
        Arrays.fill(filler, (byte) 'A');
        heard.feed(new byte[] {0x02});
        for (int i = 0; i < 1_000; i++) {
            heard.feed(filler);
        }
        heard.feed(FreseniusVector.RATE_TOLD.wire());
        assertThat(heard.frames).containsExactly(FreseniusVector.RATE_TOLD.frame());
        assertThat(heard.rejected)
                .hasSizeLessThan(20)
                .allSatisfy(rejected -> assertThat(rejected.bytesHex()).hasSizeLessThanOrEqualTo(128));
        assertThat(heard.rejected.stream()
                        .mapToInt(rejected -> rejected.byteCount())
                        .sum())
                .isEqualTo(1_000_001);
    }

    @Test
    @Tag("A2")
    void frameGivenUpLeavesTheFramerReady() {
        Heard heard = new Heard().feed(new byte[] {0x02, '1', 'C'});
        heard.giveUp();
        heard.feed(FreseniusVector.BASE_DONE.wire());
        assertThat(heard.frames).containsExactly(FreseniusVector.BASE_DONE.frame());
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.CUT_SHORT);
            assertThat(rejected.reason()).isEqualTo("test ends");
        });
    }
}
