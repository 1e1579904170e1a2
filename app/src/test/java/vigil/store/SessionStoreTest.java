package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.session.BodySize;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SessionId;
import vigil.store.SessionRecord.DutyRow;
import vigil.store.SessionRecord.SegmentRow;

class SessionStoreTest {
    private static final SessionId ID = new SessionId("s-first");
    private static final List<Event> WHOLE = SampleCourse.whole("s-first").events();

    @TempDir
    Path dir;

    @Test
    void aWholeCourseIsListedWithItsOutcome() throws Exception {
        try (SessionStore store = filled(WHOLE)) {
            assertThat(store.sessions()).singleElement().satisfies(summary -> {
                assertThat(summary.id()).isEqualTo(ID);
                assertThat(summary.patient().familyName()).isEqualTo("O'Brien");
                assertThat(summary.phase()).isEqualTo(Phase.CLOSED);
                assertThat(summary.startedAt()).contains(SampleCourse.START.plusSeconds(1));
                assertThat(summary.simulated()).isTrue();
            });
        }
    }

    /** 25 min 5 s at 0.01 mL each 20 s: the counter steps 60 + 9 + 6 times. 75 steps of 0.01 mL at 4 mg/mL are 3 mg. */
    @Test
    void theTotalIsWhatThePumpCounted() throws Exception {
        SessionRecord record = wholeRecord();
        assertThat(record.totals().courseMg()).isEqualByComparingTo("3");
        assertThat(record.segments().stream().map(SegmentRow::massMg).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3");
        assertThat(record.totals().days())
                .singleElement()
                .satisfies(day -> assertThat(day.mg()).isEqualByComparingTo("3"));
        assertThat(record.totals().maxMgPerKgPerH()).contains(new BigDecimal("0.102"));
    }

    @Test
    @Tag("C2")
    void aNewWeightOpensASegmentOfItsOwn() throws Exception {
        assertThat(wholeRecord().segments())
                .extracting(segment -> segment.weightKg().orElseThrow())
                .containsExactly(new BigDecimal("70"), new BigDecimal("68.5"));
    }

    @Test
    void whatWasEnteredComesBackWithWhoAndWhen() throws Exception {
        SessionRecord record = wholeRecord();
        assertThat(record.openedBy()).isEqualTo(SampleCourse.NURSE);
        assertThat(record.setUp().weights())
                .extracting(SessionRecord.Dated::value)
                .containsExactlyElementsOf(WHOLE.stream()
                        .filter(Event.WeightConfirmed.class::isInstance)
                        .map(event -> ((Event.WeightConfirmed) event).weight())
                        .toList());
        assertThat(record.setUp().weights().getLast().value().size())
                .map(BodySize::heightCm)
                .contains(new BigDecimal("171.5"));
        assertThat(record.setUp().orders())
                .singleElement()
                .satisfies(order -> assertThat(order.by()).isEqualTo(SampleCourse.PHYSICIAN));
        assertThat(record.setUp().assessment()).contains(((Event.AssessmentRecorded) WHOLE.get(6)).assessment());
        assertThat(record.signatures()).hasSize(2);
        assertThat(record.reviews()).hasSize(1);
        assertThat(record.dischargePlan()).isPresent();
    }

    @Test
    void chartedSetsComeBackAsTheyWereCharted() throws Exception {
        List<Object> charted = WHOLE.stream()
                .filter(Event.ObservationsCharted.class::isInstance)
                .map(event -> (Object) ((Event.ObservationsCharted) event).set())
                .toList();
        assertThat(wholeRecord().observations().stream().map(row -> (Object) row.set()))
                .isEqualTo(charted);
    }

    @Test
    void theLastSetSatisfiesTheLastRowOfTheFourHours() throws Exception {
        SessionRecord record = wholeRecord();
        assertThat(record.observations().getLast()).satisfies(row -> {
            assertThat(row.duty().map(DutyRow::phase)).contains("P6");
            assertThat(row.fromT0().orElseThrow()).isBetween(Duration.ofHours(4), Duration.ofMinutes(242));
            assertThat(row.earlyWarning()).contains(0);
        });
        assertThat(record.gate()).filteredOn(line -> line.number() <= 7).allMatch(SessionRecord.GateLine::met);
    }

    @Test
    @Tag("R31")
    void aSilenceOfTheBoundPumpIsAGapFromTheLastReadingToTheNext() throws Exception {
        assertThat(wholeRecord().gaps()).first().satisfies(gap -> {
            assertThat(gap.start()).isEqualTo(SampleCourse.START.plusSeconds(1205));
            assertThat(gap.end()).contains(SampleCourse.START.plusSeconds(1251));
        });
    }

    @Test
    @Tag("A20")
    void theFirstReadingAfterAGapIsMarkedEstimated() throws Exception {
        try (SessionStore store = filled(WHOLE)) {
            List<ReadingRow> estimated = new ArrayList<>();
            store.readings(ID, row -> {
                if (row.quality().equals("estimated") && row.phase().equals("INFUSING")) {
                    estimated.add(row);
                }
            });
            assertThat(estimated).extracting(ReadingRow::at).containsExactly(SampleCourse.START.plusSeconds(1251));
        }
    }

    @Test
    void anAlarmIsOneRowWithItsEnd() throws Exception {
        assertThat(wholeRecord().alarms())
                .filteredOn(alarm -> alarm.text().equals("near end =1+1"))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.origin()).isEqualTo("PUMP");
                    assertThat(alarm.end()).contains(SampleCourse.START.plusSeconds(1205));
                });
    }

    @Test
    void readingsCarryTheDoseComputedFromThem() throws Exception {
        try (SessionStore store = filled(WHOLE)) {
            List<ReadingRow> rows = new ArrayList<>();
            store.readings(ID, rows::add);
            assertThat(rows).hasSize(1205 + 300 + 1 + 16);
            assertThat(rows.get(600)).satisfies(row -> {
                assertThat(row.mgPerH()).contains(new BigDecimal("7"));
                assertThat(row.mgPerKgPerH()).contains(new BigDecimal("0.1"));
                assertThat(row.concentrationMgPerMl()).contains(new BigDecimal("4"));
                assertThat(row.quality()).isEqualTo("ok");
            });
        }
    }

    @Test
    void twoSessionsAreKeptApart() throws Exception {
        SampleCourse course = SampleCourse.whole("s-first").pass(Duration.ofHours(1));
        List<Event> both =
                course.setUp("s-second").infusing(Duration.ofMinutes(2)).events();
        try (SessionStore store = filled(both)) {
            assertThat(store.sessions()).extracting(SessionSummary::id).containsExactly(ID, new SessionId("s-second"));
            SessionRecord first = store.load(ID).orElseThrow();
            assertThat(first.phase()).isEqualTo(Phase.CLOSED);
            assertThat(first.totals().courseMg()).isEqualByComparingTo("3");
            assertThat(store.load(new SessionId("s-second")).orElseThrow().phase())
                    .isEqualTo(Phase.INFUSING);
        }
    }

    @Test
    @Tag("G1")
    @Tag("G2")
    void hostileTextIsStoredAsText() throws Exception {
        List<String> texts = List.of(
                "'; DROP TABLE session;--",
                "\u0000\u0001\r\n\t",
                "\u05d0 \u202eevil\u202c",
                "=cmd|' /C calc'!A0",
                "x".repeat(10_000),
                "half \ud83d pair");
        SampleCourse course = new SampleCourse().console().setUp("s-first");
        texts.forEach(course::note);
        try (SessionStore store = filled(course.events())) {
            assertThat(store.load(ID).orElseThrow().notes())
                    .extracting(SessionRecord.NoteRow::text)
                    .isEqualTo(texts);
        }
    }

    @Test
    void anUnknownSessionIsEmpty() throws Exception {
        try (SessionStore store = filled(WHOLE)) {
            assertThat(store.load(new SessionId("nobody"))).isEmpty();
        }
    }

    @Test
    void deliveryWithoutASessionHarmsNothing() throws Exception {
        List<Event> events = new SampleCourse()
                .console()
                .infusing(Duration.ofMinutes(1))
                .silence(Duration.ofMinutes(1))
                .note("nobody is set up")
                .events();
        try (SessionStore store = filled(events)) {
            assertThat(store.sessions()).isEmpty();
            assertThat(store.projectedSequence()).isEqualTo(events.size());
        }
    }

    private SessionRecord wholeRecord() throws StoreException {
        try (SessionStore store = filled(WHOLE)) {
            return store.load(ID).orElseThrow();
        }
    }

    private SessionStore filled(List<Event> events) throws StoreException {
        return Projector.filled(dir, events);
    }
}
