package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.Purge;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.session.Event;

/** What a purge asks of the courses in the record. */
class PurgeOfCoursesTest {
    private static final List<Event> COURSE = SampleCourse.whole("s-first").events();
    private static final Instant CLOSED = COURSE.getLast().at().utc();
    private static final Moment NOW = COURSE.getLast().at().plus(Duration.ofDays(30));

    @TempDir
    Path dir;

    @BeforeEach
    void record() throws Exception {
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            for (Event event : COURSE) {
                assertThat(journal.append(event).sequence()).isPositive();
            }
        }
    }

    private Event.RecordPurged purge(Instant before) throws Exception {
        return new Purge(dir).run(new Purge.Order(before, "A. Brown", "retention"), NOW);
    }

    @Test
    void aCourseThatWasClosedTooLatelyKeepsTheWholeRecord() throws Exception {
        byte[] journal = Files.readAllBytes(dir.resolve("journal-000001.vj"));
        assertThatThrownBy(() -> purge(CLOSED)).hasMessageContainingAll("was closed at", "nothing was purged");
        assertThat(Files.readAllBytes(dir.resolve("journal-000001.vj"))).isEqualTo(journal);
        assertThat(dir.resolve("purge.new")).doesNotExist();
    }

    @Test
    void aCourseThatWasClosedBeforeIsPurgedAndCounted() throws Exception {
        Event.RecordPurged certificate = purge(CLOSED.plusSeconds(1));
        assertThat(certificate.sessions()).isEqualTo(1);
        assertThat(certificate.lastEntry()).isEqualTo(COURSE.size());
    }
}
