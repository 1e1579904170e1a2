package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

@Timeout(60)
class SessionLoopTest {
    private static final int CAPACITY = 4_096;
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    @TempDir
    Path dir;

    private final Asked asked = new Asked(NURSE);
    private final List<Event> recorded = new ArrayList<>();
    private Bedside bedside;

    @BeforeEach
    void open() throws Exception {
        bedside = Bedside.open(dir);
        Openings.opened("s-test1")
                .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
    }

    /** Runs to its end, and closes the bedside. */
    private void run(SessionLoop loop) throws Exception {
        loop.run();
        bedside.close();
    }

    private SessionLoop loop(Supplier<Moment> clock, SessionLoop.Watcher watcher) {
        return new SessionLoop(
                bedside,
                clock,
                (batch, latest) -> {
                    batch.forEach(seen -> recorded.add(seen.event()));
                    watcher.recorded(batch, latest);
                },
                asked,
                Optional.empty());
    }

    /** A clock that goes on by {@code step} at each look. */
    private static Supplier<Moment> clock(Duration step) {
        Moment[] now = {Openings.START};
        return () -> {
            now[0] = now[0].plus(step);
            return now[0];
        };
    }

    @Test
    @Tag("A19")
    void whatAFullQueueCouldNotTakeIsJournalledWithItsCount() throws Exception {
        SessionLoop loop = loop(() -> Openings.START, (_, _) -> {});
        for (int i = 0; i < CAPACITY + 7; i++) {
            loop.offer(new Event.Tick(Openings.after(Duration.ofMillis(i))));
        }
        loop.stop();
        run(loop);
        assertThat(journalled().stream().filter(Event.Tick.class::isInstance)).hasSize(CAPACITY);
        assertThat(journalled()).contains(new Event.EventsLost(Openings.START, 7));
    }

    private List<Event> journalled() throws Exception {
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }

    @Test
    void aLoopThatIsToldToStopRecordsWhatWaitsAndEnds() throws Exception {
        Event reading = Openings.said(Openings.reading(Openings.after(Duration.ofSeconds(1)), "0.01"));
        SessionLoop loop = loop(() -> Openings.START, (_, _) -> {});
        loop.offer(reading);
        loop.stop();
        run(loop);
        assertThat(recorded).containsExactly(reading);
    }

    @Test
    void anEventThatComesInTheLastBatchIsRecordedToo() throws Exception {
        Event late = Openings.said(Openings.reading(Openings.after(Duration.ofSeconds(9)), "0.02"));
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = loop(clock(Duration.ofMillis(400)), (_, _) -> {
            if (recorded.size() == 1) {
                loop[0].offer(late);
                loop[0].stop();
            }
        });
        run(loop[0]);
        assertThat(recorded).hasSize(2).last().isEqualTo(late);
    }

    @Test
    void aSecondOfNothingIsATick() throws Exception {
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = loop(clock(Duration.ofMillis(100)), (_, _) -> loop[0].stop());
        run(loop[0]);
        assertThat(recorded).singleElement().isInstanceOf(Event.Tick.class);
        assertThat(recorded.getFirst().at().since(Openings.START)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** As after a suspend: the clock is twenty seconds on when the thread goes on. */
    @Test
    @Tag("D6")
    void aStandstillOfTheProgramIsRecordedWithItsLength() throws Exception {
        Moment[] now = {Openings.START};
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = loop(() -> now[0], (batch, _) -> {
            now[0] = Openings.after(Duration.ofSeconds(20));
            if (batch.stream().anyMatch(seen -> seen.event() instanceof Event.ProgramStood)) {
                loop[0].stop();
            } else {
                loop[0].offer(new Event.Tick(now[0]));
            }
        });
        loop[0].offer(new Event.Tick(Openings.START));
        run(loop[0]);

        assertThat(journalled()).contains(new Event.ProgramStood(now[0], Duration.ofSeconds(20)));
    }

    @Test
    void afterAReadingATickLeavesTimeForTheNextOne() throws Exception {
        SessionLoop[] loop = new SessionLoop[1];
        List<Moment> published = new ArrayList<>();
        loop[0] = loop(clock(Duration.ofMillis(100)), (_, latest) -> {
            published.add(latest.now());
            if (published.size() == 2) {
                loop[0].stop();
            }
        });
        loop[0].offer(Openings.said(Openings.reading(Openings.START, "0.01")));
        run(loop[0]);
        assertThat(recorded).hasSize(2).last().isInstanceOf(Event.Tick.class);
        assertThat(recorded.getLast().at().since(published.getFirst()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1_250));
    }

    @Test
    void whatWasAskedAtTheWindowIsAnEventOfWhoAsked() throws Exception {
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = loop(() -> Openings.START, (_, _) -> loop[0].stop());
        asked.pauseAudio();
        asked.acknowledge("LINK_LOST");
        run(loop[0]);
        assertThat(recorded)
                .containsExactly(
                        new Event.AudioPaused(Openings.START, NURSE),
                        new Event.ConditionAcknowledged(Openings.START, "LINK_LOST", NURSE));
    }

    @Test
    void aRefusedEntryIsNotRecorded() throws Exception {
        Event second = Openings.opened("s-test2").getLast();
        SessionLoop loop = loop(() -> Openings.START, (_, _) -> {});
        loop.offer(second);
        loop.stop();
        run(loop);
        assertThat(recorded).isEmpty();
        assertThat(journalled()).doesNotContain(second);
    }

    @Test
    @Tag("E4")
    void readingsShareAForceWithinASecondAndEntriesWaitForNone() throws Exception {
        Moment[] now = {Openings.START};
        List<Long> behind = new ArrayList<>();
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = new SessionLoop(
                bedside,
                () -> now[0],
                (batch, latest) -> {
                    behind.add(bedside.head() - bedside.forced());
                    now[0] = Openings.after(Duration.ofSeconds(behind.size()));
                    switch (behind.size()) {
                        case 1, 2 -> loop[0].offer(Openings.said(Openings.reading(now[0], "0." + behind.size())));
                        case 3 -> loop[0].offer(new Event.NoteAdded(now[0], "seen", NURSE));
                        default -> loop[0].stop();
                    }
                },
                asked,
                Optional.empty());
        loop[0].offer(Openings.said(Openings.reading(Openings.START, "0.0")));
        run(loop[0]);
        assertThat(behind).as("not on the disk after each batch").containsExactly(1L, 0L, 1L, 0L);
        assertThat(journalled()).hasSize(6);
    }
}
