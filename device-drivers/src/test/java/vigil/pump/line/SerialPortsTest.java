package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SerialPortsTest {
    @TempDir
    Path directory = Path.of("unset");

    @Test
    void nativeLibraryGoesToADirectoryThatNobodyElseCanWrite() throws IOException {
        Path library = directory.resolve("natives");
        SerialPorts ports = new SerialPorts(library);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library)))
                .isEqualTo("rwx------");
        assertThat(System.getProperty("jSerialComm.library.path")).isEqualTo(library.toString());
        assertThat(ports.list()).allSatisfy(port -> assertThat(port.path()).startsWith("/dev/"));
    }

    @Test
    void linkInsteadOfADirectoryIsRefused() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        assertThatIOException().isThrownBy(() -> new SerialPorts(link)).withMessageContaining("must not be a link");
    }
}
