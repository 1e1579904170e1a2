package vigil.pump.fresenius;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Byte streams of the device, whole and damaged. */
final class Streams {
    private Streams() {}

    static byte[] glued(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** What a device says in {@code answers} answers, with ENQ, ACK and NAK strewn in. */
    static byte[] good(int answers, Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < answers; i++) {
            stream.write(0x06);
            byte[] wire = answer(random).bytes();
            int enquiry = random.nextInt(wire.length * 4);
            for (int at = 0; at < wire.length; at++) {
                if (at == enquiry) {
                    stream.write(0x05);
                }
                stream.write(wire[at]);
            }
            if (random.nextInt(50) == 0) {
                stream.write(0x15);
                stream.write('1' + random.nextInt(8));
            }
        }
        return stream.toByteArray();
    }

    static FreseniusFrame answer(Random random) {
        int module = 1 + random.nextInt(6);
        return new FreseniusFrame(
                switch (random.nextInt(4)) {
                    case 0 -> module + "C";
                    case 1 -> "%dE;a%04X".formatted(module, random.nextInt(65_536));
                    case 2 -> "%dI;%02X".formatted(module, random.nextInt(40));
                    default ->
                        "%dC;d%04X;r%08X;a%04X;e%02X;m%02X"
                                .formatted(
                                        module,
                                        random.nextInt(65_536),
                                        random.nextInt(100_000_000),
                                        random.nextInt(65_536),
                                        random.nextInt(256),
                                        random.nextInt(256));
                });
    }

    /** One byte in 5,000 lost, one bit in 5,000 bytes turned over, 64 random bytes and 300 lost ones each 20,000. */
    static byte[] damaged(byte[] good, Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream(good.length);
        int burst = 0;
        int gap = 0;
        for (byte value : good) {
            burst = random.nextInt(20_000) == 0 ? 64 : Math.max(0, burst - 1);
            gap = random.nextInt(20_000) == 0 ? 300 : Math.max(0, gap - 1);
            if (gap > 0 || random.nextInt(5_000) == 0) {
                continue;
            }
            int bit = random.nextInt(5_000) == 0 ? 1 << random.nextInt(8) : 0;
            stream.write(burst > 0 ? random.nextInt(256) : value ^ bit);
        }
        return stream.toByteArray();
    }
}
