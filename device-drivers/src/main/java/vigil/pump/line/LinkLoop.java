package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;

/**
 * Drives one pump link over its line, on the thread it is given: opens, reads, writes, and opens again when the device
 * has gone, waiting 0.5 s at first and at most 5 s. {@link #stop} may be called from any thread.
 */
public final class LinkLoop implements Runnable {
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long LONGEST_READ_NANOS = 250_000_000L;
    /** A port that closes because the program ends is followed by {@link #stop} within this time. */
    private static final long LONGEST_END_MS = 100;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
    private static final int BUFFER = 8_192;
    private static final Logger LOG = LoggerFactory.getLogger(LinkLoop.class);

    private final LineSource source;
    private final PumpLink link;
    private final Supplier<Moment> clock;
    private final RejectionSums sink;
    private final Executor closer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final byte[] buffer = new byte[BUFFER];
    private long pauseMs = FIRST_PAUSE_MS;
    private String hanging = "";

    /**
     * A loop that has yet to be run; {@code sink} is called on its thread. A line is closed by {@code closer}, which must be
     * another thread: some drivers hang there (fault B9).
     */
    public LinkLoop(
            LineSource source, PumpLink link, Supplier<Moment> clock, Consumer<PumpEvent> sink, Executor closer) {
        this.source = source;
        this.link = link;
        this.clock = clock;
        this.sink = new RejectionSums(sink);
        this.closer = closer;
    }

    @Override
    public void run() {
        try {
            readAndReopen();
        } finally {
            ended.countDown();
        }
    }

    private void readAndReopen() {
        become(new LinkState.Connecting("opening the port"));
        try {
            do {
                String reason = attempt();
                // The end of the program closes ports as well, and is not told as a lost pump.
                if (!stopped.await(LONGEST_END_MS, TimeUnit.MILLISECONDS)) {
                    become(new LinkState.Unreachable(reason));
                }
            } while (!stopped.await(pauseMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        become(new LinkState.Closed());
    }

    /**
     * Ends the loop within a quarter of a second, 2 s more where the protocol has a goodbye and 2 s more where the port hangs
     * in closing, or as soon as an opening under way has come to its end.
     */
    public void stop() {
        stopped.countDown();
    }

    /** Waits, after {@link #stop}, until nothing is read, written or told any more; false if that took too long. */
    public boolean hasEndedWithin(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void become(LinkState state) {
        if (!isStopped() || state instanceof LinkState.Closed) {
            sink.tell();
            link.closed(state, clock.get(), sink);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Opens the line and uses it until it fails; says why it failed. */
    private String attempt() {
        hanging = "";
        try {
            Line line = source.open();
            try {
                use(line);
            } finally {
                close(line);
            }
            return "stopped";
        } catch (IOException lost) {
            pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
            return lost.getMessage() + hanging;
        }
    }

    private void use(Line line) throws IOException {
        link.opened(clock.get(), sink);
        while (!isStopped()) {
            step(line);
        }
        takeLeave(line);
    }

    /** A port that does not close is abandoned, and that is told: here, and with the state of the link. */
    private void close(Line line) {
        CountDownLatch closed = new CountDownLatch(1);
        closer.execute(() -> {
            try {
                line.close();
            } finally {
                closed.countDown();
            }
        });
        try {
            if (!closed.await(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                hanging = "; the port does not close and was abandoned, unplug its adapter and plug it in again";
                LOG.warn("{}{}", line.name(), hanging);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the conversation in order where the protocol has such an end, but waits for no device that is gone. */
    private void takeLeave(Line line) throws IOException {
        Moment began = clock.get();
        link.leave(began);
        while (!link.hasLeft() && clock.get().since(began).compareTo(LONGEST_GOODBYE) < 0) {
            step(line);
        }
    }

    private void step(Line line) throws IOException {
        Moment now = clock.get();
        sink.tellOlderThanASecond(now);
        Optional<Query> query = link.due(now, sink);
        if (query.isPresent()) {
            line.write(query.get());
            return;
        }
        int count = line.read(buffer, untilDue());
        if (count < 0) {
            throw new IOException(line.name() + ": the device has gone; check the cable");
        }
        if (count > 0) {
            pauseMs = FIRST_PAUSE_MS;
            link.received(buffer, count, clock.get(), sink);
        }
    }

    private Duration untilDue() {
        long nanos = link.wakeAt() - clock.get().bootNanos();
        return Duration.ofNanos(Math.clamp(nanos, 1_000_000L, LONGEST_READ_NANOS));
    }
}
