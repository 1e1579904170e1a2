package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.Restore;
import vigil.journal.Verify;
import vigil.pump.Moment;
import vigil.session.Event;

/** A purge is ended before each of its steps on the disk, as a kill would end it, and then run again. */
class PurgeCutShortTest {
    @TempDir
    Path dir;

    private Path record;
    private Head old;
    private Purge.Order order;
    private Moment now;

    /** A record with its backup, its database and a point to resume from. */
    @BeforeEach
    void record() throws Exception {
        record = dir.resolve("record");
        ConsoleInUse console = ConsoleInUse.busy();
        old = console.in(record);
        now = console.bedside().now().plus(Duration.ofDays(1));
        order = new Purge.Order(console.secondClosed().plusSeconds(1), "A. Admin", "it is over");
        try (Bedside bedside = Bedside.open(record)) {
            assertThat(bedside.head()).isEqualTo(old.sequence());
        }
        Files.writeString(record.resolve("resume-1.vc"), "a point");
        assertThat(new Backup(record, record.resolve("backup")).make(now.utc())).isNotNull();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends after so many steps. */
    private static final class Kill implements Runnable {
        private int left;

        Kill(int left) {
            this.left = left;
        }

        @Override
        public void run() {
            if (left == 0) {
                throw new Killed();
            }
            left--;
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = dir.resolve(name);
        try (Stream<Path> files = Files.walk(record)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(record.relativize(file).toString()));
            }
        }
        return copy;
    }

    @Test
    @Tag("E4")
    void cutShortAnywhereItIsNotBegunOrFinishedByRunningItAgain() throws Exception {
        int steps = 0;
        boolean killed = true;
        int begun = 0;
        while (killed) {
            Path data = copy("cut-" + steps);
            killed = isKilled(data, steps);
            boolean unfinished = Files.exists(data.resolve(Journal.PURGING));
            begun += unfinished ? 1 : 0;
            if (unfinished) {
                opensNowhere(data);
            } else if (killed && headOf(data).equals(old)) {
                assertThat(Files.exists(data.resolve("resume-1.vc"))).isTrue();
            }
            finishes(data);
            steps++;
        }
        assertThat(begun).isGreaterThan(8);
        assertThat(steps).isGreaterThan(begun + 3);
    }

    private boolean isKilled(Path data, int steps) throws IOException {
        try {
            assertThat(new Purge(data, new Kill(steps)).run(order, now)).isNotNull();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private static Head headOf(Path data) {
        return ((Verify.Verdict.Sound) Verify.journal(data)).head();
    }

    private void opensNowhere(Path data) throws IOException {
        assertThatThrownBy(() -> Bedside.open(data)).hasMessageContaining("was cut short; run the same");
        assertThat(new Verification(data).run().lines())
                .singleElement()
                .asString()
                .contains("was cut short");
        assertThatThrownBy(() -> new Restore(record.resolve("backup"), data, Optional.empty()).run())
                .hasMessageContaining("was cut short");
    }

    /** Run again, or taken as finished already: the same record comes out, and nothing of the old one lies beside it. */
    private void finishes(Path data) throws IOException {
        Event.RecordPurged certificate = certificate(data).orElseGet(() -> {
            try {
                return new Purge(data).run(order, now.plus(Duration.ofHours(1)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(certificate.lastEntry()).isEqualTo(old.sequence());
        assertThat(Verify.journal(data, Optional.of(old))).isInstanceOf(Verify.Verdict.Sound.class);
        assertThat(headOf(data).sequence()).isEqualTo(old.sequence() + 1);
        assertThat(data.resolve("purge.new")).doesNotExist();
        assertThat(data.resolve("sessions.mv.db")).doesNotExist();
        assertThat(data.resolve("resume-1.vc")).doesNotExist();
        assertThat(data.resolve("backup")).isEmptyDirectory();
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.store().sessions()).hasSize(1);
        }
    }

    /** Of a purge that is over. */
    private static Optional<Event.RecordPurged> certificate(Path data) throws IOException {
        if (Files.exists(data.resolve(Journal.PURGING))) {
            return Optional.empty();
        }
        Event[] last = new Event[1];
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> last[0] = entry.event());
        }
        return last[0] instanceof Event.RecordPurged purged ? Optional.of(purged) : Optional.empty();
    }

    @Test
    void aBackupThatCannotBeReachedKeepsEverything() throws Exception {
        try (Stream<Path> files = Files.list(record.resolve("backup"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(record.resolve("backup"));
        assertThatThrownBy(() -> new Purge(record).run(order, now))
                .hasMessageContainingAll("the backup folder", "is not there", "nothing was purged");
        assertThat(headOf(record)).isEqualTo(old);
    }
}
