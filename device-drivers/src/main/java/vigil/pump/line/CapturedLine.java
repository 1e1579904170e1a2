package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vigil.pump.Moment;
import vigil.pump.Query;

/**
 * A line whose bytes are also written into a capture. A capture that cannot be written (disk full) is given up and told
 * once; the pump is read all the same. Closing the line leaves the writer open for the next opening.
 */
public final class CapturedLine implements Line {
    private final Line line;
    private final CaptureWriter writer;
    private final Supplier<Moment> clock;
    private final Consumer<String> problems;
    private boolean failed;

    /** Captures {@code line} from now on; {@code problems} is told in one sentence when that ends. */
    public CapturedLine(Line line, CaptureWriter writer, Supplier<Moment> clock, Consumer<String> problems) {
        this.line = line;
        this.writer = writer;
        this.clock = clock;
        this.problems = problems;
        keep(() -> writer.opened(clock.get()));
    }

    private interface Keeping {
        void run() throws IOException;
    }

    private void keep(Keeping keeping) {
        if (failed) {
            return;
        }
        try {
            keeping.run();
        } catch (IOException full) {
            failed = true;
            problems.accept("the capture ends: " + full.getMessage());
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        int count = line.read(buffer, timeout);
        if (count > 0) {
            keep(() -> writer.heard(buffer, count, clock.get()));
        }
        return count;
    }

    @Override
    public void write(Query query) throws IOException {
        line.write(query);
        keep(() -> writer.said(query.bytes(), clock.get()));
    }

    @Override
    public String name() {
        return line.name();
    }

    /** Says so first: a driver that hangs in closing must not come back to a capture that others write by then. */
    @Override
    public void close() {
        keep(() -> writer.closed("closed", clock.get()));
        line.close();
    }
}
