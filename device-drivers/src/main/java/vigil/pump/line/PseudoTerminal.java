package vigil.pump.line;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Locale;

/**
 * A pair of connected terminals on Linux: this end, and a device path that any program opens like a serial port. It
 * ignores baud rate and parity. Thread-safe: {@link #close} waits for a read under way.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int WRITE_TIMEOUT_MS = 1_000;
    private static final int TCSANOW = 0;
    private static final int POLL_EVENTS = 4;
    private static final int POLL_REVENTS = 6;
    private static final int POLL_SIZE = 8;
    /** More than {@code struct termios} needs on any Linux. */
    private static final int TERMIOS_SIZE = 256;

    private static final int NAME_SIZE = 128;
    private static final int BUFFER = 8_192;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment poll = arena.allocate(POLL_SIZE, 4);
    private final MemorySegment bytes = arena.allocate(BUFFER);
    private final int master;
    /** Held open so that this end does not read an error while no client is there. */
    private final int slave;

    private final String path;
    private boolean open = true;

    private PseudoTerminal(int master, int slave, String path) {
        this.master = master;
        this.slave = slave;
        this.path = path;
        poll.set(JAVA_INT, 0, master);
    }

    /** A new pair in raw mode. */
    public static PseudoTerminal open() throws IOException {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            throw new IOException("pseudo-terminals are supported on Linux only; use --listen tcp://127.0.0.1:PORT");
        }
        return of(CLibrary.check("posix_openpt", CLibrary.OPENPT, O_RDWR | O_NOCTTY | O_NONBLOCK));
    }

    /** The pair of this open master; it is closed when it has none. */
    static PseudoTerminal of(int master) throws IOException {
        try (Arena scratch = Arena.ofConfined()) {
            CLibrary.check("grantpt", CLibrary.GRANTPT, master);
            CLibrary.check("unlockpt", CLibrary.UNLOCKPT, master);
            MemorySegment name = scratch.allocate(NAME_SIZE);
            CLibrary.check("ptsname_r", CLibrary.PTSNAME, master, name, (long) NAME_SIZE);
            int slave = CLibrary.check("open", CLibrary.OPEN, name, O_RDWR | O_NOCTTY);
            return raw(master, slave, name.getString(0), scratch.allocate(TERMIOS_SIZE));
        } catch (IOException failed) {
            CLibrary.close(master);
            throw failed;
        }
    }

    private static PseudoTerminal raw(int master, int slave, String path, MemorySegment termios) throws IOException {
        try {
            CLibrary.check("tcgetattr", CLibrary.TCGETATTR, slave, termios);
            CLibrary.makeRaw(termios);
            CLibrary.check("tcsetattr", CLibrary.TCSETATTR, slave, TCSANOW, termios);
            return new PseudoTerminal(master, slave, path);
        } catch (IOException failed) {
            CLibrary.close(slave);
            throw failed;
        }
    }

    /** The device path of the other end, for example {@code /dev/pts/7}. */
    public String path() {
        return path;
    }

    /**
     * Waits for bytes from the other end, at most {@code timeout}.
     *
     * @return how many bytes; 0 on a time-out; -1 after {@link #close}
     */
    public synchronized int read(byte[] buffer, Duration timeout) throws IOException {
        if (!open) {
            return -1;
        }
        if (!isReady(POLLIN, (int) timeout.toMillis())) {
            return 0;
        }
        int count =
                (int) CLibrary.checkLong("read", CLibrary.READ, master, bytes, (long) Math.min(buffer.length, BUFFER));
        MemorySegment.copy(bytes, JAVA_BYTE, 0, buffer, 0, count);
        return count;
    }

    /** Sends bytes to the other end; what nobody there takes within a second is lost, as on a serial line. */
    public synchronized void write(byte[] data) throws IOException {
        int sent = 0;
        while (open && sent < data.length && isReady(POLLOUT, WRITE_TIMEOUT_MS)) {
            int part = Math.min(data.length - sent, BUFFER);
            MemorySegment.copy(data, sent, bytes, JAVA_BYTE, 0, part);
            sent += (int) CLibrary.checkLong("write", CLibrary.WRITE, master, bytes, (long) part);
        }
    }

    private boolean isReady(short event, int timeoutMs) throws IOException {
        poll.set(JAVA_SHORT, POLL_EVENTS, event);
        int ready = CLibrary.check("poll", CLibrary.POLL, poll, 1L, timeoutMs);
        return ready > 0 && (poll.get(JAVA_SHORT, POLL_REVENTS) & event) != 0;
    }

    /** Pulls the cable: whoever has the other end open finds the device gone. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            CLibrary.close(slave);
            CLibrary.close(master);
            arena.close();
        }
    }
}
