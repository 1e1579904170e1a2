package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import vigil.pump.Query;

/** An open way to a pump. Used by one thread at a time; closing is its last use. */
public interface Line extends AutoCloseable {
    /**
     * Waits for bytes, at most {@code timeout}.
     *
     * @return how many bytes were put at the start of {@code buffer}; 0 on a time-out; -1 when the device has gone
     */
    int read(byte[] buffer, Duration timeout) throws IOException;

    /** Sends a query; the only way to send anything. */
    void write(Query query) throws IOException;

    /** The port's name for people, as it was given. */
    String name();

    @Override
    void close();
}
