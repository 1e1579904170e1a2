package vigil.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of {@code secret-tool}, run as a real process; a real desktop's store is not tried. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SecretServiceTest {
    private static final String SECRET = "correct horse battery";

    @TempDir
    Path dir;

    private Path programs;
    private Map<String, String> environment;

    @BeforeEach
    void environment() throws Exception {
        programs = Files.createDirectory(dir.resolve("bin"));
        environment = new HashMap<>(Map.of("PATH", "/nowhere:" + programs, "VIGIL_PASSPHRASE_STORE", "secret-service"));
    }

    /** {@code script}: what the stand-in does, in the words of the shell. */
    private void tool(String script) throws Exception {
        Path tool = Files.writeString(programs.resolve("secret-tool"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private void has(String secret) throws Exception {
        Path kept = Files.writeString(dir.resolve("kept"), secret);
        tool("echo \"$@\" > '%s'; /bin/cat '%s'".formatted(dir.resolve("asked"), kept));
    }

    @Test
    void whatItLocksOpensOnlyWithTheStore() throws Exception {
        has(SECRET);
        DeviceKey key = KeyFile.in(Files.createDirectory(dir.resolve("data")));
        KeyFile.lock(dir.resolve("data"), environment);
        Path file = dir.resolve("data").resolve(KeyFile.NAME);

        assertThat(KeyFile.readFile(file, environment).id()).isEqualTo(key.id());
        assertThatThrownBy(() -> KeyFile.readFile(file, Map.of())).hasMessageContaining("VIGIL_PASSPHRASE_STORE");
        has("another one than before");
        assertThatThrownBy(() -> KeyFile.readFile(file, environment)).hasMessageContaining("not its passphrase");
    }

    @Test
    void noArgumentHoldsTheSecret() throws Exception {
        has(SECRET);
        assertThat(Passphrase.given(environment)).isPresent();
        assertThat(Files.readString(dir.resolve("asked")).strip()).isEqualTo("lookup application vigil");
    }

    private void isRefused(String why) {
        assertThatThrownBy(() -> Passphrase.given(environment))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aProgramThatIsNotInstalledIsSaid() {
        isRefused("secret-tool is not installed");
    }

    @Test
    void aStoreThatIsLockedOrHasNothingIsSaidAndNothingElseIsTried() throws Exception {
        tool("exit 1");
        environment.put("CREDENTIALS_DIRECTORY", dir.toString());
        Files.writeString(dir.resolve("vigil-passphrase"), SECRET);
        isRefused("has no passphrase for Vigil, or is locked");
        tool("exit 0");
        isRefused("has no passphrase for Vigil, or is locked");
    }

    @Test
    void aStoreThatDoesNotAnswerEndsWithOneLine() throws Exception {
        tool("exec /bin/sleep 60");
        assertThatThrownBy(() -> Passphrase.given(environment, new SecretService(Duration.ofMillis(200))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has not answered");
    }

    @Test
    void twoSourcesAtOnceAreRefused() throws Exception {
        has(SECRET);
        environment.put("VIGIL_PASSPHRASE_FILE", dir.resolve("kept").toString());
        isRefused("both VIGIL_PASSPHRASE_STORE and VIGIL_PASSPHRASE_FILE");
    }

    @Test
    void aStoreThatIsNotKnownIsRefused() {
        environment.put("VIGIL_PASSPHRASE_STORE", "kwallet");
        isRefused("there is no store 'kwallet'");
    }

    @Test
    void aSecretThatIsTooShortIsRefused() throws Exception {
        has("short");
        isRefused("fewer than 12 characters");
    }
}
