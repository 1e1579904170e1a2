package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.journal.Backup;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Phase;

class KeepingTest {
    private static final String DIGITS = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    Path dir;

    private Path data;
    private Path folder;
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private Keeping keeping;

    @BeforeEach
    void record() throws Exception {
        data = dir.resolve("data");
        folder = dir.resolve("backup");
        try (Bedside bedside = Bedside.open(data)) {
            Openings.opened("s-test1")
                    .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
            bedside.settle(Openings.START);
        }
        keeping = new Keeping(data, folder, thread::add);
    }

    private static Moment at(Duration passed) {
        return Openings.after(passed);
    }

    private Optional<Event> look(Phase phase, Duration passed) {
        return keeping.look(phase, at(passed));
    }

    /** What waits for the backup's thread. */
    private void runs() {
        while (!thread.isEmpty()) {
            thread.remove().run();
        }
    }

    @Test
    void withoutAnyBackupOneIsMadeAMinuteAfterTheStartAndThenDaily() {
        assertThat(look(Phase.INFUSING, Duration.ZERO)).isEmpty();
        assertThat(thread).isEmpty();
        assertThat(look(Phase.INFUSING, Duration.ofMinutes(1))).isEmpty();
        runs();
        assertThat(look(Phase.INFUSING, Duration.ofMinutes(2)))
                .contains(new Event.BackupMade(at(Duration.ofMinutes(2)), 2));
        look(Phase.INFUSING, Duration.ofHours(24));
        assertThat(thread).isEmpty();
        look(Phase.INFUSING, Duration.ofHours(24).plusMinutes(1));
        assertThat(thread).hasSize(1);
    }

    @Test
    void aBackupThatIsThereIsADayOldBeforeTheNext() throws Exception {
        new Backup(data, folder).make(at(Duration.ofHours(-20)).utc());
        look(Phase.INFUSING, Duration.ZERO);
        look(Phase.INFUSING, Duration.ofHours(4).minusSeconds(1));
        assertThat(thread).isEmpty();
        look(Phase.INFUSING, Duration.ofHours(4));
        assertThat(thread).hasSize(1);
    }

    /** What was a backup once is told as none, at once and once; the next one is due and ends it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vigil backup 1\nat yesterday\nentry 2:ab\n",
                "vigil backup 1\nat 2026-99-99T25:00:00Z\nentry 2:" + DIGITS + "\n",
                "\u00e4"
            })
    void aBackupWhoseNoteIsDamagedIsToldUntilTheNextIsMade(String text) throws Exception {
        new Backup(data, folder).make(at(Duration.ofHours(-20)).utc());
        Files.writeString(folder.resolve("backup.txt"), text);
        assertToldUntilTheNext("is not as it was written");
    }

    @Test
    void aBackupWhoseNoteIsMissingIsToldUntilTheNextIsMade() throws Exception {
        new Backup(data, folder).make(at(Duration.ofHours(-20)).utc());
        Files.delete(folder.resolve("backup.txt"));
        assertToldUntilTheNext("is missing");
    }

    private void assertToldUntilTheNext(String reason) {
        assertThat(look(Phase.INFUSING, Duration.ZERO))
                .hasValueSatisfying(event -> assertThat(((Event.BackupFailed) event).reason())
                        .startsWith(folder.resolve("backup.txt").toString())
                        .contains(reason));
        assertThat(look(Phase.INFUSING, Duration.ofSeconds(1))).isEmpty();
        assertThat(look(Phase.INFUSING, Duration.ofMinutes(1))).isEmpty();
        runs();
        assertThat(look(Phase.INFUSING, Duration.ofMinutes(2)))
                .contains(new Event.BackupMade(at(Duration.ofMinutes(2)), 2));
        assertThat(Backup.doubt(folder)).isEmpty();
    }

    @Test
    void theEndOfASessionIsBackedUpAtOnceAndOnlyOnce() throws Exception {
        new Backup(data, folder).make(Openings.START.utc());
        look(Phase.OBSERVATION_COMPLETE, Duration.ofSeconds(1));
        look(Phase.CLOSED, Duration.ofSeconds(2));
        assertThat(thread).hasSize(1);
        runs();
        assertThat(look(Phase.CLOSED, Duration.ofSeconds(3))).isPresent();
        look(Phase.CLOSED, Duration.ofSeconds(4));
        assertThat(thread).isEmpty();
    }

    @Test
    void anEndThatComesDuringABackupIsBackedUpAfterIt() throws Exception {
        new Backup(data, folder).make(Openings.START.utc());
        look(Phase.OBSERVATION_COMPLETE, Duration.ZERO);
        look(Phase.OBSERVATION_COMPLETE, Duration.ofHours(24));
        look(Phase.CLOSED, Duration.ofHours(24).plusSeconds(1));
        assertThat(thread).hasSize(1);
        runs();
        look(Phase.CLOSED, Duration.ofHours(24).plusSeconds(2));
        look(Phase.CLOSED, Duration.ofHours(24).plusSeconds(3));
        assertThat(thread).hasSize(1);
    }

    @Test
    void aSessionThatWasClosedBeforeTheStartIsNotBackedUpAgain() throws Exception {
        new Backup(data, folder).make(Openings.START.utc());
        look(Phase.CLOSED, Duration.ofSeconds(1));
        assertThat(thread).isEmpty();
    }

    @Test
    void aBackupThatFailedIsToldAndTriedAgainAfterAnHour() throws Exception {
        Files.writeString(folder, "a file stands in the way");
        look(Phase.INFUSING, Duration.ZERO);
        look(Phase.INFUSING, Duration.ofMinutes(1));
        runs();
        assertThat(look(Phase.INFUSING, Duration.ofMinutes(2)))
                .hasValueSatisfying(event ->
                        assertThat(((Event.BackupFailed) event).reason()).contains(folder.toString()));
        look(Phase.INFUSING, Duration.ofMinutes(61));
        assertThat(thread).isEmpty();
        look(Phase.INFUSING, Duration.ofMinutes(62));
        assertThat(thread).hasSize(1);
    }
}
