package vigil.journal;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Whole numbers in as few bytes as they need: seven bits a byte, lowest first, the eighth says that more follow. */
final class Varint {
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private Varint() {}

    /** Takes the number as unsigned. */
    static void write(long number, ByteArrayOutputStream out) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        out.write((int) rest);
    }

    /** Small numbers of either sign are short. */
    static void writeSigned(long number, ByteArrayOutputStream out) {
        write(number << 1 ^ number >> (Long.SIZE - 1), out);
    }

    /** @throws BufferUnderflowException if the bytes end within it */
    static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = in.get();
            number |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    static long readSigned(ByteBuffer in) {
        long number = read(in);
        return number >>> 1 ^ -(number & 1);
    }
}
