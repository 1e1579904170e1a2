package vigil;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import vigil.journal.JournalEntry;

/**
 * Hands the entries that one thread reads and checks to another one that folds them, at most a few thousand ahead. One
 * thread calls {@link #take} and {@link #end}, another {@link #forEach}; neither may be interrupted.
 */
final class EntryRelay {
    private static final int TOGETHER = 500;
    private static final int AHEAD = 8;

    /** The end is an empty list. */
    private final BlockingQueue<List<JournalEntry>> handed = new ArrayBlockingQueue<>(AHEAD);

    private List<JournalEntry> next = new ArrayList<>(TOGETHER);
    private boolean ended;

    /** Takes the next entry; waits while the other thread is too far behind. */
    void take(JournalEntry entry) {
        next.add(entry);
        if (next.size() == TOGETHER) {
            hand();
        }
    }

    /** There are no more entries. */
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

    interface Folding {
        void take(JournalEntry entry) throws IOException;
    }

    /** Gives every entry that is left in order, until there are no more or {@code folding} fails; after the end, none. */
    void forEach(Folding folding) throws IOException {
        for (List<JournalEntry> some = received(); !some.isEmpty(); some = received()) {
            for (JournalEntry entry : some) {
                folding.take(entry);
            }
        }
    }

    private List<JournalEntry> received() {
        if (ended) {
            return List.of();
        }
        try {
            List<JournalEntry> some = handed.take();
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
