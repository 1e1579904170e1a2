package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSerialLibraryTest {
    @TempDir
    Path dir;

    private static Set<PosixFilePermission> rights(String text) {
        return PosixFilePermissions.fromString(text);
    }

    @Test
    void aDirectoryThatOthersCanWriteIsRefused() throws Exception {
        for (String loose : new String[] {"rwxrwxr-x", "rwxr-xrwx"}) {
            Files.setPosixFilePermissions(dir, rights(loose));
            assertThatThrownBy(() -> SerialPorts.installed(dir))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(dir.toRealPath().toString(), "others can write");
        }
    }

    @Test
    void aDirectoryThatIsMissingIsRefused() {
        assertThatThrownBy(() -> SerialPorts.installed(dir.resolve("missing"))).isInstanceOf(IOException.class);
    }

    @Test
    @Tag("B7")
    void theGroupThatOwnsThePortIsTheOneToJoin() {
        assertThat(PortAccess.group("vigil", rights("rw-rw----"))).isEqualTo("vigil");
        assertThat(PortAccess.group("dialout", rights("rw-rw----"))).isEqualTo("dialout");
    }

    @Test
    @Tag("B7")
    void nobodyIsAskedToJoinRootOrAGroupThatMayNotUseThePort() {
        assertThat(PortAccess.group("root", rights("rw-rw----"))).isEqualTo("dialout");
        assertThat(PortAccess.group("tty", rights("rw--w----"))).isEqualTo("dialout");
    }

    @Test
    @Tag("B7")
    void aPortThatIsGoneStillHasAdvice() {
        assertThat(SerialPorts.advice(dir.resolve("ttyUSB0"))).contains("ttyUSB0", "usermod -aG dialout");
    }
}
