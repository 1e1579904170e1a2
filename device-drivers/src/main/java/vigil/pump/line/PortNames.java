package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds a serial port again that has come back under another name (fault B2): {@code /dev/ttyUSB0} that is
 * {@code /dev/ttyUSB1} after its cable was pulled, and whose old name another adapter may have. When a port has been opened
 * it is remembered in which socket its adapter sits, and the adapter's own serial number if it has one; by these it is
 * opened from then on. Adapters alike and without a serial number are told apart by their sockets only (fault B4); the
 * number of the pump behind them has the last word in any case. A link that a person chose is used as it is. Thread-safe.
 */
final class PortNames {
    private static final Path KERNEL_NAMES = Path.of("/dev");
    private static final String BY_SOCKET = "serial/by-path/";
    private static final String BY_ADAPTER = "serial/by-id/";
    private static final String SERIAL_NUMBER = "ID_SERIAL_SHORT=";

    private final Path devices;
    private final Path database;
    private final Map<String, List<Path>> lasting = new ConcurrentHashMap<>();

    /** Of this machine. */
    PortNames() {
        this(KERNEL_NAMES, UdevRecord.DATABASE);
    }

    PortNames(Path devices, Path database) {
        this.devices = devices;
        this.database = database;
    }

    /** Where the port that was once opened as {@code path} is now. */
    String now(String path) {
        return lasting.getOrDefault(path, List.of()).stream()
                .flatMap(link -> target(link).stream())
                .findFirst()
                .orElse(path);
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(link.toRealPath().toString());
        } catch (IOException unplugged) {
            return Optional.empty();
        }
    }

    /** Remembers the port that a person calls {@code path} and that has been opened as {@code opened}. */
    void remember(String path, String opened) {
        if (KERNEL_NAMES.equals(Path.of(path).getParent())) {
            UdevRecord noted = UdevRecord.of(Path.of(opened), database);
            Stream<String> adapter =
                    noted.hasProperty(SERIAL_NUMBER) ? noted.links(BY_ADAPTER).stream() : Stream.empty();
            lasting.put(
                    path,
                    Stream.concat(noted.links(BY_SOCKET).stream(), adapter)
                            .map(devices::resolve)
                            .toList());
        }
    }
}
