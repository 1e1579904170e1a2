package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long streams with damage and with ENQ inside the frames, against the slow parser. */
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
}
