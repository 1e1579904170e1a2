package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummedFileTest {
    private static final int BLOCK = 4_096;
    /** The first block of the second group of sums. */
    private static final int SECOND_GROUP = 1_024 * BLOCK;

    @TempDir
    Path dir;

    private SummedFile open() throws IOException {
        return new SummedFile(FileChannel.open(
                dir.resolve("summed"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static byte[] all(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate((int) file.size());
        while (content.hasRemaining() && file.read(content, content.position()) >= 0) {
            assertThat(content.position()).isPositive();
        }
        return content.array();
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Against an array that does the same, before, over and behind the border of two groups. */
    @Test
    void whatIsWrittenCutAndWrittenAgainIsReadBack() throws Exception {
        Random random = new Random(7);
        byte[] expected = new byte[0];
        SummedFile file = open();
        for (int step = 0; step < 300; step++) {
            int at = Math.max(0, (step % 2) * SECOND_GROUP + random.nextInt(-3 * BLOCK, 3 * BLOCK));
            if (step % 5 == 4) {
                file.truncate(at);
                expected = Arrays.copyOf(expected, Math.min(expected.length, at));
            } else {
                boolean whole = random.nextBoolean();
                int from = whole ? at / BLOCK * BLOCK : at;
                byte[] written = bytes(step, whole ? BLOCK * random.nextInt(1, 4) : random.nextInt(1, 2 * BLOCK));
                assertThat(file.write(ByteBuffer.wrap(written), from)).isEqualTo(written.length);
                expected = Arrays.copyOf(expected, Math.max(expected.length, from + written.length));
                System.arraycopy(written, 0, expected, from, written.length);
            }
            assertThat(file.size()).isEqualTo(expected.length);
            if (step % 10 == 9) {
                file.close();
                file = open();
                assertThat(all(file)).as("after step %d", step).isEqualTo(expected);
            }
        }
        file.close();
    }

    @Test
    @Tag("E7")
    void everyFlippedBitOfABlockOrItsSumIsRefused() throws Exception {
        byte[] content = bytes(1, 3 * BLOCK);
        try (SummedFile file = open()) {
            file.write(ByteBuffer.wrap(content), 0);
        }
        byte[] sound = Files.readAllBytes(dir.resolve("summed"));
        Random random = new Random(3);
        for (int flip = 0; flip < 1_000; flip++) {
            int used = random.nextInt(3 * (BLOCK + Integer.BYTES));
            int position = used < 3 * Integer.BYTES ? used : BLOCK - 3 * Integer.BYTES + used;
            byte[] damaged = sound.clone();
            damaged[position] ^= (byte) (1 << random.nextInt(8));
            Files.write(dir.resolve("summed"), damaged);
            try (SummedFile file = open()) {
                assertThatThrownBy(() -> all(file)).as("byte %d", position).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    @Tag("E5")
    void aBlockInThePlaceOfAnotherIsRefused() throws Exception {
        try (SummedFile file = open()) {
            file.write(ByteBuffer.wrap(bytes(1, 2 * BLOCK)), 0);
        }
        byte[] bytes = Files.readAllBytes(dir.resolve("summed"));
        System.arraycopy(bytes, BLOCK, bytes, 2 * BLOCK, BLOCK);
        System.arraycopy(bytes, 0, bytes, Integer.BYTES, Integer.BYTES);
        Files.write(dir.resolve("summed"), bytes);
        try (SummedFile file = open()) {
            assertThatThrownBy(() -> all(file)).hasMessageContaining("block 1");
        }
    }

    @Test
    void whatWasNeverWrittenIsZero() throws Exception {
        try (SummedFile file = open()) {
            file.write(ByteBuffer.wrap(bytes(1, 10)), 5 * BLOCK);
            assertThat(Arrays.copyOf(all(file), 5 * BLOCK)).containsOnly(0);
        }
    }
}
