package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Engine;
import vigil.journal.ChildJvm;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.store.SessionRecord.JournalHead;

/** A real process that records is killed; after a start journal and database hold every acknowledged entry. */
class RestartTest {
    private static final int KILLS = 4;

    @TempDir
    Path dir;

    @Test
    @Tag("E4")
    void afterEveryKillTheDatabaseCatchesUpAndEqualsOneMadeAnew() throws Exception {
        Random random = new Random(11);
        int events = SampleCourse.twoHours("s-first").events().size();
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged;
            try (ChildJvm child = ChildJvm.running(RecordUntilKilled.class, dir.toString())) {
                acknowledged = read(child.lines(), random.nextInt(1, 20));
                child.kill();
                acknowledged = Math.max(acknowledged, read(child.lines(), Integer.MAX_VALUE));
            }
            long reached = checkBoth(acknowledged);
            assertThat(reached).as("killed before the course ended").isLessThan(events);
        }
    }

    private long checkBoth(long acknowledged) throws Exception {
        Path fresh = Files.createTempDirectory(dir, "fresh");
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data);
                SessionStore grown = open(dir, journal);
                SessionStore made = SessionStore.open(fresh, _ -> false)) {
            assertThat(journal.head().sequence()).isGreaterThanOrEqualTo(acknowledged);
            replay(journal, new Engine(), grown);
            replay(journal, new Engine(), made);
            assertThat(grown.projectedSequence()).isEqualTo(journal.head().sequence());
            assertThat(StoreVerify.compare(grown, made)).isEqualTo(new StoreVerify.Verdict.Same());
            return journal.head().sequence();
        }
    }

    @Test
    @Tag("E3")
    void aDatabaseThatAnotherProcessHasOpenIsRefusedAndNotDiscarded() throws Exception {
        try (ChildJvm child = ChildJvm.running(RecordUntilKilled.class, dir.toString())) {
            read(child.lines(), 1);
            assertThatThrownBy(() -> SessionStore.open(dir, _ -> true))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(dir.toString(), "in use by another program");
            assertThat(dir.resolve("sessions.mv.db")).exists();
        }
    }

    /** Opens the database as the console does: it must be of this journal. */
    static SessionStore open(Path dir, Journal journal) throws StoreException {
        return SessionStore.open(dir, head -> holds(journal, head));
    }

    private static boolean holds(Journal journal, JournalHead head) {
        try {
            return journal.holds(head.sequence(), head.chainHash());
        } catch (JournalException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replay(Journal journal, Engine engine, SessionStore store) throws IOException {
        journal.replay(entry -> store.project(entry.sequence(), entry.chainHash(), engine.replay(entry.event())));
        store.commit();
    }

    /** The last of up to {@code most} whole numbers printed; 0 if none. */
    private static long read(BufferedReader lines, int most) throws IOException {
        long last = 0;
        for (int i = 0; i < most; i++) {
            String line = lines.readLine();
            if (line == null || line.equals("done")) {
                return last;
            }
            last = line.matches("[0-9]+") ? Math.max(last, Long.parseLong(line)) : last;
        }
        return last;
    }
}
