package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two devices that every Linux has stand for two adapters: {@code /dev/null} is number 1:3, {@code /dev/zero} 1:5. */
@EnabledOnOs(OS.LINUX)
class PortNamesTest {
    private static final String FIRST = "/dev/null";
    private static final String SECOND = "/dev/zero";
    private static final String SOCKET = "serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0";
    private static final String OTHER_SOCKET = "serial/by-path/pci-0000:00:14.0-usb-0:3:1.0-port0";
    private static final String ADAPTER = "serial/by-id/usb-1a86_USB_Serial-if00-port0";

    @TempDir
    private Path folder = Path.of("unset");

    private Path devices = Path.of("unset");
    private Path database = Path.of("unset");
    private PortNames names = new PortNames();

    @BeforeEach
    void folders() throws IOException {
        devices = Files.createDirectories(folder.resolve("dev"));
        database = Files.createDirectories(folder.resolve("data"));
        names = new PortNames(devices, database);
    }

    private void noted(String... lines) throws IOException {
        Files.write(database.resolve("c1:3"), List.of(lines));
    }

    private void link(String name, String device) throws IOException {
        Path link = devices.resolve(name);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(device));
    }

    private void unplug(String name) throws IOException {
        Files.delete(devices.resolve(name));
    }

    @Test
    @Tag("B2")
    void portThatComesBackInItsSocketUnderAnotherNameIsFound() throws IOException {
        noted("S:" + SOCKET, "E:ID_BUS=usb");
        link(SOCKET, FIRST);
        names.remember(FIRST, FIRST);
        assertThat(names.now(FIRST)).isEqualTo(FIRST);
        link(SOCKET, SECOND);
        assertThat(names.now(FIRST)).isEqualTo(SECOND);
    }

    @Test
    @Tag("B2")
    void adapterWithASerialNumberIsFoundInAnotherSocket() throws IOException {
        noted("S:" + SOCKET, "S:" + ADAPTER, "E:ID_SERIAL_SHORT=A50285BI");
        link(SOCKET, FIRST);
        link(ADAPTER, FIRST);
        names.remember(FIRST, FIRST);
        unplug(SOCKET);
        link(ADAPTER, SECOND);
        assertThat(names.now(FIRST)).isEqualTo(SECOND);
    }

    @Test
    @Tag("B4")
    void adapterWithoutASerialNumberIsNotTakenForItsTwin() throws IOException {
        noted("S:" + SOCKET, "S:" + ADAPTER);
        link(SOCKET, FIRST);
        link(ADAPTER, FIRST);
        names.remember(FIRST, FIRST);
        unplug(SOCKET);
        link(ADAPTER, SECOND);
        assertThat(names.now(FIRST)).isEqualTo(FIRST);
    }

    @Test
    @Tag("B4")
    void twinsThatComeBackWithEachOthersNamesAreToldApartByTheirSockets() throws IOException {
        noted("S:" + SOCKET, "S:" + ADAPTER);
        Files.write(database.resolve("c1:5"), List.of("S:" + OTHER_SOCKET, "S:" + ADAPTER));
        link(SOCKET, FIRST);
        link(OTHER_SOCKET, SECOND);
        names.remember(FIRST, FIRST);
        names.remember(SECOND, SECOND);
        link(SOCKET, SECOND);
        link(OTHER_SOCKET, FIRST);
        assertThat(names.now(FIRST)).isEqualTo(SECOND);
        assertThat(names.now(SECOND)).isEqualTo(FIRST);
    }

    @Test
    @Tag("B4")
    void twinThatStaysOutIsNotReplacedByTheOneThatIsThere() throws IOException {
        noted("S:" + SOCKET, "S:" + ADAPTER);
        Files.write(database.resolve("c1:5"), List.of("S:" + OTHER_SOCKET, "S:" + ADAPTER));
        link(SOCKET, FIRST);
        link(OTHER_SOCKET, SECOND);
        link(ADAPTER, SECOND);
        names.remember(FIRST, FIRST);
        unplug(SOCKET);
        assertThat(names.now(FIRST)).isEqualTo(FIRST);
    }

    /** Nothing of the adapters tells that a person swapped them; the number of the pump does (OtherPumpTest). */
    @Test
    @Tag("B3")
    @Tag("B4")
    void twinsInEachOthersSocketsAreTakenForEachOther() throws IOException {
        noted("S:" + SOCKET);
        link(SOCKET, FIRST);
        names.remember(FIRST, FIRST);
        link(SOCKET, SECOND);
        assertThat(names.now(FIRST)).isEqualTo(SECOND);
    }

    @Test
    void linkThatAPersonChoseIsUsedAsItIs() throws IOException {
        noted("S:" + SOCKET);
        link(SOCKET, SECOND);
        String chosen = devices.resolve(ADAPTER).toString();
        names.remember(chosen, FIRST);
        assertThat(names.now(chosen)).isEqualTo(chosen);
    }

    @Test
    void portOfWhichNothingIsNotedKeepsItsName() throws IOException {
        names.remember(FIRST, FIRST);
        assertThat(names.now(FIRST)).isEqualTo(FIRST);
        names.remember("COM3", "COM3");
        assertThat(names.now("COM3")).isEqualTo("COM3");
    }
}
