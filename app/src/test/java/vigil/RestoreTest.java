package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Backup;
import vigil.keys.KeyFile;
import vigil.store.SessionSummary;

/** The one command that brings a record back, as the real program. */
class RestoreTest {
    @TempDir
    Path dir;

    @Test
    void oneCommandBringsTheRecordBackWithItsDatabase() throws Exception {
        Path data = dir.resolve("data");
        record(data);
        Path backup = dir.resolve("backup");
        String head = new Backup(data, backup).make(Instant.EPOCH).head().chainHash();
        Path key = Files.copy(data.resolve(KeyFile.NAME), dir.resolve("key in the safe"));
        List<SessionSummary> before = sessions(data);

        Path fresh = dir.resolve("fresh");
        Program.Ended restored = Program.run(
                "rebuild", "--from", backup.toString(), "--key", key.toString(), "--data", fresh.toString());

        assertThat(restored.status()).as("%s", restored).isZero();
        assertThat(restored.out())
                .containsExactly(
                        "backup sound and restored: 2 entries, head " + head, "database made anew up to entry 2");
        assertThat(sessions(fresh)).isEqualTo(before);
        assertThat(new Verification(fresh).run().sound()).isTrue();
    }

    @Test
    void verifyChecksABackupAgainstItsOwnNoteAndLeavesNothingThere() throws Exception {
        Path data = dir.resolve("data");
        record(data);
        Path backup = dir.resolve("backup");
        Backup.Note note = new Backup(data, backup).make(Instant.EPOCH);
        Files.copy(data.resolve(KeyFile.NAME), backup.resolve(KeyFile.NAME));
        assertThat(new Verification(backup).run())
                .isEqualTo(new Verification.Result(
                        true,
                        List.of(
                                "journal sound: 2 entries in 1 files, 1 signed checkpoints, head "
                                        + note.head().chainHash(),
                                "backup of 1970-01-01T00:00:00Z")));
        assertThat(backup.resolve("sessions.mv.db")).doesNotExist();
    }

    @Test
    void verifySaysThatTheNoteOfABackupIsDamagedAndTakesItForNoRecordOfAConsole() throws Exception {
        Path data = dir.resolve("data");
        record(data);
        Path backup = dir.resolve("backup");
        assertThat(new Backup(data, backup).make(Instant.EPOCH)).isNotNull();
        Files.copy(data.resolve(KeyFile.NAME), backup.resolve(KeyFile.NAME));
        Path note = Files.writeString(backup.resolve("backup.txt"), "vigil backup");

        Verification.Result result = new Verification(backup).run();

        assertThat(result.sound()).isFalse();
        assertThat(result.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("journal sound: 2 entries"),
                        line -> assertThat(line).startsWith(note + " is not as it was written"));
        assertThat(backup.resolve("vigil.lock")).doesNotExist();
    }

    @Test
    void aRestoreOfABackupWithoutItsNoteSaysThatItsEndIsNotKnown() throws Exception {
        Path data = dir.resolve("data");
        record(data);
        Path backup = dir.resolve("backup");
        assertThat(new Backup(data, backup).make(Instant.EPOCH)).isNotNull();
        Files.delete(backup.resolve("backup.txt"));

        Program.Ended restored = Program.run(
                "rebuild",
                "--from",
                backup.toString(),
                "--key",
                data.resolve(KeyFile.NAME).toString(),
                "--data",
                dir.resolve("fresh").toString());

        assertThat(restored.status()).isZero();
        assertThat(restored.out().getFirst()).startsWith(backup.resolve("backup.txt") + " is missing");
    }

    @Test
    void whatCannotBeRestoredIsOneLineAndStatus1() throws Exception {
        Program.Ended restored =
                Program.run("rebuild", "--from", dir.resolve("nowhere").toString(), "--data", dir.toString());
        assertThat(restored.status()).isEqualTo(1);
        assertThat(restored.err()).singleElement().asString().startsWith("vigil: there is no backup in ");
    }

    private static void record(Path data) throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            Openings.opened("s-test1")
                    .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
            bedside.settle(Openings.START);
        }
    }

    private static List<SessionSummary> sessions(Path data) throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            return bedside.store().sessions();
        }
    }
}
