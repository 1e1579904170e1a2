package vigil.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;

/** Whether this user may use the serial ports, above all the one that is chosen in the settings. Opens none. */
public final class SerialCheck implements Check {
    private final Ports ports;
    private final Optional<PortAddress> chosen;

    /** Lists the serial ports; loads the serial library for it. */
    @FunctionalInterface
    public interface Ports {
        List<SerialPorts.Port> list() throws IOException;
    }

    /** @param chosen where the settings say that the pump is */
    public SerialCheck(Ports ports, Optional<PortAddress> chosen) {
        this.ports = ports;
        this.chosen = chosen;
    }

    @Override
    public Finding look() throws IOException {
        List<SerialPorts.Port> found = ports.list();
        return chosen.map(address -> judged(address, found)).orElseGet(() -> judged(found));
    }

    private static Finding judged(PortAddress address, List<SerialPorts.Port> found) {
        return switch (address) {
            case PortAddress.Device(String path) -> device(path, found);
            case PortAddress.Tcp _, PortAddress.Rfc2217 _, PortAddress.Capture _ ->
                Finding.ok("the pump is at %s, which needs none".formatted(address));
        };
    }

    private static Finding device(String path, List<SerialPorts.Port> found) {
        Path device = Path.of(path);
        if (!Files.exists(device)) {
            return Finding.failed("%s, the port in the settings, is not there; check the cable".formatted(path));
        }
        Optional<SerialPorts.Port> listed =
                found.stream().filter(port -> port.path().equals(path)).findFirst();
        boolean permitted = Files.isReadable(device) && Files.isWritable(device);
        return permitted
                ? Finding.ok("%s may be used%s"
                        .formatted(path, listed.map(SerialCheck::held).orElse("")))
                : Finding.failed(SerialPorts.advice(device));
    }

    private static Finding judged(List<SerialPorts.Port> found) {
        if (found.isEmpty()) {
            return Finding.warning("no serial port found; a pump may also be reached over the network");
        }
        Optional<SerialPorts.Port> refused =
                found.stream().filter(port -> !port.permitted()).findFirst();
        return refused.map(port -> Finding.failed(port.remedy()))
                .orElseGet(() -> Finding.ok(found.stream()
                        .map(port -> port.path() + " may be used" + held(port))
                        .collect(Collectors.joining("; "))));
    }

    private static String held(SerialPorts.Port port) {
        return port.holders().isEmpty() ? "" : ", held by " + String.join(", ", port.holders());
    }
}
