package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.journal.KeyRenewal;
import vigil.journal.Restore;
import vigil.journal.Verify;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SessionId;

/** New keys in the middle of a record: it goes on, whole, and the old keys open nothing new. */
class KeyRenewalTest {
    @TempDir
    Path dir;

    private Path data;
    private Path oldKey;

    @BeforeEach
    void record() throws Exception {
        data = dir.resolve("data");
        try (Bedside bedside = Bedside.open(data)) {
            for (Event event : Openings.opened("s-test1")) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            reading(bedside, 1);
        }
        oldKey = Files.copy(data.resolve(KeyFile.NAME), dir.resolve("old.key"));
    }

    private static void reading(Bedside bedside, int second) {
        Moment at = Openings.after(Duration.ofSeconds(second));
        assertThat(bedside.accept(Openings.said(Openings.reading(at, "0." + second))))
                .isEmpty();
        bedside.settle(at);
    }

    private Event.KeyRenewed renewed() throws Exception {
        return new KeyRenewal(data, Map.of()).run("A. Admin", "a copy was lost", Openings.after(Duration.ofSeconds(5)));
    }

    private void goOn(int second) throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.session().id()).hasValue(new SessionId("s-test1"));
            reading(bedside, second);
        }
    }

    @Test
    void theRecordGoesOnAndIsSoundThroughSeveralRenewals() throws Exception {
        for (int round = 1; round <= 3; round++) {
            Event.KeyRenewed entry = renewed();
            assertThat(entry.after()).isNotEqualTo(entry.before()).matches("[0-9a-f]{32}");
            goOn(5 + round);
        }
        assertThat(Verify.journal(data))
                .isInstanceOfSatisfying(
                        Verify.Verdict.Sound.class,
                        sound -> assertThat(sound.checkpoints()).isGreaterThan(3));
        assertThat(new Verification(data).run().lines()).anyMatch(line -> line.startsWith("database equals its fold"));
    }

    @Test
    void theEntrySaysWhoWhyAndWhichKeys() throws Exception {
        Event.KeyRenewed entry = renewed();
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            journal.replay(read -> events.add(read.event()));
        }
        assertThat(events).contains(entry);
        assertThat(entry.by()).isEqualTo("A. Admin");
        assertThat(entry.reason()).isEqualTo("a copy was lost");
    }

    @Test
    void aCopyOfTheOldKeyOpensNothingThatWasWrittenSince() throws Exception {
        assertThat(renewed().by()).isEqualTo("A. Admin");
        goOn(7);
        Files.copy(oldKey, data.resolve(KeyFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Bedside.open(data)).hasMessageContaining("another device key");
    }

    /** Somebody with the old key goes on with the old record and puts that over the new one. */
    @Test
    @Tag("E13")
    void whatIsWrittenWithTheOldKeyAfterwardsIsRefused() throws Exception {
        Path forged = dir.resolve("forged");
        Files.createDirectories(forged);
        assertThat(renewed().by()).isEqualTo("A. Admin");
        for (Path file : List.of(data.resolve("journal-000001.vj"), data.resolve("journal-000002.vj"))) {
            Files.copy(file, forged.resolve(file.getFileName()));
        }
        Files.copy(oldKey, forged.resolve(KeyFile.NAME));
        goOn(7);
        try (Bedside bedside = Bedside.open(forged)) {
            reading(bedside, 8);
            reading(bedside, 9);
        }
        Files.copy(forged.resolve("journal-000003.vj"), data.resolve("journal-000004.vj"));
        assertThat(Verify.journal(data)).isNotInstanceOf(Verify.Verdict.Sound.class);
        assertThatThrownBy(() -> Bedside.open(data)).hasMessageContaining("journal-000004.vj");
    }

    @Test
    void aBackupThroughARenewalIsRestoredWithTheNewKey() throws Exception {
        Path backup = dir.resolve("backup");
        assertThat(new Backup(data, backup).make(Instant.EPOCH).head().sequence())
                .isPositive();
        assertThat(renewed().by()).isEqualTo("A. Admin");
        goOn(7);
        var note = new Backup(data, backup).make(Instant.EPOCH);
        Path restored = dir.resolve("restored");
        var head = new Restore(backup, restored, java.util.Optional.of(data.resolve(KeyFile.NAME))).run();
        assertThat(head).isEqualTo(note.head());
    }

    @Test
    void aRecordThatIsNotSoundKeepsItsKeys() throws Exception {
        Path journal = data.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[300] ^= 1;
        Files.write(journal, bytes);
        byte[] key = Files.readAllBytes(data.resolve(KeyFile.NAME));
        assertThatThrownBy(this::renewed).hasMessageContaining("not sound");
        assertThat(data.resolve(KeyFile.NAME)).hasBinaryContent(key);
    }
}
