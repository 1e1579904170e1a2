package vigil.pump.wire;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value of one field of a reading, and hands out the same one again as long as its decimal is the same, which a
 * rate is from answer to answer and a volume often. Not thread-safe.
 *
 * @param <T> an immutable value
 */
public final class Unchanged<T> {
    private final Function<BigDecimal, T> make;
    private long before = StrictDecimal.NONE;
    private @Nullable T value;

    /** A field whose values are made by {@code make}. */
    public Unchanged(Function<BigDecimal, T> make) {
        this.make = make;
    }

    /** The value of a decimal of {@link StrictDecimal} that is one and is in the field's range. */
    public T of(long decimal) {
        if (value == null || decimal != before) {
            value = make.apply(StrictDecimal.value(decimal));
            before = decimal;
        }
        return value;
    }
}
