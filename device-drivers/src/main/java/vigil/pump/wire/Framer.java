package vigil.pump.wire;

import java.util.function.Consumer;

/**
 * Finds whole frames in a stream of bytes, however the bytes were cut into reads. Memory is bounded whatever arrives, and
 * the good frame right after a damaged one is found. Not thread-safe: one per line.
 *
 * @param <F> the frame of one protocol
 */
public interface Framer<F> {
    /** Takes {@code length} bytes from the start of {@code buffer} and says what they completed, in order. */
    void accept(byte[] buffer, int length, Consumer<Framed<F>> out);

    /** Gives up a half-received frame, saying why; used on a time-out and when the line is gone. */
    void giveUp(String reason, Consumer<Framed<F>> out);
}
