package vigil.dose;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list that grows at its end: {@link #with} leaves this list as it is and shares all full parts with the
 * new one, so that a course of many thousand points costs at most {@value #PART} copied references an entry.
 */
public final class GrowingList<T> extends AbstractList<T> implements RandomAccess {
    private static final int PART = 64;

    private final List<List<T>> parts;
    private final List<T> tail;

    private GrowingList(List<List<T>> parts, List<T> tail) {
        this.parts = parts;
        this.tail = tail;
    }

    public static <T> GrowingList<T> empty() {
        return new GrowingList<>(List.of(), List.of());
    }

    /** This list and {@code next} behind it. */
    public GrowingList<T> with(T next) {
        List<T> longer = joined(tail, next);
        return longer.size() < PART
                ? new GrowingList<>(parts, longer)
                : new GrowingList<>(joined(parts, longer), List.of());
    }

    /** This list with {@code other} in the place {@code index}. Copies everything: for what is rare. */
    public GrowingList<T> replacing(int index, T other) {
        GrowingList<T> copy = empty();
        for (int at = 0; at < size(); at++) {
            copy = copy.with(at == index ? other : get(at));
        }
        return copy;
    }

    private static <E> List<E> joined(List<E> list, E next) {
        List<E> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(next);
        return Collections.unmodifiableList(longer);
    }

    @Override
    public T get(int index) {
        int part = index / PART;
        return part < parts.size() ? parts.get(part).get(index % PART) : tail.get(index - parts.size() * PART);
    }

    @Override
    public int size() {
        return parts.size() * PART + tail.size();
    }
}
