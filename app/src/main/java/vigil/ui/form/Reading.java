package vigil.ui.form;

import java.util.Optional;

/** What a text in a field amounts to. Immutable. */
public sealed interface Reading<T> {
    /** Nothing was typed; which is not the same as zero. */
    record Missing<T>() implements Reading<T> {}

    record Value<T>(T known) implements Reading<T> {}

    /** Something was typed, and it cannot be that. The text stays as it is. */
    record Wrong<T>(Fault why) implements Reading<T> {}

    default Optional<T> value() {
        return this instanceof Value<T>(T known) ? Optional.of(known) : Optional.empty();
    }

    default Optional<Fault> fault() {
        return this instanceof Wrong<T>(Fault why) ? Optional.of(why) : Optional.empty();
    }
}
