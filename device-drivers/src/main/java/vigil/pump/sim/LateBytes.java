package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Bytes on their way through a slow line, in order; each part arrives at its own moment. Not thread-safe. */
final class LateBytes {
    private static final class Part {
        private final long atNanos;
        private final byte[] bytes;

        Part(long atNanos, byte[] bytes) {
            this.atNanos = atNanos;
            this.bytes = bytes;
        }
    }

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Arrives at that boot time, but never before what was sent earlier. */
    void send(byte[] bytes, long atNanos) {
        if (bytes.length > 0) {
            long last = parts.isEmpty() ? Long.MIN_VALUE : parts.getLast().atNanos;
            parts.add(new Part(Math.max(last, atNanos), bytes));
        }
    }

    /** Arrives in at most {@code most} pieces, one every {@code stepNanos}. */
    void dribble(byte[] bytes, int most, long atNanos, long stepNanos) {
        int piece = Math.max(1, (bytes.length + most - 1) / most);
        long at = atNanos;
        for (int from = 0; from < bytes.length; from += piece) {
            send(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)), at);
            at += stepNanos;
        }
    }

    /** Everything that has arrived by now. */
    byte[] arrived(long nowNanos) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!parts.isEmpty() && parts.getFirst().atNanos <= nowNanos) {
            all.writeBytes(parts.removeFirst().bytes);
        }
        return all.toByteArray();
    }

    /** What is still held back arrives now. */
    void hurry(long nowNanos) {
        byte[] all = arrived(Long.MAX_VALUE);
        send(all, nowNanos);
    }

    void lose() {
        parts.clear();
    }

    long nextAt() {
        return parts.isEmpty() ? Long.MAX_VALUE : parts.getFirst().atNanos;
    }
}
