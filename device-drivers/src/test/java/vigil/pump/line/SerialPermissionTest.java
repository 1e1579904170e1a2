package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.LineSettings;

/** A serial port that the system keeps even from its administrator: on a file system where no device may be opened. */
@EnabledOnOs(OS.LINUX)
class SerialPermissionTest {
    @TempDir
    Path dir;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = done("mount", "-t", "tmpfs", "-o", "nodev,size=1m", "tmpfs", dir.toString());
        assumeTrue(mounted, "no right to mount a file system without devices here");
        // The first serial port by its numbers; it does not matter whether the machine has one.
        assumeTrue(done("mknod", "-m", "600", port(), "c", "4", "64"), "no right to make a device here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(done("umount", dir.toString())).isTrue();
        }
    }

    private String port() {
        return dir.resolve("ttyV0").toString();
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    @Tag("B7")
    void whoMayNotUseThePortIsToldWhichGroupLetsHim() {
        assertThat(Files.exists(Path.of(port()))).isTrue();
        assertThatThrownBy(() -> SerialLine.open(port(), LineSettings.parse("9600 8N1")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s: no permission; add this user to the group dialout (sudo usermod -aG dialout $USER) and"
                                + " sign in again",
                        port());
    }
}
