package vigil.pump.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at once against one after the other. */
class EightBytesTest {
    private static final int TIMES = 20_000;

    private final Random random = new Random(1);

    @Test
    void firstZeroIsFoundWhateverStandsAroundIt() {
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = fewValues();
            assertThat(EightBytes.beforeFirst(EightBytes.zeros(EightBytes.from(bytes, 0))))
                    .as("%s", (Object) bytes)
                    .isEqualTo(firstZero(bytes));
        }
    }

    /** Zeros, and the values beside which a subtraction borrows. */
    private byte[] fewValues() {
        byte[] bytes = new byte[EightBytes.COUNT];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new byte[] {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0x81, (byte) 0xFF, 5}[random.nextInt(8)];
        }
        return bytes;
    }

    private static int firstZero(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at;
    }

    @Test
    void sumIsTheSameAsOfTheBytesOneByOne() {
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(1, EightBytes.MOST_PAIRS + 1) * EightBytes.COUNT];
            random.nextBytes(bytes);
            assertThat(summed(bytes)).isEqualTo(sum(bytes));
        }
    }

    @Test
    void asManyAsMayBeAddedDoNotOverflow() {
        byte[] most = new byte[EightBytes.MOST_PAIRS * EightBytes.COUNT];
        Arrays.fill(most, (byte) 0xFF);
        assertThat(summed(most)).isEqualTo(sum(most));
    }

    private static int summed(byte[] bytes) {
        long pairs = 0;
        for (int at = 0; at < bytes.length; at += EightBytes.COUNT) {
            pairs += EightBytes.pairs(EightBytes.from(bytes, at));
        }
        return EightBytes.sum(pairs);
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte value : bytes) {
            sum += value & 0xFF;
        }
        return sum;
    }

    @Test
    void whatStandsBeyondTheEndIsZero() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertThat(EightBytes.before(11, bytes, 8)).isEqualTo(0x0B0A09L);
        assertThat(EightBytes.before(10, bytes, 8)).isEqualTo(0x0A09L);
        assertThat(EightBytes.before(8, bytes, 0)).isEqualTo(0x0807060504030201L);
        assertThat(EightBytes.before(8, bytes, 8)).isZero();
        assertThat(EightBytes.first(2, EightBytes.from(bytes, 0))).isEqualTo(0x0201L);
        assertThat(EightBytes.first(0, -1)).isZero();
        assertThat(EightBytes.first(8, -1)).isEqualTo(-1);
    }
}
