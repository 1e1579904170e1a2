package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentBlocksTest {
    private static final int BLOCK = 4_096;
    /** More blocks than are remembered. */
    private static final int LONGEST = 100 * BLOCK;

    @TempDir
    Path dir;

    /** Against an array that does the same: short and long reads, also over the end, between writes and cuts. */
    @Test
    void whatIsReadIsWhatWasWrittenLast() throws Exception {
        Random random = new Random(11);
        byte[] expected = new byte[0];
        try (FileChannel file = new RecentBlocks(open())) {
            for (int step = 0; step < 20_000; step++) {
                int at = random.nextInt(LONGEST);
                switch (random.nextInt(40)) {
                    case 0 -> {
                        int length = random.nextInt(LONGEST);
                        file.truncate(length);
                        expected = Arrays.copyOf(expected, Math.min(expected.length, length));
                    }
                    case 1, 2, 3 -> {
                        byte[] written = new byte[random.nextInt(1, 3 * BLOCK)];
                        random.nextBytes(written);
                        assertThat(file.write(ByteBuffer.wrap(written), at)).isEqualTo(written.length);
                        expected = Arrays.copyOf(expected, Math.max(expected.length, at + written.length));
                        System.arraycopy(written, 0, expected, at, written.length);
                    }
                    default -> {
                        int length = random.nextInt(1, 6 * BLOCK);
                        int end = Math.clamp(at + length, Math.min(at, expected.length), expected.length);
                        byte[] there = at < end ? Arrays.copyOfRange(expected, at, end) : new byte[0];
                        assertThat(read(file, at, length)).as("step %d", step).isEqualTo(there);
                    }
                }
                assertThat(file.size()).isEqualTo(expected.length);
            }
        }
    }

    private static byte[] read(FileChannel file, int from, int length) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(length);
        int read = file.read(content, from);
        assertThat(Math.max(0, read)).isEqualTo(content.position());
        assertThat(read).isNotZero();
        return Arrays.copyOf(content.array(), content.position());
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                dir.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
