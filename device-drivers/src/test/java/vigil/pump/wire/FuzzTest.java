package vigil.pump.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That the fuzzing finds what it is there to find. */
class FuzzTest {
    private static final byte[] VECTOR = {1, 2, 3, 4};

    /** Takes every read for a frame of its length. */
    private static final class Lengths implements Framer<Integer> {
        @Override
        public void accept(byte[] buffer, int length, Consumer<Framed<Integer>> out) {
            if (length > 0) {
                out.accept(new Framed.Whole<>(length));
            }
        }

        @Override
        public void giveUp(String reason, Consumer<Framed<Integer>> out) {
            assertThat(reason).isNotEmpty();
        }
    }

    private static Fuzz fuzz(Function<byte[], List<Integer>> slow, Consumer<Integer> decode) {
        return new Fuzz(lengths(slow, decode), 7, 1_000);
    }

    private static UnderTest<Integer> lengths(Function<byte[], List<Integer>> slow, Consumer<Integer> decode) {
        Heard<Integer> heard = new Heard<>(new Lengths(), length -> length);
        return new UnderTest<>("lengths", List.of(VECTOR), heard, _ -> true, slow, decode);
    }

    @Test
    void disagreementWithTheSlowParserIsFoundAndToldWithItsSeed() {
        assertThatThrownBy(fuzz(bytes -> List.of(-1), length -> {})::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lengths, seed 7, input ")
                .hasMessageContaining("valid [-1]");
    }

    @Test
    void exceptionOfTheDecoderIsFound() {
        Fuzz fuzz = fuzz(bytes -> List.of(), length -> {
            throw new IllegalStateException("length " + length);
        });
        assertThatThrownBy(fuzz::run).isInstanceOf(AssertionError.class).hasMessageContaining(": length ");
    }

    @Test
    void sameSeedGivesTheSameInput() {
        UnderTest<Integer> protocol = lengths(_ -> List.of(), _ -> {});

        assertThat(Fuzz.input(protocol, new SplittableRandom(3)))
                .isEqualTo(Fuzz.input(protocol, new SplittableRandom(3)));
    }

    @Test
    void wholeAnswersAndStreamsAreAmongTheInputs() {
        UnderTest<Integer> protocol =
                lengths(_ -> List.of(), _ -> {}).with(List.of(new byte[100]), List.of(new byte[10_000]));
        SplittableRandom random = new SplittableRandom(3);
        List<Integer> lengths = IntStream.range(0, 5_000)
                .mapToObj(_ -> Fuzz.input(protocol, random).length)
                .toList();

        // With one to three bytes more or less, or cut anywhere
        assertThat(lengths).anyMatch(length -> length > 90 && length < 210);
        assertThat(lengths).anyMatch(length -> length > 9_000);
    }
}
