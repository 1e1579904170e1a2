package vigil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.session.Staff;

class DraftsTest {
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 1);
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    private final Engine engine = new Engine();

    private Map<String, Map<String, String>> drafts() {
        return engine.snapshot(NOW.plus(Duration.ofSeconds(9)))
                .course()
                .preparation()
                .drafts();
    }

    private void keep(String form, Map<String, String> texts) {
        Event kept = new Event.DraftKept(NOW, form, texts);
        assertThat(engine.check(kept)).isEmpty();
        engine.accept(kept);
    }

    @Test
    void aDraftIsKeptBeforeThereIsASessionAndOutlivesItsOpening() {
        keep("setup", Map.of("name", "Winter"));
        engine.accept(new Event.SessionOpened(
                NOW,
                new SessionId("s-0001"),
                new Patient("Winter", "Alex", "1", LocalDate.of(1971, 3, 14), "none", "12"),
                ZoneOffset.UTC,
                NURSE));
        assertThat(drafts()).containsExactly(Map.entry("setup", Map.of("name", "Winter")));
    }

    @Test
    void theLastOfSeveralDraftsOfAFormCountsAndAnEmptyOneEndsIt() {
        keep("setup", Map.of("name", "Win"));
        keep("setup", Map.of("name", "Winter"));
        keep("observation", Map.of("RR", "15"));
        keep("observation", Map.of());
        assertThat(drafts()).containsExactly(Map.entry("setup", Map.of("name", "Winter")));
    }

    @Test
    void aDraftDecidesNothing() {
        Snapshot before = engine.snapshot(NOW);
        keep("setup", Map.of("name", "Winter"));
        Snapshot after = engine.snapshot(NOW);
        assertThat(after.attention()).isEqualTo(before.attention());
        assertThat(after.course().missingSetUp()).isEqualTo(before.course().missingSetUp());
    }
}
