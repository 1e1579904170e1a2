package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.FourHourRecord;
import vigil.export.PrintWords;
import vigil.session.AmendedValue;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/** An amended set stands as it is now, and what it said before stays in the database, the views and the prints (R32). */
@Tag("R32")
class AmendmentTest {
    private static final SessionId ID = new SessionId("s-first");
    private static final Staff OTHER = new Staff("cd34", "C. Cole RN", Staff.Role.NURSE);

    @TempDir
    Path dir;

    private List<Event> events;
    private Event.ObservationsCharted charted;
    private SessionStore store;

    /** The first set after cessation is amended twice, before the patient is discharged. */
    @BeforeEach
    void project() throws Exception {
        events = new ArrayList<>(SampleCourse.whole("s-first").events());
        int cessation = indexOf(Event.CessationDecided.class, 0);
        int first = indexOf(Event.ObservationsCharted.class, cessation);
        charted = (Event.ObservationsCharted) events.get(first);
        events.add(first + 1, amendment(1, with(charted.set(), 2, 1), "read off the wrong line"));
        events.add(first + 2, amendment(2, with(charted.set(), 0, 1), "=sedation was right"));
        store = filled("stored");
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private int indexOf(Class<?> kind, int from) {
        int index = from;
        while (!kind.isInstance(events.get(index))) {
            index++;
        }
        return index;
    }

    private Event amendment(int seconds, ObservationSet set, String reason) {
        return new Event.ObservationsAmended(
                charted.at().plus(Duration.ofSeconds(seconds)), charted.at().utc(), set, reason, OTHER);
    }

    private static ObservationSet with(ObservationSet set, int sedation, int nausea) {
        return new ObservationSet(
                set.kind(),
                sedation,
                set.vitals(),
                set.pain(),
                Optional.of(nausea),
                set.site(),
                set.sideEffects(),
                set.dissociation(),
                set.orientation(),
                set.note());
    }

    private SessionStore filled(String folder) throws Exception {
        SessionStore filled = SessionStore.open(Files.createDirectories(dir.resolve(folder)), _ -> false);
        Projector.project(filled, events);
        filled.commit();
        return filled;
    }

    private ObservationRow row() throws Exception {
        return store.load(ID).orElseThrow().observations().stream()
                .filter(row -> row.at().equals(charted.at().utc()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRowSaysWhatStandsAndKeepsWhatStoodBefore() throws Exception {
        assertThat(row().set()).isEqualTo(with(charted.set(), 0, 1));
        assertThat(row().by()).isEqualTo(charted.by());
        assertThat(row().edits())
                .extracting(EditRow::value)
                .containsExactly(
                        new AmendedValue("nausea", Optional.of("0"), Optional.of("1")),
                        new AmendedValue("sedation", Optional.of("0"), Optional.of("2")),
                        new AmendedValue("sedation", Optional.of("2"), Optional.of("0")));
        assertThat(row().edits())
                .extracting(EditRow::reason)
                .containsExactly("read off the wrong line", "read off the wrong line", "=sedation was right");
        assertThat(row().edits()).extracting(EditRow::by).containsOnly(OTHER);
    }

    @Test
    void everyOtherSetStandsAsItWasCharted() throws Exception {
        assertThat(store.load(ID).orElseThrow().observations())
                .filteredOn(row -> !row.edits().isEmpty())
                .hasSize(1);
    }

    @Test
    void theViewForAnalystsHasARowForEachValue() throws Exception {
        List<String> rows = store.answer(query -> query.list(
                "SELECT * FROM analysis.amendment ORDER BY sequence, item",
                row -> "%s %s %s -> %s: %s"
                        .formatted(
                                row.text("by_user"),
                                row.text("item"),
                                row.text("old_value"),
                                row.text("new_value"),
                                row.text("reason"))));
        assertThat(rows)
                .containsExactly(
                        "cd34 nausea 0 -> 1: read off the wrong line",
                        "cd34 sedation 0 -> 2: read off the wrong line",
                        "cd34 sedation 2 -> 0: =sedation was right");
        List<String> counts = store.answer(query -> query.list(
                "SELECT amendments FROM analysis.observation WHERE amendments > 0",
                row -> String.valueOf(row.number("amendments"))));
        assertThat(counts).containsExactly("2");
    }

    @Test
    void thePrintMarksTheRowAndFootnotesEachEdit() throws Exception {
        SessionRecord record = store.load(ID).orElseThrow();
        FourHourRecord print = FourHourRecord.of(record, record.asOf()).orElseThrow();
        assertThat(print.report(PrintWords.english()).toString())
                .contains("nausea was 0, is 1", "sedation was 0, is 2", "read off the wrong line", "C. Cole RN")
                .contains("sedation was 2, is 0");
    }

    @Test
    void whatWasSignedBeforeIsNotWhatStandsNow() throws Exception {
        SessionRecord amended = store.load(ID).orElseThrow();
        events.removeIf(Event.ObservationsAmended.class::isInstance);
        try (SessionStore asCharted = filled("as-charted")) {
            SessionRecord before = asCharted.load(ID).orElseThrow();
            assertThat(FourHourRecord.of(amended, amended.asOf()).orElseThrow().contentHash())
                    .isNotEqualTo(FourHourRecord.of(before, before.asOf())
                            .orElseThrow()
                            .contentHash());
        }
    }

    @Test
    @Tag("R6")
    void aDatabaseMadeAnewHoldsTheSame() throws Exception {
        try (SessionStore anew = filled("anew")) {
            assertThat(StoreVerify.compare(store, anew)).isEqualTo(new StoreVerify.Verdict.Same());
        }
    }
}
