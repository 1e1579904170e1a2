package vigil.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import vigil.store.ReadingRow;

/**
 * Reads readings on another thread, a few thousand ahead of the one that takes them: reading an encrypted database and
 * packing a table cost about the same, and there are two processors. For one {@link #forEach} at a time.
 */
public final class ReadAhead implements CsvWriter.Readings {
    private static final int AT_ONCE = 1_000;
    private static final int MOST_AHEAD = 4;

    private final CsvWriter.Readings source;
    private final Executor beside;

    /** {@code beside}: runs what it is given on a thread that is not the one that asks. */
    public ReadAhead(CsvWriter.Readings source, Executor beside) {
        this.source = source;
        this.beside = beside;
    }

    /** Hands every reading over on the calling thread; what {@code each} throws ends the reading. */
    @Override
    public void forEach(Consumer<ReadingRow> each) throws IOException {
        Handing handing = new Handing();
        FutureTask<Void> reading = new FutureTask<>(() -> {
            try {
                source.forEach(handing);
            } finally {
                handing.end();
            }
            return null;
        });
        beside.execute(reading);
        try {
            handing.takeAll(each);
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            reading.cancel(true);
        }
    }

    /** Rows on their way from one thread to the other; none at all is the end. */
    private static final class Handing implements Consumer<ReadingRow> {
        private final BlockingQueue<List<ReadingRow>> ahead = new ArrayBlockingQueue<>(MOST_AHEAD);
        private List<ReadingRow> rows = new ArrayList<>(AT_ONCE);

        @Override
        public void accept(ReadingRow row) {
            rows.add(row);
            if (rows.size() == AT_ONCE) {
                hand();
            }
        }

        private void end() {
            if (!rows.isEmpty()) {
                hand();
            }
            hand();
        }

        private void hand() {
            try {
                ahead.put(rows);
                rows = new ArrayList<>(AT_ONCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException) new CancellationException("nobody takes the readings").initCause(e);
            }
        }

        private void takeAll(Consumer<ReadingRow> each) throws InterruptedException {
            for (List<ReadingRow> next = ahead.take(); !next.isEmpty(); next = ahead.take()) {
                next.forEach(each);
            }
        }
    }
}
