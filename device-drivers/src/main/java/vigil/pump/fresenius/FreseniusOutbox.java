package vigil.pump.fresenius;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the host owes the device: DC4 first, then confirmations and answers in their order. Bounded. Not thread-safe. */
final class FreseniusOutbox {
    private static final int MOST = 32;

    private final Deque<FreseniusQuery> owed = new ArrayDeque<>();
    private boolean enquired;

    /** The device asked whether anybody is there; however often, one answer is enough. */
    void enquired() {
        enquired = true;
    }

    /** Beyond {@value #MOST} nothing is added: the device repeats what was not confirmed. */
    void owe(FreseniusQuery query) {
        if (owed.size() < MOST) {
            owed.add(query);
        }
    }

    boolean isEmpty() {
        return !enquired && owed.isEmpty();
    }

    Optional<FreseniusQuery> next() {
        if (enquired) {
            enquired = false;
            return Optional.of(FreseniusQuery.DC4);
        }
        return Optional.ofNullable(owed.poll());
    }

    void clear() {
        enquired = false;
        owed.clear();
    }
}
