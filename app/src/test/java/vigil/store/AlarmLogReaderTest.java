package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.alarm.AlarmPriority;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;

/** The alarm log as a view reads it, after a restart as before. */
class AlarmLogReaderTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LogFilter ALL = LogFilter.all(SYDNEY);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private Bedside course() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
        bedside.alarms("A", AlarmClass.OCCLUSION).pausesAudio().runs(Duration.ofSeconds(5));
        bedside.acknowledges("PUMP:50111:A")
                .alarmEnds("A", AlarmClass.OCCLUSION)
                .runs(SECOND);
        bedside.alarms("A", AlarmClass.OCCLUSION).runs(SECOND);
        return bedside;
    }

    /** A store that was closed after the course, as after a restart. */
    private SessionStore reopened(Bedside bedside) throws StoreException {
        try (SessionStore store = SessionStore.open(directory, _ -> true)) {
            Projector.project(store, bedside.events());
        }
        return SessionStore.open(directory, _ -> true);
    }

    private LogPage page(Bedside bedside, LogFilter filter) throws StoreException {
        try (SessionStore store = reopened(bedside)) {
            return store.alarms(filter);
        }
    }

    private static List<LogRow.Occurrence> occlusions(LogPage page) {
        return page.rows().stream()
                .filter(LogRow.Occurrence.class::isInstance)
                .map(LogRow.Occurrence.class::cast)
                .filter(row -> row.key().equals("PUMP:50111:A"))
                .toList();
    }

    @Test
    @Tag("N3")
    void eachOccurrenceHasItsStartItsEndAndWhoSawIt() throws StoreException {
        Bedside bedside = course();
        List<LogRow.Occurrence> rows = occlusions(page(bedside, ALL));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().end()).isEmpty();
        assertThat(rows.getFirst().seen()).isEmpty();
        LogRow.Occurrence first = rows.getLast();
        assertThat(first.end()).isPresent();
        assertThat(first.priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(first.seen().map(LogRow.Seen::by)).contains(Bedside.NURSE.name());
    }

    @Test
    @Tag("N3")
    void anAudioPauseIsARowWithItsLengthAndWhoAskedForIt() throws StoreException {
        assertThat(page(course(), ALL).rows())
                .filteredOn(LogRow.Inactivation.class::isInstance)
                .singleElement()
                .satisfies(row -> {
                    LogRow.Inactivation pause = (LogRow.Inactivation) row;
                    assertThat(pause.what()).isEqualTo("PAUSE");
                    assertThat(pause.reason()).isEqualTo("120 s");
                    assertThat(pause.by()).contains(Bedside.NURSE.name());
                    assertThat(pause.end()).isEmpty();
                });
    }

    @Test
    void aPauseThatIsOverTellsWhenAndWhy() throws StoreException {
        Bedside bedside = course().runs(Duration.ofSeconds(130));
        assertThat(page(bedside, ALL).rows())
                .filteredOn(LogRow.Inactivation.class::isInstance)
                .singleElement()
                .satisfies(row -> {
                    LogRow.Inactivation pause = (LogRow.Inactivation) row;
                    assertThat(pause.ended()).isEqualTo("elapsed");
                    assertThat(pause.end()).contains(pause.start().plusSeconds(120));
                });
    }

    @Test
    void theStepsOfOneOccurrenceEndWhereTheNextBegins() throws StoreException {
        try (SessionStore store = reopened(course())) {
            LogRow.Occurrence first = occlusions(store.alarms(ALL)).getLast();
            assertThat(store.lines(first))
                    .extracting(LogLine::what)
                    .containsExactly("STARTED", "ACKNOWLEDGED", "ENDED");
            assertThat(store.lines(first).get(1).by()).contains(Bedside.NURSE.name());
        }
    }

    @Test
    void theNewestComesFirst() throws StoreException {
        assertThat(page(course(), ALL).rows())
                .extracting(LogRow::sequence)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void onlyThePrioritiesAskedForAreThere() throws StoreException {
        Bedside bedside = course();
        LogFilter medium =
                new LogFilter(EnumSet.of(AlarmPriority.MEDIUM), false, Optional.empty(), Optional.empty(), SYDNEY);
        assertThat(page(bedside, medium).rows())
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(((LogRow.Occurrence) row).priority()).isEqualTo(AlarmPriority.MEDIUM));
    }

    @Test
    void withoutAPriorityThereAreOnlyInactivations() throws StoreException {
        LogFilter none = new LogFilter(Set.of(), true, Optional.empty(), Optional.empty(), SYDNEY);
        assertThat(page(course(), none).rows()).hasOnlyElementsOfType(LogRow.Inactivation.class);
    }

    @Test
    void oneKindLeavesOutAllOthers() throws StoreException {
        LogPage page = page(course(), ALL.ofKind(Optional.of("PUMP_ALARM")));
        assertThat(page.rows()).hasSize(2).hasOnlyElementsOfType(LogRow.Occurrence.class);
        assertThat(page.kinds()).contains("PUMP_ALARM", "ADVICE");
    }

    /** A day at the ward, newest first, each once; in UTC it would be the day before for the first hours. */
    @Test
    void theDaysOnWhichAConditionBeganAreThoseOfTheWard() throws StoreException {
        Bedside bedside = course();
        LocalDate today = LocalDate.ofInstant(bedside.now().utc(), SYDNEY);
        bedside.clockSteps(Duration.ofDays(3)).alarms("B", AlarmClass.OCCLUSION).runs(SECOND);

        assertThat(page(bedside, ALL).days()).containsExactly(today.plusDays(3), today);
    }

    @Test
    void aDayOfTheWardHoldsWhatLastedOnIt() throws StoreException {
        Bedside bedside = course();
        Instant now = bedside.now().utc();
        LocalDate today = LocalDate.ofInstant(now, SYDNEY);
        LogPage page = page(bedside, ALL.on(Optional.of(today)));

        assertThat(page.days()).contains(today);
        assertThat(occlusions(page)).hasSize(2);
        // Lasting, so it belongs to tomorrow as well; the one that ended does not.
        assertThat(occlusions(page(bedside, ALL.on(Optional.of(today.plusDays(1))))))
                .hasSize(1);
        assertThat(occlusions(page(bedside, ALL.on(Optional.of(today.minusDays(1))))))
                .isEmpty();
    }
}
