package vigil.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path dir;

    @Test
    void theKeysOfADirectoryAreMadeOnceAndComeBack() throws Exception {
        DeviceKey made = KeyFile.in(dir);
        DeviceKey again = KeyFile.in(dir);
        byte[] message = "message".getBytes(US_ASCII);
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.databasePassword()).isEqualTo(made.databasePassword()).matches("[0-9a-f]{64}");
        assertThat(again.secretFor("purpose", new byte[16])).isEqualTo(made.secretFor("purpose", new byte[16]));
        assertThat(made.signed(message, again.sign(message))).isTrue();
    }

    @Test
    void twoDirectoriesHaveNothingInCommon() throws Exception {
        DeviceKey one = KeyFile.in(dir);
        DeviceKey other = KeyFile.in(Files.createDirectory(dir.resolve("other")));
        byte[] message = "message".getBytes(US_ASCII);
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(other.databasePassword()).isNotEqualTo(one.databasePassword());
        assertThat(other.signed(message, one.sign(message))).isFalse();
    }

    @Test
    void purposesAndSaltsGiveDifferentKeys() {
        DeviceKey key = DeviceKey.random();
        assertThat(key.secretFor("one", new byte[16])).isNotEqualTo(key.secretFor("other", new byte[16]));
        assertThat(key.secretFor("one", new byte[16])).isNotEqualTo(key.secretFor("one", new byte[] {1}));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFileIsItsOwnersOnly() throws Exception {
        KeyFile.in(dir);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(KeyFile.NAME))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsNamedAndNotReplaced() throws Exception {
        KeyFile.in(dir);
        Path file = dir.resolve(KeyFile.NAME);
        String whole = Files.readString(file);
        for (int at = 0; at < whole.length() - 1; at += 7) {
            char other = whole.charAt(at) == '0' ? '1' : '0';
            String damaged = whole.substring(0, at) + other + whole.substring(at + 1);
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> KeyFile.in(dir))
                    .as("character %d", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(file.toString(), "put its copy back");
            assertThat(file).hasContent(damaged);
        }
    }

    @Test
    void aFileOfBytesThatAreNoTextIsDamagedToo() throws Exception {
        Path file = dir.resolve(KeyFile.NAME);
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> KeyFile.in(dir))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "is damaged", "put its copy back");
    }

    private Map<String, String> passphrase(String text) throws IOException {
        Path file = dir.resolve("passphrase");
        Files.writeString(file, text + "\n");
        return Map.of("VIGIL_PASSPHRASE_FILE", file.toString());
    }

    @Test
    void aLockedFileOpensWithItsPassphraseOnlyAndGivesTheSameKeys() throws Exception {
        DeviceKey made = KeyFile.in(dir);
        String plain = Files.readString(dir.resolve(KeyFile.NAME));
        Map<String, String> right = passphrase("four words of a poem");
        KeyFile.lock(dir, right);
        Path file = dir.resolve(KeyFile.NAME);
        assertThat(KeyFile.readFile(file, right).databasePassword()).isEqualTo(made.databasePassword());
        assertThatThrownBy(() -> KeyFile.readFile(file, Map.of())).hasMessageContaining("locked with a passphrase");
        assertThatThrownBy(() -> KeyFile.readFile(file, passphrase("four words of a song")))
                .hasMessageContaining("not its passphrase");
        assertThat(Files.readString(file))
                .doesNotContain(plain.lines().skip(1).findFirst().orElseThrow());

        KeyFile.unlock(dir, passphrase("four words of a poem"));
        assertThat(file).hasContent(plain);
    }

    @Test
    void aDamagedLockedFileIsToldFromAWrongPassphrase() throws Exception {
        assertThat(KeyFile.in(dir)).isNotNull();
        Map<String, String> right = passphrase("four words of a poem");
        KeyFile.lock(dir, right);
        Path file = dir.resolve(KeyFile.NAME);
        String whole = Files.readString(file);
        char other = whole.charAt(100) == '0' ? '1' : '0';
        Files.writeString(file, whole.substring(0, 100) + other + whole.substring(101));
        assertThatThrownBy(() -> KeyFile.readFile(file, right)).hasMessageContaining("put its copy back");
    }

    @Test
    void aCredentialOfTheServiceIsThePassphraseToo() throws Exception {
        Files.writeString(dir.resolve("vigil-passphrase"), "four words of a poem");
        assertThat(Passphrase.given(Map.of("CREDENTIALS_DIRECTORY", dir.toString())))
                .hasValueSatisfying(it -> assertThat(it).hasToString("Passphrase"));
        assertThat(Passphrase.given(
                        Map.of("CREDENTIALS_DIRECTORY", dir.resolve("other").toString())))
                .isEmpty();
    }

    @Test
    void renewedKeysReadWhatWasWrittenBeforeAndSignNothingWithIt() throws Exception {
        DeviceKey old = KeyFile.in(dir);
        byte[] message = "message".getBytes(US_ASCII);
        byte[] signed = old.sign(message);
        KeyFile.renew(dir, old.renewed(), Map.of());
        DeviceKey fresh = KeyFile.read(dir);
        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(fresh.databasePassword()).isNotEqualTo(old.databasePassword());
        DeviceKey left = fresh.of(old.id()).orElseThrow();
        assertThat(left.signed(message, signed)).isTrue();
        assertThat(left.secretFor("purpose", new byte[16])).isEqualTo(old.secretFor("purpose", new byte[16]));
        assertThatThrownBy(() -> left.sign(message)).hasMessageContaining("sign nothing");
        assertThat(fresh.renewed().renewalsSince(old.id())).hasValue(2);
        assertThat(fresh.renewalsSince(DeviceKey.random().id())).isEmpty();
    }

    @Test
    void aLockedFileIsLockedStillAfterARenewal() throws Exception {
        DeviceKey old = KeyFile.in(dir);
        Map<String, String> right = passphrase("four words of a poem");
        KeyFile.lock(dir, right);
        KeyFile.renew(dir, old.renewed(), right);
        assertThatThrownBy(() -> KeyFile.readFile(dir.resolve(KeyFile.NAME), Map.of()))
                .hasMessageContaining("locked with a passphrase");
        assertThat(KeyFile.readFile(dir.resolve(KeyFile.NAME), right).of(old.id()))
                .isPresent();
    }

    @Test
    void newKeysOfAPurgeFollowNoOthersAndAreLockedLikeTheOldOnes() throws Exception {
        DeviceKey old = KeyFile.in(dir);
        Map<String, String> right = passphrase("four words of a poem");
        KeyFile.lock(dir, right);
        Path fresh = java.nio.file.Files.createDirectory(dir.resolve("fresh"));
        KeyFile.makeLike(dir, fresh, right);
        assertThatThrownBy(() -> KeyFile.readFile(fresh.resolve(KeyFile.NAME), Map.of()))
                .hasMessageContaining("locked with a passphrase");
        DeviceKey made = KeyFile.readFile(fresh.resolve(KeyFile.NAME), right);
        assertThat(made.of(old.id())).isEmpty();
        assertThat(made.earlier()).isEmpty();
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> Passphrase.given(passphrase("short")))
                .hasMessageContaining("fewer than 12 characters")
                .hasMessageNotContaining("short");
    }
}
