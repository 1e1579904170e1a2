package vigil.pump.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The whole frames of one framer. They all lie over its buffer and begin at the same place, so two of the same length are
 * the same object, of which the bytes have changed; nothing is made anew for a frame as long as one before. Not
 * thread-safe.
 *
 * @param <F> what the framer gives out
 */
public final class Wholes<F> {
    private final byte[] buffer;
    private final int from;
    private final Function<Octets, F> make;
    private final List<Framed.@Nullable Whole<F>> byEnd;

    /** Frames that begin at {@code from} of {@code buffer}, each made by {@code make}. */
    public Wholes(byte[] buffer, int from, Function<Octets, F> make) {
        this.buffer = buffer;
        this.from = from;
        this.make = make;
        this.byEnd = new ArrayList<>(Collections.nCopies(buffer.length + 1, null));
    }

    /** The frame that ends before {@code to}. The framer has verified its bytes. */
    public Framed.Whole<F> upTo(int to) {
        Framed.@Nullable Whole<F> known = byEnd.get(to);
        if (known != null) {
            return known;
        }
        Framed.Whole<F> whole = new Framed.Whole<>(make.apply(Octets.over(buffer, from, to)));
        byEnd.set(to, whole);
        return whole;
    }
}
