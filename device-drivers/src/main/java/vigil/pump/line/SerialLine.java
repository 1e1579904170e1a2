package vigil.pump.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vigil.pump.LineSettings;
import vigil.pump.Query;

/**
 * A serial port, and the only class that knows jSerialComm. DTR and RTS are cleared before the port is opened and stay
 * down: on some interfaces they reset the device. Time-outs are finite, so that closing never waits for a read.
 *
 * <p>{@code isOpen} of the library stays true when the cable is pulled; a read that returns -1 is what tells.
 */
public final class SerialLine implements Line {
    /** The system's reading time-out counts in tenths of a second. */
    private static final int LEAST_TIMEOUT_MS = 100;

    private static final int WRITE_TIMEOUT_MS = 1_000;

    /** EACCES of Linux and macOS: rights of the file may allow what the system still refuses, a container for instance. */
    private static final int ACCESS_DENIED = 13;

    private static final String UNLOADED = "the serial library cannot be loaded, so no serial port can be used; install"
            + " Vigil again. A pump on the network can still be read";

    /** A port as the system lists it. */
    record Listed(String path, String description) {}

    private final SerialPort port;
    private final String path;
    private int timeoutMs = LEAST_TIMEOUT_MS;

    private SerialLine(SerialPort port, String path) {
        this.port = port;
        this.path = path;
    }

    /** Opens the port or says what is wrong with it. */
    static SerialLine open(String path, LineSettings settings) throws IOException {
        try {
            return opened(path, settings);
        } catch (LinkageError unloaded) {
            throw new IOException(path + ": " + UNLOADED, unloaded);
        }
    }

    private static SerialLine opened(String path, LineSettings settings) throws IOException {
        SerialPort port = find(path);
        port.clearDTR();
        port.clearRTS();
        LineSettings set = isPseudoTerminal(path) ? withoutBitsToRefuse(settings) : settings;
        port.setComPortParameters(set.baud(), set.dataBits(), stopBits(set), parity(set));
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        timeouts(port, LEAST_TIMEOUT_MS);
        if (!port.openPort(0)) {
            throw new IOException(path + ": " + advice(path, port.getLastErrorCode()));
        }
        return new SerialLine(port, path);
    }

    private static boolean isPseudoTerminal(String path) {
        return path.startsWith("/dev/pts/");
    }

    /**
     * A pseudo-terminal has no wire on which data bits or parity could be: Linux leaves them as they are, and refuses to
     * open one for the second time with seven bits because nothing changed.
     */
    private static LineSettings withoutBitsToRefuse(LineSettings settings) {
        return new LineSettings(settings.baud(), 8, LineSettings.Parity.NONE, settings.stopBits());
    }

    private static SerialPort find(String path) throws IOException {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException missing) {
            throw new IOException(path + ": there is no such port; check the cable, then \"vigil ports\"", missing);
        }
    }

    private static String advice(String path, int errorCode) {
        Path device = Path.of(path);
        if (!path.startsWith("/")) {
            return "the port cannot be opened (system error %d); another program may hold it".formatted(errorCode);
        }
        if (!Files.exists(device)) {
            return "there is no such port; check the cable, then \"vigil ports\"";
        }
        if (errorCode == ACCESS_DENIED || !Files.isReadable(device) || !Files.isWritable(device)) {
            return "no permission; %s and sign in again".formatted(PortAccess.remedy(device));
        }
        List<String> holders = PortHolders.of(device);
        return holders.isEmpty()
                ? "the port cannot be opened (system error %d); another program may hold it".formatted(errorCode)
                : "the port is held by %s; close that program".formatted(String.join(", ", holders));
    }

    private static int stopBits(LineSettings settings) {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private static int parity(LineSettings settings) {
        return switch (settings.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private static void timeouts(SerialPort port, int readMs) {
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, readMs, WRITE_TIMEOUT_MS);
    }

    /** The ports that the system lists; pseudo-terminals are not among them. */
    static List<Listed> listed() throws IOException {
        try {
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(port -> new Listed(port.getSystemPortPath(), port.getPortDescription()))
                    .collect(Collectors.toUnmodifiableList());
        } catch (LinkageError unloaded) {
            throw new IOException(UNLOADED, unloaded);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        int wanted = (int) Math.max(LEAST_TIMEOUT_MS, timeout.toMillis());
        if (wanted != timeoutMs) {
            timeoutMs = wanted;
            timeouts(port, wanted);
        }
        return port.readBytes(buffer, buffer.length);
    }

    @Override
    public void write(Query query) throws IOException {
        byte[] bytes = query.bytes();
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new IOException(path + ": the port no longer takes bytes; check the cable");
        }
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public void close() {
        port.closePort();
    }
}
