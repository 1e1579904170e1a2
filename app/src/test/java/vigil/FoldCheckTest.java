package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Engine;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.journal.Verify;
import vigil.session.Event;
import vigil.store.SessionStore;

@Timeout(120)
class FoldCheckTest {
    /** More than the relay holds at once. */
    private static final int MANY = 6_000;

    @TempDir
    Path dir;

    @Test
    void whoReadsTheJournalComesToItsEndWhateverTheFoldThrows() throws Exception {
        record();
        try (SessionStore stored = SessionStore.toCheck(dir).orElseThrow()) {
            FoldCheck check = new FoldCheck(dir, Optional.empty(), stored, _ -> {
                throw new IllegalStateException("nobody foresaw this");
            });
            assertThatThrownBy(check::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void whoFoldsComesToTheEndOfTheJournalWhateverBecomesOfTheDatabase() throws Exception {
        record();
        SessionStore stored = SessionStore.toCheck(dir).orElseThrow();
        stored.close();
        Files.write(dir.resolve("sessions.mv.db"), new byte[4_096]);
        FoldCheck.Found found = new FoldCheck(dir, Optional.empty(), stored, new Engine()::replay).run();
        assertThat(found.journal()).isInstanceOf(Verify.Verdict.Sound.class);
        assertThat(found.equal()).isFalse();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS))
                .isTrue();
    }

    private void record() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-test1").forEach(bedside::accept);
            bedside.settle(Openings.after(Duration.ofSeconds(1)));
        }
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            for (int second = 1; second <= MANY; second++) {
                journal.append(new Event.Tick(Openings.after(Duration.ofSeconds(second))));
            }
        }
    }
}
