package vigil.pump.sim;

import java.io.IOException;
import java.time.Duration;

/** Where a simulated device is plugged in: bytes from a client and back. Used by one thread; closed by any. */
public interface Outlet extends AutoCloseable {
    /** What a client opens: {@code /dev/pts/7} or {@code tcp://127.0.0.1:4001}. */
    String address();

    /**
     * Waits for bytes from a client, at most {@code timeout}.
     *
     * @return how many bytes; 0 when none came; -1 when this end was closed
     */
    int read(byte[] buffer, Duration timeout) throws IOException;

    /** Sends bytes to the client, if there is one. */
    void write(byte[] bytes) throws IOException;

    /** Throws the client out, as when its cable is pulled; it may come again if the outlet allows it. */
    void cut();

    @Override
    void close();
}
