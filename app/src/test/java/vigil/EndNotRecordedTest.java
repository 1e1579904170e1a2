package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.journal.JournalEntry;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.store.SessionSummary;

/**
 * The disk was full when the nurse closed one session, and well again when the next one was opened: the record holds the
 * beginning of the second and not the end of the first. Nothing of the second patient is counted to the first.
 */
@Tag("E1")
@Tag("R30")
class EndNotRecordedTest {
    private static final SessionId FIRST = new SessionId("s-first");
    private static final SessionId SECOND = new SessionId("s-second");

    @TempDir
    Path dir;

    @BeforeEach
    void record() throws Exception {
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            for (Event event : events()) {
                journal.append(event);
            }
        }
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>(Openings.opened(FIRST.value()));
        events.addAll(Openings.dosed());
        events.add(said(1, "10"));
        events.add(said(2, "10.5"));
        events.add(new Event.DraftKept(at(3), "note", Map.of("text", "of the first patient")));
        // Here the first session was closed, and no entry says so.
        events.add(Openings.opened(SECOND.value()).getLast());
        events.addAll(Openings.dosed());
        events.add(said(5, "0"));
        events.add(said(6, "0.2"));
        return events;
    }

    private static Moment at(int minute) {
        return Openings.after(Duration.ofMinutes(minute));
    }

    private static Event said(int minute, String volumeMl) {
        return Openings.said(Openings.reading(at(minute), volumeMl));
    }

    @Test
    void theSecondSessionGoesOnAfterTheNextStartWithItsOwnTotal() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            assertThat(bedside.session().id()).contains(SECOND);
            assertThat(bedside.session().dosage().totals().course().mg()).isEqualByComparingTo("1.0");
            assertThat(bedside.snapshot(at(6)).course().preparation().drafts()).isEmpty();
        }
    }

    @Test
    void bothStandInTheDatabaseEachWithItsOwnTotal() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            List<SessionSummary> sessions = bedside.store().sessions();
            assertThat(sessions).extracting(SessionSummary::id).containsExactly(FIRST, SECOND);
            assertThat(sessions.getFirst().totalMg()).isEqualByComparingTo("2.5");
            assertThat(sessions.getLast().totalMg()).isEqualByComparingTo("1.0");
        }
        assertThat(new Verification(dir).run().sound()).isTrue();
    }

    @Test
    void aPurgeTakesTheFirstAndKeepsTheWholeOfTheSecond() throws Exception {
        Instant before = at(60 * 24).utc();
        Event.RecordPurged certificate =
                new Purge(dir).run(new Purge.Order(before, "A. Admin", "retention is over"), at(60 * 48));

        assertThat(certificate.sessions()).isEqualTo(1);
        assertThat(entries().stream()
                        .map(JournalEntry::event)
                        .filter(Event.SessionOpened.class::isInstance)
                        .map(event -> ((Event.SessionOpened) event).id()))
                .containsExactly(SECOND);
        try (Bedside bedside = Bedside.open(dir)) {
            assertThat(bedside.session().id()).contains(SECOND);
            assertThat(bedside.session().dosage().totals().course().mg()).isEqualByComparingTo("1.0");
        }
    }

    private List<JournalEntry> entries() throws Exception {
        List<JournalEntry> entries = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            journal.replay(entries::add);
        }
        return entries;
    }
}
