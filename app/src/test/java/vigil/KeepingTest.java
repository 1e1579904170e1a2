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
import vigil.journal.Backup;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Phase;

class KeepingTest {
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
