package vigil.pump.newera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Damage;
import vigil.pump.wire.Heard;

class NewEraDamageTest {
    private static final int FRAMES = 50_000;
    private static final int MUTATIONS = 1_000_000;
    private static final List<NewEraVector> VECTORS = NewEraVector.all();

    /** Basic mode has no check, so frames may come through that were not sent; spared ones all do, in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Tag("A1")
    @Tag("A3")
    void everySparedFrameIsRecovered(long seed) {
        Random random = new Random(seed);
        List<byte[]> sent = new ArrayList<>();
        List<NewEraFrame> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            NewEraVector vector = VECTORS.get(random.nextInt(VECTORS.size()));
            sent.add(vector.wire());
            frames.add(vector.frame());
        }
        Damage damage = new Damage(Damage.glued(sent), seed);
        List<NewEraFrame> spared = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < FRAMES; i++) {
            if (damage.spares(at, at + sent.get(i).length)) {
                spared.add(frames.get(i));
            }
            at += sent.get(i).length;
        }
        List<NewEraFrame> recovered =
                new Heard<>(new NewEraFramer()).feed(damage.bytes()).giveUp().frames;
        assertThat(spared).hasSizeBetween(FRAMES * 9 / 10, FRAMES - 1);
        assertThat(recovered).isEqualTo(SlowNewEraParser.frames(damage.bytes())).containsSubsequence(spared);
    }

    /** Each input goes through framer and decoder, which must not throw. */
    @Test
    void mutatedFrameIsAcceptedExactlyWhenTheSlowParserAccepts() {
        Random random = new Random(20_261_122);
        List<byte[]> wires = VECTORS.stream().map(NewEraVector::wire).toList();
        Heard<NewEraFrame> heard = new Heard<>(new NewEraFramer());
        Ask[] asks = Ask.values();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = Damage.mutated(wires.get(random.nextInt(wires.size())), random);
            heard.frames.clear();
            heard.rejected.clear();
            heard.feed(mutated).giveUp();
            for (NewEraFrame frame : heard.frames) {
                assertThat(NewEraDecoder.decode(asks[i % asks.length], frame.payload()))
                        .isNotNull();
            }
            assertAgreement(mutated, heard.frames);
        }
    }

    private static void assertAgreement(byte[] mutated, List<NewEraFrame> frames) {
        List<NewEraFrame> slow = SlowNewEraParser.frames(mutated);
        if (!slow.equals(frames)) {
            assertThat(frames)
                    .as("%s", java.util.HexFormat.of().formatHex(mutated))
                    .isEqualTo(slow);
        }
    }

    @Test
    void dataOfAnyKindAreDecodedWithoutAnException() {
        Random random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            String data = VECTORS.get(random.nextInt(VECTORS.size())).payload();
            int at = random.nextInt(data.length());
            String changed =
                    data.substring(0, at) + (char) random.nextInt(' ', '~') + data.substring(at + random.nextInt(2));
            for (Ask ask : Ask.values()) {
                assertThat(NewEraDecoder.decode(ask, changed.substring(random.nextInt(changed.length() + 1))))
                        .isNotNull();
            }
        }
    }
}
