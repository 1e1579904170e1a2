package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.wire.Framed.Kind;

class BccFramerTest {
    private static final List<BccVector> VECTORS = List.of(BccVector.values());

    @ParameterizedTest
    @EnumSource
    void vectorIsReadFromItsWireBytes(BccVector vector) {
        Heard heard = Heard.stuffed().feed(vector.wire());
        assertThat(heard.frames).containsExactly(vector.frame());
        assertThat(heard.rejected).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void vectorIsWrittenAsItsWireBytes(BccVector vector) {
        assertThat(vector.frame().bytes(true)).isEqualTo(vector.wire());
    }

    @ParameterizedTest
    @EnumSource
    void vectorIsReadAndWrittenWithoutStuffing(BccVector vector) {
        assertThat(vector.frame().bytes(false)).isEqualTo(vector.unstuffed());
        assertThat(new Heard(new BccFramer(false)).feed(vector.unstuffed()).frames)
                .containsExactly(vector.frame());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A4")
    void vectorIsReadHoweverItIsCutInTwo(BccVector vector) {
        byte[] wire = vector.wire();
        for (int cut = 0; cut <= wire.length; cut++) {
            Heard heard = Heard.stuffed().feed(wire, 0, cut).feed(wire, cut, wire.length);
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(vector.frame());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A4")
    void everyPairOfVectorsGluedGivesBoth(BccVector first) {
        for (BccVector second : BccVector.values()) {
            Heard heard = Heard.stuffed().feed(glued(first.wire(), second.wire()));
            assertThat(heard.frames).containsExactly(first.frame(), second.frame());
            assertThat(heard.rejected).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A1")
    void vectorAfterNoiseIsFoundAndTheNoiseIsReported(BccVector vector) {
        byte[] noise = {(byte) 0xFF, 'E', 0x04, 0x03, 0x00};
        Heard heard = Heard.stuffed().feed(glued(noise, vector.wire()));
        assertThat(heard.frames).containsExactly(vector.frame());
        assertThat(heard.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.NOISE);
            assertThat(rejected.bytesHex()).isEqualTo("ff45040300");
            assertThat(rejected.byteCount()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A2")
    void goodFrameRightAfterATruncatedOneIsFound(BccVector vector) {
        byte[] wire = vector.wire();
        for (int cut = 1; cut < wire.length; cut++) {
            Heard heard = Heard.stuffed().feed(wire, 0, cut).feed(BccVector.PUMP.wire());
            assertThat(heard.frames).as("cut at %d", cut).containsExactly(BccVector.PUMP.frame());
            assertThat(heard.rejected)
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.kind()).isEqualTo(Kind.CUT_SHORT));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A3")
    void oneFlippedBitIsAcceptedExactlyWhenTheSlowParserAccepts(BccVector vector) {
        byte[] wire = vector.wire();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = wire.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Heard.stuffed().feed(damaged).frames)
                    .as("bit %d", bit)
                    .isEqualTo(SlowBccParser.frames(damaged, true));
        }
    }

    @Test
    @Tag("A3")
    void oneFlippedBitInAPlainFrameIsNeverAccepted() {
        byte[] wire = BccVector.EVERYTHING.unstuffed();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = wire.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(new Heard(new BccFramer(false)).feed(damaged).frames)
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void stuffingIsTakenOutFromLeftToRight() {
        byte[] wire = new BccFrame("1", "EX,EEX,D,exd", true).bytes(true);
        assertThat(new String(wire, ISO_8859_1)).contains("EEX,EEEEX,EX,eexex");
        assertThat(Heard.stuffed().feed(wire).frames).containsExactly(new BccFrame("1", "EX,EEX,D,exd", true));
    }

    @Test
    void brokenStuffingIsRejected() {
        byte[] wire = new BccFrame("1", "AEB", true).bytes(false);
        assertThat(Heard.stuffed().feed(wire).rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).contains("stuffing"));
    }

    @Test
    @Tag("A3")
    void wrongCheckNamesBothValues() {
        byte[] wire = BccVector.EVERYTHING.wire();
        wire[wire.length - 2] = '2';
        assertThat(Heard.stuffed().feed(wire).rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(rejected.reason()).isEqualTo("check says 192, the sum is 191");
        });
    }

    @Test
    void rejectedMessageKeepsItsFirstBytesAndItsLengthHoweverItWasCut() {
        byte[] wire = BccVector.PUMP.wire();
        wire[wire.length - 2] ^= 1;
        String first = HexFormat.of().formatHex(wire, 0, 64);
        for (int cut = 0; cut < wire.length; cut++) {
            Heard heard = Heard.stuffed().feed(wire, 0, cut).feed(wire, cut, wire.length);
            assertThat(heard.rejected).singleElement().satisfies(rejected -> {
                assertThat(rejected.bytesHex()).isEqualTo(first);
                assertThat(rejected.byteCount()).isEqualTo(wire.length);
            });
        }
    }

    @Test
    @Tag("A6")
    void claimedLengthAllocatesNothingAndIsCompared() {
        byte[] wire = BccVector.EVERYTHING.wire();
        Arrays.fill(wire, 1, 6, (byte) '9');
        assertThat(Heard.stuffed().feed(wire).rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("length says 99999, 34 bytes came"));
    }

    @Test
    @Tag("A7")
    void endlessMessageIsGivenUpAndTheNextOneFound() {
        Heard heard = Heard.stuffed().feed(new byte[] {0x01});
        byte[] filler = new byte[1_000];
        Arrays.fill(filler, (byte) 'A');
        for (int i = 0; i < 1_000; i++) {
            heard.feed(filler);
        }
        heard.feed(BccVector.RACK.wire());
        assertThat(heard.frames).containsExactly(BccVector.RACK.frame());
        assertThat(heard.rejected.getFirst().byteCount()).isEqualTo(BccFramer.MOST + 1);
        assertThat(heard.rejected)
                .hasSizeLessThan(20)
                .allSatisfy(rejected -> assertThat(rejected.bytesHex()).hasSizeLessThanOrEqualTo(128));
    }

    @Test
    void messageGivenUpLeavesTheFramerReady() {
        Heard heard = Heard.stuffed().feed(new byte[] {0x01, '0', '0'});
        heard.giveUp();
        heard.feed(BccVector.ALIVE.wire());
        assertThat(heard.frames).containsExactly(BccVector.ALIVE.frame());
        assertThat(heard.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("test ends"));
    }

    @Test
    @Tag("A1")
    void damagedStreamGivesExactlyWhatTheSlowParserFinds() {
        for (long seed = 1; seed <= 200; seed++) {
            byte[] stream = damaged(new Random(seed));
            List<BccFrame> slow = SlowBccParser.frames(stream, true);
            assertThat(Heard.stuffed().feed(stream).frames).as("seed %d", seed).isEqualTo(slow);
        }
    }

    /** Long ones add up to more than any vector does; the check of each was written byte by byte. */
    @Test
    void messageOfAnyLengthAndOfAnyBytesIsFound() {
        Random random = new Random(3);
        for (int size = 1; size < 16_000; size += 1 + size / 8) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) random.nextInt(0x20, 0x100);
            }
            BccFrame frame = new BccFrame("SpaceCOM", new String(bytes, ISO_8859_1), true);
            assertThat(Heard.stuffed().feed(frame.bytes(true)).frames)
                    .as("%d bytes", size)
                    .containsExactly(frame);
            assertThat(new Heard(new BccFramer(false)).feed(frame.bytes(false)).frames)
                    .as("%d bytes without stuffing", size)
                    .containsExactly(frame);
        }
    }

    /** A hundred vectors with a byte dropped, changed or put in every so often. */
    private static byte[] damaged(Random random) {
        byte[] stream = {};
        for (int i = 0; i < 100; i++) {
            byte[] wire = VECTORS.get(random.nextInt(VECTORS.size())).wire();
            int at = random.nextInt(wire.length);
            stream = glued(
                    stream,
                    switch (random.nextInt(6)) {
                        case 0 -> glued(Arrays.copyOf(wire, at), Arrays.copyOfRange(wire, at + 1, wire.length));
                        case 1 -> flipped(wire, at, random.nextInt(8));
                        case 2 -> glued(wire, new byte[] {(byte) random.nextInt(256)});
                        default -> wire;
                    });
        }
        return stream;
    }

    private static byte[] flipped(byte[] wire, int at, int bit) {
        wire[at] ^= (byte) (1 << bit);
        return wire;
    }

    static byte[] glued(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
