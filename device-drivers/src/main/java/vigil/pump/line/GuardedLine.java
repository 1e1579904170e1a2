package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Predicate;
import vigil.pump.Query;

/**
 * A line that looks at the final bytes of every query immediately before they are written and refuses what is not on the
 * protocol's list. {@code Query} already keeps commands out by its type; this is the second lock.
 */
public final class GuardedLine implements Line {
    private final Line line;
    private final Predicate<byte[]> permitted;

    /** Guards {@code line} with the list of one protocol ({@code PumpModel.permits}). */
    public GuardedLine(Line line, Predicate<byte[]> permitted) {
        this.line = line;
        this.permitted = permitted;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        return line.read(buffer, timeout);
    }

    /** A query whose bytes are not on the list is a programming error and is not sent. */
    @Override
    public void write(Query query) throws IOException {
        byte[] bytes = query.bytes();
        if (!permitted.test(bytes)) {
            throw new IllegalStateException("query \"%s\" may not be sent to a pump: %s"
                    .formatted(query.name(), HexFormat.of().formatHex(bytes)));
        }
        line.write(query);
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void close() {
        line.close();
    }
}
