package vigil.pump.alaris;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.wire.Damage;
import vigil.pump.wire.Heard;

class AlarisDamageTest {
    private static final int FRAMES = 20_000;
    private static final int MUTATIONS = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Tag("A1")
    @Tag("A3")
    void everySparedFrameIsRecoveredAndNoOtherAccepted(long seed) {
        Random random = new Random(seed);
        List<byte[]> sent = new ArrayList<>();
        List<AlarisFrame> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            String vector = AlarisVector.ALL.get(random.nextInt(AlarisVector.ALL.size()));
            sent.add(AlarisVector.wire(vector));
            frames.add(AlarisVector.frame(vector));
        }
        Damage damage = new Damage(Damage.glued(sent), seed);
        List<AlarisFrame> spared = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < FRAMES; i++) {
            if (damage.spares(at, at + sent.get(i).length)) {
                spared.add(frames.get(i));
            }
            at += sent.get(i).length;
        }
        List<AlarisFrame> recovered = new Heard<>(new AlarisFramer()).feed(damage.bytes()).frames;
        assertThat(spared).hasSizeBetween(FRAMES * 9 / 10, FRAMES - 1);
        assertThat(recovered).isEqualTo(SlowAlarisParser.frames(damage.bytes())).isEqualTo(spared);
    }

    /** Each input goes through framer and decoder, which must not throw. */
    @Test
    void mutatedFrameIsAcceptedExactlyWhenTheSlowParserAccepts() {
        Random random = new Random(20_261_122);
        AlarisDecoder decoder = new AlarisDecoder();
        List<byte[]> wires = AlarisVector.ALL.stream().map(AlarisVector::wire).toList();
        Heard<AlarisFrame> heard = new Heard<>(new AlarisFramer());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = Damage.mutated(wires.get(random.nextInt(wires.size())), random);
            heard.frames.clear();
            heard.rejected.clear();
            heard.feed(mutated).giveUp();
            heard.frames.forEach(decoder::decode);
            assertAgreement(mutated, heard.frames);
        }
    }

    private static void assertAgreement(byte[] mutated, List<AlarisFrame> frames) {
        List<AlarisFrame> slow = SlowAlarisParser.frames(mutated);
        if (!slow.equals(frames)) {
            assertThat(frames).isEqualTo(slow);
        }
    }

    @Test
    void textOfAnyKindIsDecodedWithoutAnException() {
        Random random = new Random(3);
        AlarisDecoder decoder = new AlarisDecoder();
        for (int i = 0; i < 200_000; i++) {
            String text = AlarisVector.frame(AlarisVector.ALL.get(random.nextInt(AlarisVector.ALL.size())))
                    .text();
            int at = random.nextInt(text.length());
            String changed =
                    text.substring(0, at) + (char) random.nextInt(' ', '{') + text.substring(at + random.nextInt(2));
            if (!changed.contains("!")) {
                assertThat(decoder.decode(new AlarisFrame(changed))).isNotNull();
            }
        }
    }
}
