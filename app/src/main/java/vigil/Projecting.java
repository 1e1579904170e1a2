package vigil;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Step;
import vigil.journal.Head;
import vigil.session.Session;
import vigil.store.ProjectionMemory;
import vigil.store.SessionStore;
import vigil.store.StoreException;

/**
 * The session database, kept up on a thread of its own a little behind the journal, so that a slow database delays neither
 * a value on the screen nor an acknowledgement. Falls behind for good at the first failure: the journal has every entry, so
 * that costs nothing but making the database anew at the next start. Methods are called by the session thread.
 */
final class Projecting {
    private static final Logger LOG = LoggerFactory.getLogger(Projecting.class);

    private final SessionStore store;
    private final Executor executor;
    private volatile Optional<StoreException> failure = Optional.empty();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong handed = new AtomicLong();

    /** {@code executor} runs one task after the other in the order given, and refuses when too many wait. */
    Projecting(SessionStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    private interface Work {
        void run() throws StoreException;
    }

    /** Takes the step that the entry at {@code head} led to. */
    void take(Head head, Step step) {
        handed.set(head.sequence());
        hand(() -> {
            store.project(head.sequence(), head.chainHash(), step);
            taken.set(head.sequence());
        });
    }

    /** Goes on behind the steps up to {@code memory}, which the database holds, before any other is taken. */
    void resume(ProjectionMemory memory, Session last) {
        handed.set(memory.sequence());
        hand(() -> {
            store.resume(memory, last);
            taken.set(memory.sequence());
        });
    }

    /**
     * Brings everything taken so far to the disk and gives what the database remembers of it to {@code taker}, on the
     * database's thread; not while it stands still.
     */
    void tell(Consumer<ProjectionMemory> taker) {
        hand(() -> {
            store.commit();
            store.sync();
            taker.accept(store.memory());
        });
    }

    /** How many steps the database is behind what was handed over. From any thread. */
    long behind() {
        return Math.max(0, handed.get() - taken.get());
    }

    /** Why the database stands still, in one line; empty while it does not. From any thread. */
    Optional<String> standsStill() {
        return failure.map(StoreException::getMessage);
    }

    /** The database as it is, for questions from any thread; it may be {@link #behind}. */
    SessionStore asItIs() {
        return store;
    }

    /** Lets queries see what was taken so far, soon. */
    void commit() {
        hand(store::commit);
    }

    private void hand(Work work) {
        if (failure.isPresent()) {
            return;
        }
        try {
            executor.execute(() -> attempt(work));
        } catch (RejectedExecutionException e) {
            fail(new StoreException("the session database is too slow: its queue is full", e));
        }
    }

    private void attempt(Work work) {
        if (failure.isEmpty()) {
            try {
                work.run();
            } catch (StoreException e) {
                fail(e);
            } catch (RuntimeException e) {
                fail(new StoreException("the session database stopped: " + e, e));
            }
        }
    }

    private void fail(StoreException e) {
        failure = Optional.of(e);
        LOG.error("History and exports stand still", e);
    }

    /**
     * The database with everything taken so far. From any thread but that of the database.
     *
     * @throws StoreException if it has fallen behind
     */
    SessionStore upToDate() throws StoreException {
        finish(store::commit);
        return store;
    }

    /** Closes the database after what was taken so far. */
    void close() throws StoreException {
        try {
            finish(() -> {});
        } finally {
            store.close();
        }
    }

    /** Waits until everything handed over is done and {@code last} after it. */
    private void finish(Work last) throws StoreException {
        FutureTask<Void> done = new FutureTask<>(() -> attempt(last), null);
        try {
            executor.execute(done);
            done.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the session thread must never be interrupted", e);
        } catch (ExecutionException | RejectedExecutionException e) {
            throw new StoreException("the session database did not finish: " + e.getMessage(), e);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
