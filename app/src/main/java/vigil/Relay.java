package vigil;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Hands what one thread makes to another one that works on, at most a few thousand pieces ahead. One thread calls
 * {@link #take} and {@link #end}, another {@link #forEach}; neither may be interrupted.
 */
final class Relay<T> {
    private static final int TOGETHER = 100;
    private static final int AHEAD = 8;

    /** The end is an empty list. */
    private final BlockingQueue<List<T>> handed = new ArrayBlockingQueue<>(AHEAD);

    private List<T> next = new ArrayList<>(TOGETHER);
    private boolean ended;

    /** Takes the next piece; waits while the other thread is too far behind. */
    void take(T piece) {
        next.add(piece);
        if (next.size() == TOGETHER) {
            hand();
        }
    }

    /** There are no more pieces. */
    void end() {
        if (!next.isEmpty()) {
            hand();
        }
        hand();
    }

    private void hand() {
        try {
            handed.put(next);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        next = new ArrayList<>(TOGETHER);
    }

    interface Working<T> {
        void take(T piece) throws IOException;
    }

    /** Gives every piece that is left in order, until there are no more or {@code working} fails; after the end, none. */
    void forEach(Working<T> working) throws IOException {
        for (List<T> some = received(); !some.isEmpty(); some = received()) {
            for (T piece : some) {
                working.take(piece);
            }
        }
    }

    private List<T> received() {
        if (ended) {
            return List.of();
        }
        try {
            List<T> some = handed.take();
            ended = some.isEmpty();
            return some;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        return new IllegalStateException("a thread that checks the record must never be interrupted", e);
    }
}
