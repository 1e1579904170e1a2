package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.session.DailyItem;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.Deed;
import vigil.store.CareRecord.EntryRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.SessionRecord.NoteRow;

/** What was entered in error stays readable, and nobody reads it without the mark (R32). */
@Tag("R32")
class EnteredInErrorTest {
    private static final SessionId ID = new SessionId("s-first");
    private static final Staff OTHER = new Staff("cd34", "C. Cole RN", Staff.Role.NURSE);
    private static final PumpCheck CHECK = new PumpCheck(
            PumpCheck.Occasion.HOURLY, Set.of(), Optional.empty(), PumpCheck.Syringe.NOT_NOTED, "", "looked at");

    @TempDir
    Path dir;

    private final SampleCourse course =
            new SampleCourse().console().setUp("s-first").infusing(Duration.ofMinutes(1));
    private SessionStore store;

    @BeforeEach
    void project() throws Exception {
        Instant entered = course.now().utc();
        course.note("first")
                .note("second")
                .enter(new Event.PumpChecked(course.now(), CHECK, SampleCourse.NURSE, Optional.empty()))
                .enter(new Event.DailyItemDone(course.now(), DailyItem.SITE_ROTATED, "left arm", SampleCourse.NURSE))
                .infusing(Duration.ofSeconds(10));
        for (EntryKind kind : EntryKind.values()) {
            course.enter(new Event.EntryVoided(course.now(), entered, kind, "=wrong bed", OTHER));
        }
        store = SessionStore.open(dir, _ -> false);
        Projector.project(store, course.events());
        store.commit();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private SessionRecord record() throws Exception {
        return store.load(ID).orElseThrow();
    }

    private static final Voided MARK = new Voided(Instant.parse("2026-03-02T09:01:10Z"), OTHER, "=wrong bed");

    private static String mark(String said) {
        return "ENTERED IN ERROR (C. Cole RN, %s: =wrong bed) %s".formatted("2026-03-02T09:01:10Z", said);
    }

    @Test
    void ofTwoNotesAtOnceTheLaterOneIsMarkedAndKeepsItsWords() throws Exception {
        assertThat(record().notes()).extracting(NoteRow::text).containsExactly("first", "second");
        assertThat(record().notes()).extracting(NoteRow::voided).containsExactly(Optional.empty(), Optional.of(MARK));
    }

    @Test
    void aCheckIsMarkedAndNoLongerTheLast() throws Exception {
        assertThat(record().care().checks()).singleElement().satisfies(check -> {
            assertThat(check.voided()).contains(MARK);
            assertThat(check.check().note()).isEqualTo("looked at");
            assertThat(check.recordedNote()).isEqualTo(mark("looked at"));
        });
        assertThat(record().care().lastCheck()).isEqualTo(Optional.<CheckRow>empty());
    }

    @Test
    void anItemOfTheDayIsMarked() throws Exception {
        assertThat(record().care().said(Deed.DAILY_ITEM_DONE))
                .extracting(SaidRow::recordedWords)
                .containsExactly(mark("left arm"));
    }

    @Test
    void theListOfEntriesHasBothTheEntryAndItsMark() throws Exception {
        List<EntryRow> entries = record().care().entries();
        EntryRow second = entries.stream()
                .filter(entry -> entry.action().equals("NOTE_ADDED"))
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("ENTRY_VOIDED"))
                .first()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo(OTHER);
                    assertThat(entry.changed())
                            .contains(new CareRecord.Changed(
                                    "entry " + second.sequence(), "", "entered in error: =wrong bed"));
                });
    }

    @Test
    void anAnalystReadsWhichEntryWhenAndWhy() throws Exception {
        List<List<Optional<Object>>> rows = new ArrayList<>();
        store.view(View.ENTERED_IN_ERROR, List.of(ID), new SessionStore.ViewSink() {
            @Override
            public void columns(List<String> names) {
                assertThat(names).contains("voids", "entered_utc", "action", "reason");
            }

            @Override
            public void row(List<Optional<Object>> values) {
                rows.add(values);
            }
        });
        assertThat(rows)
                .hasSize(3)
                .first()
                .asString()
                .contains("cd34", "NOTE_ADDED", "=wrong bed", "2026-03-02T09:01:00Z");
    }

    @Test
    void theDatabaseEqualsItsFold() throws Exception {
        assertThat(StoreVerify.compare(store, dir, empty -> Projector.project(empty, course.events())))
                .isEqualTo(new StoreVerify.Verdict.Same());
    }
}
