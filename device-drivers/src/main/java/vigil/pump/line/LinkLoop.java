package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
    private static final int BUFFER = 8_192;

    private final LineSource source;
    private final PumpLink link;
    private final Supplier<Moment> clock;
    private final Consumer<PumpEvent> sink;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final byte[] buffer = new byte[BUFFER];
    private long pauseMs = FIRST_PAUSE_MS;

    /** A loop that has yet to be run; {@code sink} is called on its thread. */
    public LinkLoop(LineSource source, PumpLink link, Supplier<Moment> clock, Consumer<PumpEvent> sink) {
        this.source = source;
        this.link = link;
        this.clock = clock;
        this.sink = sink;
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
                become(new LinkState.Unreachable(attempt()));
            } while (!stopped.await(pauseMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        become(new LinkState.Closed());
    }

    /**
     * Ends the loop within a quarter of a second, 2 s more where the protocol has a goodbye, or as soon as an opening under
     * way has come to its end.
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
            link.closed(state, clock.get(), sink);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Opens the line and uses it until it fails; says why it failed. */
    private String attempt() {
        try (Line line = source.open()) {
            link.opened(clock.get(), sink);
            while (!isStopped()) {
                step(line);
            }
            takeLeave(line);
            return "stopped";
        } catch (IOException lost) {
            pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
            return String.valueOf(lost.getMessage());
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
        Optional<Query> query = link.due(clock.get(), sink);
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
