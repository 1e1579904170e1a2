package vigil.pump.sim;

import java.io.IOException;
import java.time.Duration;
import vigil.pump.line.PseudoTerminal;

/** A simulated device on a pseudo-terminal. Once cut it is gone, as a pulled adapter is: its path does not come back. */
public final class PtyOutlet implements Outlet {
    private final PseudoTerminal terminal;

    private PtyOutlet(PseudoTerminal terminal) {
        this.terminal = terminal;
    }

    /** A new pseudo-terminal; Linux only. */
    public static PtyOutlet open() throws IOException {
        return new PtyOutlet(PseudoTerminal.open());
    }

    @Override
    public String address() {
        return terminal.path();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        return terminal.read(buffer, timeout);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        terminal.write(bytes);
    }

    @Override
    public void cut() {
        terminal.close();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
