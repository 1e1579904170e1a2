package vigil.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The entries that are not known to be on the disk yet, in memory, bounded; between the thread that appends and the thread
 * that writes. Safe for use by both.
 */
final class Waiting {
    /** What an entry costs in memory beside its payload, roughly. */
    private static final int OVERHEAD = 100;

    private final int mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int bytes;
    private Head end;
    private long forced;
    private boolean asked;
    private boolean stopped;
    private boolean ended;
    private boolean late;
    private Optional<JournalException> failure = Optional.empty();

    Waiting(int mostBytes, Head end) {
        this.mostBytes = mostBytes;
        this.end = end;
        this.forced = end.sequence();
    }

    /** What has to be written next, oldest first, and the head with the last of it. */
    record Batch(List<Entry> entries, Head end) {}

    private static int size(Entry entry) {
        return OVERHEAD + entry.payload().length;
    }

    /** Whether there is room; {@code spared} entries must leave the second half free. */
    boolean hasRoom(Entry entry, boolean spared) {
        lock.lock();
        try {
            return bytes + size(entry) <= (spared ? mostBytes / 2 : mostBytes);
        } finally {
            lock.unlock();
        }
    }

    void add(Entry entry, Head withIt) {
        lock.lock();
        try {
            entries.add(entry);
            bytes += size(entry);
            end = withIt;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that waits; it goes on waiting until {@link #forced}. */
    Batch batch() {
        lock.lock();
        try {
            asked = false;
            return new Batch(List.copyOf(entries), end);
        } finally {
            lock.unlock();
        }
    }

    /** All up to {@code head} are on the disk. */
    void forced(Head head) {
        lock.lock();
        try {
            while (!entries.isEmpty() && entries.getFirst().sequence() <= head.sequence()) {
                bytes -= size(entries.removeFirst());
            }
            forced = head.sequence();
            failure = Optional.empty();
            late = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void failed(JournalException reason) {
        lock.lock();
        try {
            failure = Optional.of(reason);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why the last write failed; empty if it did not. */
    Optional<JournalException> failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the disk refuses or is late. */
    boolean isRefused() {
        lock.lock();
        try {
            return late || failure.isPresent();
        } finally {
            lock.unlock();
        }
    }

    long forcedSequence() {
        lock.lock();
        try {
            return forced;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks for a write and waits until everything is on the disk, but not longer than {@code patience}; not at all while
     * the disk is late already.
     *
     * @return empty if it is; otherwise the failure, or one that says that the disk is late
     */
    Optional<JournalException> await(Duration patience) {
        lock.lock();
        try {
            long wanted = end.sequence();
            failure = Optional.empty();
            asked = true;
            changed.signalAll();
            long left = late ? 0 : patience.toNanos();
            while (forced < wanted && failure.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            late = forced < wanted && failure.isEmpty();
            return forced >= wanted ? Optional.empty() : Optional.of(failure.orElseGet(this::lateness));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private JournalException lateness() {
        return new JournalException(
                "the disk has not confirmed entries %d to %d yet; they wait in memory and are lost if the power fails now"
                        .formatted(forced + 1, end.sequence()));
    }

    /** For the thread that writes: returns when it is asked to; false when it is to end. */
    boolean awaitWork() {
        lock.lock();
        try {
            while (!asked && !stopped) {
                changed.await();
            }
            return !stopped;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the thread that writes end, and waits for that; false if it has not ended in time. */
    boolean stop(Duration patience) {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
            long left = patience.toNanos();
            while (!ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ended;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    void ended() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        return new IllegalStateException("a thread of the journal must never be interrupted", e);
    }
}
