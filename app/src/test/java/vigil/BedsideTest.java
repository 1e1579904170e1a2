package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.RecordingState;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.session.Event;

class BedsideTest {
    private static final int OBSTACLES = 400;

    @TempDir
    Path dir;

    /** Puts something in the way of every file that the journal would make next. */
    private void obstruct(boolean there) throws Exception {
        for (int number = 1; number <= OBSTACLES; number++) {
            Path obstacle = dir.resolve("journal-%06d.vj.new".formatted(number));
            if (there) {
                Files.createDirectories(obstacle.resolve("in the way"));
            } else {
                Files.delete(obstacle.resolve("in the way"));
                Files.delete(obstacle);
            }
        }
    }

    @Test
    @Tag("E2")
    void whileTheJournalCannotBeWrittenTheViewLivesOnAndSaysSo() throws Exception {
        List<Event> told = Openings.opened("s-test1");
        try (Bedside bedside = Bedside.open(dir)) {
            obstruct(true);
            for (Event event : told) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            Moment later = Openings.after(Duration.ofSeconds(1));
            bedside.accept(Openings.said(Openings.reading(later, "0.5")));
            bedside.settle(later);
            assertThat(bedside.session().isOpen()).isTrue();
            assertThat(bedside.snapshot(later).recording())
                    .isInstanceOfSatisfying(
                            RecordingState.NotRecording.class,
                            not -> assertThat(not.reason()).contains("cannot be written", "entries wait in memory"));

            obstruct(false);
            Moment again = Openings.after(Duration.ofSeconds(2));
            bedside.settle(again);
            assertThat(bedside.snapshot(again).recording()).isNotInstanceOf(RecordingState.NotRecording.class);
            Moment over = Openings.after(Duration.ofMinutes(3));
            bedside.accept(new Event.Tick(over));
            bedside.settle(over);
            assertThat(bedside.snapshot(over).recording()).isEqualTo(new RecordingState.Recording());
        }
        assertThat(journalled()).containsAll(told);
        assertThat(new Verification(dir).run().lines())
                .allMatch(line -> line.matches("journal sound.*|database equals.*"));
    }

    @Test
    @Tag("E1")
    void whatCouldNotBeTakenInStandsInTheRecordAsAGap() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            obstruct(true);
            for (int second = 1; second <= 30; second++) {
                Moment at = Openings.after(Duration.ofSeconds(second));
                bedside.accept(new Event.Tick(at));
                bedside.settle(at);
            }
            obstruct(false);
            bedside.settle(Openings.after(Duration.ofSeconds(31)));
            Moment over = Openings.after(Duration.ofMinutes(3));
            bedside.accept(new Event.Tick(over));
            bedside.settle(over);
        }
        List<Event> events = journalled();
        int taken = (int) events.stream().filter(Event.Tick.class::isInstance).count();
        assertThat(events)
                .filteredOn(Event.EventsLost.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((Event.EventsLost) lost).count())
                        .isPositive()
                        .isEqualTo(31 - taken));
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
