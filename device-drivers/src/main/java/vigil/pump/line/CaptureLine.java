package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vigil.pump.Query;

/**
 * A capture played like a line, at the speed of its recording: what came from the device comes again, what is sent goes
 * nowhere. At its end it stays open and silent, as a pump does that was switched off. Read by one thread; closed by any.
 */
public final class CaptureLine implements Line {
    private final CaptureReader capture;
    private final String name;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<CaptureEntry> next = Optional.empty();
    private byte[] block = {};
    private int blockAt;
    private Duration played;

    private CaptureLine(CaptureReader capture, String name) throws IOException {
        this.capture = capture;
        this.name = name;
        proceed();
        played = next.map(CaptureEntry::at).orElse(Duration.ZERO);
    }

    /** Opens a capture; time counts from its first entry. */
    public static CaptureLine open(Path file) throws IOException {
        return new CaptureLine(CaptureReader.open(file), "capture:" + file);
    }

    /** On to the next bytes that came from the device. */
    private void proceed() throws IOException {
        do {
            next = capture.entry();
        } while (next.isPresent() && next.get().kind() != CaptureEntry.Kind.HEARD);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        if (blockAt == block.length && !comesWithin(timeout)) {
            return closed.getCount() == 0 ? -1 : 0;
        }
        int count = Math.min(buffer.length, block.length - blockAt);
        System.arraycopy(block, blockAt, buffer, 0, count);
        blockAt += count;
        return count;
    }

    /** Waits for the next block, which is there afterwards if true. */
    private boolean comesWithin(Duration timeout) throws IOException {
        Duration ahead = next.map(entry -> entry.at().minus(played)).orElse(timeout.plusSeconds(1));
        boolean comes = ahead.compareTo(timeout) <= 0;
        Duration wait = comes ? ahead : timeout;
        if (isClosedWithin(wait)) {
            return false;
        }
        played = played.plus(wait.isNegative() ? Duration.ZERO : wait);
        if (comes) {
            block = next.orElseThrow().bytes();
            blockAt = 0;
            proceed();
        }
        return comes;
    }

    private boolean isClosedWithin(Duration wait) throws IOException {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(name + ": stopped", stop);
        }
    }

    /** Goes nowhere: the capture holds what was sent when it was made. */
    @Override
    public void write(Query query) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            capture.close();
        } catch (IOException lost) {
            // A file that was only read loses nothing
        }
    }
}
