package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {
    @TempDir
    Path dir;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNewDirectoryIsItsOwnersOnly() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir.resolve("a").resolve("b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @Tag("E3")
    void aSecondProcessIsRefusedAtOnceInOneLineThatNamesTheDirectory() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir);
                ChildJvm child = ChildJvm.running(HoldDirectory.class, dir.toString())) {
            assertThat(child.lines().readLine())
                    .isEqualTo(
                            "data directory %s is in use by another Vigil; use that one, or choose another directory with --data"
                                    .formatted(data.path()));
        }
    }

    @Test
    @Tag("E3")
    void theDirectoryOfAKilledProcessIsFree() throws Exception {
        try (ChildJvm child = ChildJvm.running(HoldDirectory.class, dir.toString())) {
            assertThat(child.lines().readLine()).isEqualTo("held");
            Assertions.assertTimeout(
                    Duration.ofSeconds(1),
                    () -> assertThatThrownBy(() -> DataDirectory.open(dir)).isInstanceOf(JournalException.class));
        }
        DataDirectory.open(dir).close();
    }

    @Test
    @Tag("E3")
    void theSameProcessIsRefusedToo() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir)) {
            assertThatThrownBy(() -> DataDirectory.open(dir))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContainingAll(data.path().toString(), "in use");
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(file.toString(), "a file of that name", "--data");
    }

    @Test
    @Tag("E2")
    @EnabledOnOs(OS.LINUX)
    void aDirectoryThatCannotBeWrittenIsRefusedWithCauseAndFix() throws Exception {
        Path readOnly = Files.createDirectory(
                dir.resolve("ro"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(readOnly), "this user may write everywhere");
        assertThatThrownBy(() -> DataDirectory.open(readOnly))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(readOnly.toString(), "no permission", "--data");
    }

    @ParameterizedTest
    @Tag("E11")
    @ValueSource(strings = {"nfs4", "cifs", "SMB2", "fuse.sshfs", "9p"})
    void aNetworkFileSystemIsRefusedByName(String type) {
        assertThatThrownBy(() -> DataDirectory.refuseNetwork(dir, type))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(dir.toString(), type, "choose a local one");
    }

    @ParameterizedTest
    @Tag("E11")
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "apfs", "NTFS"})
    void aLocalFileSystemIsTaken(String type) {
        assertThatCode(() -> DataDirectory.refuseNetwork(dir, type)).doesNotThrowAnyException();
    }

    @Test
    @Tag("E2")
    @EnabledOnOs(OS.LINUX)
    void aPlaceWhereNothingCanBeMadeIsRefusedInOneLine() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc/vigil")))
                .isInstanceOf(JournalException.class)
                .hasMessageMatching("data directory /proc/vigil cannot be used: .+; choose another with --data");
    }
}
