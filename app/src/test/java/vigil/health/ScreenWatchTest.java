package vigil.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;
import vigil.session.Event;

@Tag("F2")
class ScreenWatchTest {
    private final ScreenWatch watch = new ScreenWatch();
    private final List<Event> said = new ArrayList<>();
    private long millis;

    private Moment now() {
        return new Moment(Instant.ofEpochMilli(millis), millis * 1_000_000, millis * 1_000_000);
    }

    /** The screen takes nothing for so long, looked at every quarter of a second, and then goes on. */
    private void standsStillFor(long standMillis) {
        for (long stood = 0; stood <= standMillis; stood += 250) {
            watch.look(Duration.ofMillis(stood), now()).ifPresent(said::add);
            millis += 250;
        }
        watch.look(Duration.ZERO, now()).ifPresent(said::add);
    }

    @Test
    void aScreenThatAnswersIsNotSpokenOf() {
        standsStillFor(500);
        standsStillFor(1_000);
        assertThat(said).isEmpty();
    }

    @Test
    void aStandstillOfMoreThanASecondIsRecordedWithItsLength() {
        standsStillFor(1_250);
        assertThat(said).containsExactly(new Event.ScreenAnswered(now(), Duration.ofMillis(1_250)));
    }

    @Test
    void afterThreeSecondsItIsAnnouncedOnceWhileItLasts() {
        standsStillFor(10_000);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst())
                .isInstanceOfSatisfying(
                        Event.ScreenStalled.class,
                        stalled -> assertThat(stalled.at().utc()).isEqualTo(Instant.ofEpochMilli(3_000)));
        assertThat(said.getLast()).isEqualTo(new Event.ScreenAnswered(now(), Duration.ofSeconds(10)));
    }

    @Test
    void eachStandstillIsAnnouncedAnew() {
        standsStillFor(4_000);
        standsStillFor(4_000);
        assertThat(said.stream().filter(Event.ScreenStalled.class::isInstance)).hasSize(2);
    }
}
