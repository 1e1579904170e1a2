package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Snapshot;
import vigil.pump.AlarmClass;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.ui.history.Replay;
import vigil.ui.history.Steps;

/** Replay equals live, at any moment, while the console goes on recording. */
class SessionReplayTest {
    @TempDir
    Path dir;

    private Bedside bedside;
    private final List<Snapshot> live = new ArrayList<>();
    private final List<Duration> when = new ArrayList<>();
    private SessionId id;

    @BeforeEach
    void record() throws IOException {
        vigil.engine.Bedside course =
                vigil.engine.Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(12));
        course.alarms("A", AlarmClass.OCCLUSION).pausesAudio().runs(Duration.ofSeconds(5));
        course.acknowledges("PUMP:50111:A").alarmEnds("A", AlarmClass.OCCLUSION).loses();
        course.runs(Duration.ofMinutes(1));
        bedside = Bedside.open(dir);
        for (Event event : course.events()) {
            assertThat(bedside.accept(event)).isEmpty();
            if (bedside.session().id().isPresent()) {
                live.add(bedside.snapshot(event.at()));
                when.add(bedside.session().elapsed());
            }
        }
        id = bedside.session().id().orElseThrow();
        bedside.settle(course.now());
    }

    @AfterEach
    void close() throws IOException {
        bedside.close();
    }

    private Replay replay(SessionId session, Steps steps) throws IOException {
        Moment now = live.getLast().now();
        return bedside.contents(() -> now).replay(session, steps);
    }

    private Replay replay() throws IOException {
        return replay(id, (done, of) -> {});
    }

    /** Each moment on its own, from the last to the first, so that no seek leans on the one before. */
    @Test
    void anyMomentIsShownAsItWasShownThen() throws IOException {
        Replay replay = replay();
        for (int i = live.size() - 1; i >= 0; i -= 7) {
            int last = i;
            while (last + 1 < when.size() && when.get(last + 1).equals(when.get(i))) {
                last++;
            }
            assertThat(replay.at(when.get(i).minus(when.getFirst()))).isEqualTo(live.get(last));
        }
    }

    @Test
    void itEndsWithTheLastMomentOfTheSession() throws IOException {
        Replay replay = replay();
        assertThat(replay.length()).isEqualTo(when.getLast().minus(when.getFirst()));
        assertThat(replay.at(Duration.ofDays(300))).isEqualTo(live.getLast());
    }

    @Test
    void betweenTwoEntriesAgesGoOn() throws IOException {
        Duration since = when.get(100).minus(when.getFirst());
        Snapshot between = replay().at(since.plusMillis(400));
        assertThat(between.now().since(live.get(100).now())).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void theLiveSessionIsNotTouchedAndGoesOnMeanwhile() throws IOException {
        Replay replay = replay();
        Snapshot before = bedside.snapshot(live.getLast().now());
        Moment next = live.getLast().now().plus(Duration.ofSeconds(1));
        assertThat(replay.at(Duration.ofMinutes(5))).isNotEqualTo(before);
        assertThat(bedside.snapshot(live.getLast().now())).isEqualTo(before);

        assertThat(bedside.accept(new Event.Tick(next))).isEmpty();
        bedside.settle(next);
        assertThat(replay.at(Duration.ofDays(1))).isEqualTo(live.getLast());
    }

    @Test
    void theFirstFoldTellsHowFarItIsAndCanBeGivenUp() {
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> replay(id, (done, of) -> {
                    told.add(done);
                    if (done == 300) {
                        throw new Steps.GivenUpException();
                    }
                }))
                .isInstanceOf(Steps.GivenUpException.class);
        assertThat(told).hasSize(300);
    }

    @Test
    void aSessionThatIsNotThereIsSaidInOneLine() {
        assertThatThrownBy(() -> replay(new SessionId("s-other"), (done, of) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("s-other");
    }

    @Test
    void theRecordIsCheckedWhileItIsWritten() throws IOException {
        Moment now = live.getLast().now();
        assertThat(bedside.contents(() -> now).verify((done, of) -> {}).problem())
                .isEmpty();
    }
}
