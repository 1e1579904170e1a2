package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.KeyFile;
import vigil.session.Event;

class BackupTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path dir;

    private Path data;
    private Path backup;
    private final SampleEvents samples = new SampleEvents(3);

    @BeforeEach
    void folders() {
        data = dir.resolve("data");
        backup = dir.resolve("elsewhere").resolve("backup");
    }

    private void record(int rounds) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            append(journal, rounds);
        }
    }

    private void append(Journal journal, int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            for (Event event : samples.everyKind()) {
                Head head = journal.append(event);
                assertThat(head.sequence()).isPositive();
            }
            journal.force();
        }
    }

    private List<Event> events(Path folder) throws IOException {
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }

    private Head restored(Path into) throws IOException {
        return new Restore(backup, into, Optional.of(data.resolve(KeyFile.NAME))).run();
    }

    @Test
    void aRestoredBackupHoldsEveryEntryAndGoesOn() throws Exception {
        record(3);
        record(2);
        Backup.Note note = new Backup(data, backup).make(AT);
        Path fresh = dir.resolve("fresh");
        assertThat(restored(fresh)).isEqualTo(note.head());
        assertThat(events(fresh)).isEqualTo(events(data));
        assertThat(Backup.noted(backup)).contains(note);
    }

    @Test
    void aBackupMadeWhileTheJournalIsWrittenEndsAtAWholeEntry() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            append(journal, 1);
            Head first = new Backup(data, backup).make(AT).head();
            append(journal, 40);
            Head second = new Backup(data, backup).make(AT).head();
            assertThat(first.sequence()).isPositive();
            assertThat(second).isEqualTo(journal.head());
        }
        assertThat(Verify.journal(new FolderDisk(backup), KeyFile.read(data), Optional.empty()))
                .isInstanceOf(Verify.Verdict.Sound.class);
    }

    @Test
    void theKeyIsNotInTheBackupAndNothingCanBeReadWithoutIt() throws Exception {
        record(1);
        Backup.Note note = new Backup(data, backup).make(AT);
        assertThat(note.at()).isEqualTo(AT);
        assertThat(backup.resolve(KeyFile.NAME)).doesNotExist();
        assertThatThrownBy(() -> new Restore(backup, dir.resolve("fresh"), Optional.empty()).run())
                .hasMessageContainingAll("key", "--key");
    }

    @Test
    void theKeyOfAnotherConsoleIsRefusedBeforeAnythingIsCopied() throws Exception {
        record(1);
        new Backup(data, backup).make(AT);
        Path other = Files.createDirectory(dir.resolve("other"));
        assertThat(KeyFile.in(other)).isNotNull();
        Path fresh = dir.resolve("fresh");
        assertThatThrownBy(() -> new Restore(backup, fresh, Optional.of(other.resolve(KeyFile.NAME))).run())
                .hasMessageContaining("another device key");
        assertThat(fresh.resolve(KeyFile.NAME)).doesNotExist();
        assertThat(fresh.resolve("journal-000001.vj")).doesNotExist();
    }

    @Test
    @Tag("E7")
    void aDamagedJournalNeverTakesThePlaceOfASoundCopy() throws Exception {
        record(2);
        new Backup(data, backup).make(AT);
        byte[] sound = Files.readAllBytes(backup.resolve("journal-000001.vj"));
        flip(data.resolve("journal-000001.vj"), 300);
        assertThatThrownBy(() -> new Backup(data, backup).make(AT)).hasMessageContaining("was not changed");
        assertThat(Files.readAllBytes(backup.resolve("journal-000001.vj"))).isEqualTo(sound);
    }

    @Test
    @Tag("E7")
    void aDamagedBackupIsNotRestored() throws Exception {
        record(2);
        new Backup(data, backup).make(AT);
        flip(backup.resolve("journal-000001.vj"), 300);
        Path fresh = dir.resolve("fresh");
        assertThatThrownBy(() -> restored(fresh))
                .hasMessageContainingAll("not sound at entry 1", "nothing was changed");
        assertThat(fresh.resolve("journal-000001.vj")).doesNotExist();
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    @Tag("E13")
    void aBackupWhoseEndIsMissingIsSeenAgainstItsOwnNote() throws Exception {
        record(2);
        record(2);
        new Backup(data, backup).make(AT);
        Files.delete(backup.resolve(Backup.newestFirst(new FolderDisk(backup)).getFirst()));
        assertThatThrownBy(() -> restored(dir.resolve("fresh"))).hasMessageContaining("does not reach entry");
    }

    @Test
    void aRecordThatIsThereIsNeverOverwritten() throws Exception {
        record(1);
        new Backup(data, backup).make(AT);
        record(1);
        List<Event> before = events(data);
        assertThatThrownBy(() -> restored(data)).hasMessageContaining("holds a record of its own");
        assertThat(events(data)).isEqualTo(before);
    }

    /** The newest goes first: what was cut short cannot be taken for a shorter record, and is finished by another go. */
    @Test
    @Tag("E4")
    void aRestoringThatWasCutShortIsNoRecordAndCanBeFinished() throws Exception {
        record(2);
        record(2);
        new Backup(data, backup).make(AT);
        Path fresh = dir.resolve("fresh");
        Files.createDirectories(fresh);
        Files.copy(data.resolve(KeyFile.NAME), fresh.resolve(KeyFile.NAME));
        String newest = Backup.newestFirst(new FolderDisk(backup)).getFirst();
        Files.copy(backup.resolve(newest), fresh.resolve(newest));
        assertThat(Verify.journal(fresh)).isInstanceOf(Verify.Verdict.Damaged.class);
        restored(fresh);
        assertThat(events(fresh)).isEqualTo(events(data));
    }

    @Test
    void aKeyThatIsNamedIsNotLeftAsideForAnotherOneInTheFolder() throws Exception {
        record(1);
        new Backup(data, backup).make(AT);
        Path fresh = Files.createDirectory(dir.resolve("fresh"));
        assertThat(KeyFile.in(fresh)).isNotNull();
        Path stray = fresh.resolve(KeyFile.NAME);
        String before = Files.readString(stray);
        Path named = data.resolve(KeyFile.NAME);

        assertThatThrownBy(() -> new Restore(backup, fresh, Optional.of(named)).run())
                .hasMessageContainingAll(named.toString(), stray.toString(), "never overwritten");
        assertThat(stray).hasContent(before);
        assertThat(fresh.resolve("journal-000001.vj")).doesNotExist();

        Files.delete(stray);
        new Restore(backup, fresh, Optional.of(named)).run();
        assertThat(events(fresh)).isEqualTo(events(data));
    }

    @Test
    void anUnwritableFolderIsOneLineThatNamesIt() throws Exception {
        record(1);
        Files.createDirectories(backup.getParent());
        Files.writeString(backup, "a file stands in the way");
        assertThatThrownBy(() -> new Backup(data, backup).make(AT))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(backup.toString(), "a file of that name stands in the way");
    }
}
