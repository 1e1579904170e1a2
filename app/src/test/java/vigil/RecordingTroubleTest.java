package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vigil.alarm.log.LogFilter;
import vigil.engine.RecordingState;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

/** "Not recording" comes and goes: it stands in the record, and the database stays what the record makes of itself. */
@Timeout(60)
class RecordingTroubleTest {
    private static final Staff NURSE = new Staff("gray", "G. Gray", Staff.Role.NURSE);

    @TempDir
    Path dir;

    private static Moment second(int number) {
        return Openings.after(Duration.ofSeconds(number));
    }

    private static void reading(Bedside bedside, int second) {
        bedside.accept(Openings.said(Openings.reading(second(second), "0.5")));
        bedside.settle(second(second));
    }

    private static RecordingState told(Bedside bedside, int second) {
        return bedside.snapshot(second(second)).recording();
    }

    private static void tick(Bedside bedside, int second) {
        bedside.accept(new Event.Tick(second(second)));
        bedside.settle(second(second));
    }

    /** Sound in every entry, and the database what the entries make. */
    private void isSound() throws Exception {
        assertThat(new Verification(dir).run())
                .satisfies(result -> assertThat(result.lines())
                        .hasSize(2)
                        .allMatch(line -> line.matches("journal sound.*|database equals its fold.*")))
                .satisfies(result -> assertThat(result.sound()).isTrue());
    }

    /** The disk confirms nothing while the writing has not begun; begins it when asked. */
    private Thread lateDisk(Bedside bedside) {
        return Thread.ofPlatform().daemon().unstarted(bedside.journalWriter());
    }

    @Test
    @Tag("E9")
    @Tag("C20")
    void aDiskThatConfirmsLateLeavesFromWhenToWhenInTheRecord() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Thread disk = lateDisk(bedside);
            Openings.opened("s-late").forEach(bedside::accept);
            reading(bedside, 1);
            assertThat(told(bedside, 1)).isInstanceOf(RecordingState.NotRecording.class);
            disk.start();
            await().untilAsserted(() -> {
                tick(bedside, 2);
                assertThat(told(bedside, 2)).isEqualTo(new RecordingState.Recording());
            });
        }
        List<Event> events = journalled();
        Event.RecordingFailed failed = only(Event.RecordingFailed.class, events);
        assertThat(failed.reason()).contains("has not confirmed");
        assertThat(only(Event.RecordingRestored.class, events)).satisfies(it -> {
            assertThat(it.since()).isEqualTo(failed.at().utc());
            assertThat(it.at()).isEqualTo(second(2));
        });
        isSound();
    }

    @Test
    @Tag("E9")
    @Tag("C20")
    void whoSawThatNothingWasRecordedIsInTheAlarmLogAndInItsFold() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Thread disk = lateDisk(bedside);
            Openings.opened("s-late").forEach(bedside::accept);
            disk.start();
            await().untilAsserted(() -> {
                tick(bedside, 30);
                assertThat(told(bedside, 30)).isEqualTo(new RecordingState.Recording());
            });
            bedside.accept(new Event.ConditionAcknowledged(second(40), "NOT_RECORDING", NURSE));
            bedside.settle(second(40));
            assertThat(bedside.store().alarms(LogFilter.all(ZoneOffset.UTC)).rows())
                    .anySatisfy(row -> assertThat(row.toString()).contains("NOT_RECORDING"));
        }
        isSound();
    }

    @Test
    @Tag("E1")
    void whatTheJournalCouldNotTakeIsOnTheScreenButNotInTheDatabase() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-late").forEach(bedside::accept);
            Openings.dosed().forEach(bedside::accept);
            reading(bedside, 1);
            Thread disk = lateDisk(bedside);
            for (int second = 2; second <= 40; second++) {
                reading(bedside, second);
            }
            disk.start();
            await().untilAsserted(() -> {
                tick(bedside, 41);
                assertThat(told(bedside, 41)).isEqualTo(new RecordingState.Recording());
            });
            reading(bedside, 42);
        }
        assertThat(only(Event.EventsLost.class, journalled()).count()).isPositive();
        isSound();
    }

    /** The power went while the disk was in trouble: the next start ends the condition, and it stays until seen. */
    @Test
    @Tag("E9")
    void aStartEndsWhatTheRecordSaidOfItself() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-late").forEach(bedside::accept);
            bedside.accept(new Event.RecordingFailed(second(1), "the disk has not confirmed entries 2 to 3 yet"));
            tick(bedside, 10);
            assertThat(active(bedside, 10)).contains("NOT_RECORDING");
        }
        try (Bedside bedside = Bedside.open(dir)) {
            bedside.accept(new Event.ConsoleStarted(second(20), "boot", "1", false));
            assertThat(active(bedside, 20)).doesNotContain("NOT_RECORDING");
        }
        isSound();
    }

    private static List<String> active(Bedside bedside, int second) {
        return bedside.snapshot(second(second)).attention().conditions().stream()
                .filter(condition -> condition.isActive())
                .map(condition -> condition.kind().name())
                .toList();
    }

    private static <E extends Event> E only(Class<E> kind, List<Event> events) {
        List<E> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Event> journalled() throws Exception {
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }
}
