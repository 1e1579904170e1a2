package vigil.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a CSV file on their way out. Half a million rows, mostly of numbers, are made here without a text for each cell.
 * Not thread-safe.
 */
final class CsvBytes {
    private static final int HANDED_OVER = 1 << 13;
    private static final int BASE = 10;
    private static final int LONGEST_NUMBER = 19;

    private final OutputStream out;
    private byte[] bytes = new byte[2 * HANDED_OVER];
    private int length;

    /** {@code out} stays open. */
    CsvBytes(OutputStream out) {
        this.out = out;
    }

    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    void number(long number) {
        if (number < 0) {
            put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        } else {
            int width = 1;
            for (long rest = number / BASE; rest > 0; rest /= BASE) {
                width++;
            }
            digits(number, width);
        }
    }

    /** So many digits of a number that is not negative, zeros first. */
    void digits(long number, int width) {
        room(LONGEST_NUMBER);
        long rest = number;
        for (int place = length + width - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % BASE);
            rest /= BASE;
        }
        length += width;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }

    /** Hands whole rows over once there are enough of them. */
    void rowEnds() {
        if (length >= HANDED_OVER) {
            handOver();
        }
    }

    void handOver() {
        try {
            out.write(bytes, 0, length);
            length = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
