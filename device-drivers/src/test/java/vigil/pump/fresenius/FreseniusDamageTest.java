package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long streams with damage, against the slow parser. */
@Tag("A1")
class FreseniusDamageTest {
    @Test
    void damagedStreamGivesExactlyWhatTheSlowParserFinds() {
        int frames = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            byte[] stream = Streams.damaged(Streams.good(5_000, random), random);
            List<FreseniusFrame> slow = SlowFreseniusParser.frames(stream);
            assertThat(inPieces(stream, random)).as("seed %d", seed).isEqualTo(slow);
            frames += slow.size();
        }
        assertThat(frames).isBetween(90_000, 99_900);
    }

    @Test
    void everyFrameOfAnUndamagedStreamIsFound() {
        Random random = new Random(7);
        byte[] stream = Streams.good(20_000, random);
        Heard heard = new Heard().feed(stream);
        assertThat(heard.frames).hasSize(20_000).isEqualTo(SlowFreseniusParser.frames(stream));
        assertThat(heard.rejected).isEmpty();
    }

    private static List<FreseniusFrame> inPieces(byte[] stream, Random random) {
        Heard heard = new Heard();
        int at = 0;
        while (at < stream.length) {
            int end = Math.min(stream.length, at + 1 + random.nextInt(40));
            heard.feed(stream, at, end);
            at = end;
        }
        return heard.frames;
    }

    /** A million short inputs a run: vectors with random bytes changed, taken out, put in and doubled. */
    @Test
    @Tag("A3")
    void mutatedInputIsAcceptedExactlyWhenTheSlowParserAcceptsIt() {
        Random random = new Random(20_261_122);
        FreseniusVector[] vectors = FreseniusVector.values();
        for (int i = 0; i < 1_000_000; i++) {
            byte[] input = vectors[random.nextInt(vectors.length)].wire();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                input = mutated(input, random);
            }
            assertThat(new Heard().feed(input).frames).isEqualTo(SlowFreseniusParser.frames(input));
        }
    }

    private static byte[] mutated(byte[] input, Random random) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(input.length);
        byte[] tail = Arrays.copyOfRange(input, at, input.length);
        return switch (random.nextInt(5)) {
            case 0 -> Streams.glued(Arrays.copyOf(input, at), Arrays.copyOfRange(input, at + 1, input.length));
            case 1 ->
                Streams.glued(Streams.glued(Arrays.copyOf(input, at), new byte[] {(byte) random.nextInt(128)}), tail);
            case 2 -> Streams.glued(input, tail);
            case 3 -> Arrays.copyOf(input, at);
            default -> {
                byte[] changed = input.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
        };
    }
}
