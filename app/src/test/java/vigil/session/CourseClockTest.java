package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;

@Tag("A23")
class CourseClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T01:00:00Z");

    private static Moment moment(Duration utc, Duration boot) {
        return new Moment(NOON.plus(utc), boot.toNanos(), boot.toNanos());
    }

    private static Event.ConsoleStarted started(Moment at, String bootId) {
        return new Event.ConsoleStarted(at, bootId, "0.1.0", true);
    }

    private static CourseClock startedAtNoon() {
        return CourseClock.STOPPED.after(started(moment(Duration.ZERO, Duration.ofHours(9)), "a"));
    }

    @Test
    void bootTimePassesWhateverTheWallClockSays() {
        CourseClock clock = startedAtNoon()
                .after(new Event.Tick(
                        moment(Duration.ofDays(-1), Duration.ofHours(9).plusSeconds(5))));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void restartWithinOneBootCountsBootTime() {
        CourseClock clock = startedAtNoon()
                .after(started(moment(Duration.ofHours(7), Duration.ofHours(9).plusMinutes(3)), "a"));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void restartOfTheMachineCountsTheWallClock() {
        CourseClock clock = startedAtNoon()
                .after(started(moment(Duration.ofMinutes(20), Duration.ofSeconds(40)), "b"))
                .after(new Event.Tick(moment(Duration.ofMinutes(21), Duration.ofSeconds(100))));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(21));
    }

    @Test
    void aWallClockThatWentBackAcrossARestartNeverTakesTimeAway() {
        CourseClock clock = startedAtNoon()
                .after(started(moment(Duration.ofHours(-3), Duration.ofSeconds(40)), "b"))
                .after(new Event.Tick(moment(Duration.ofHours(-3).plusSeconds(10), Duration.ofSeconds(50))));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anEventThatArrivesLateTurnsNothingBack() {
        Duration nine = Duration.ofHours(9);
        CourseClock clock = startedAtNoon()
                .after(new Event.Tick(moment(Duration.ofSeconds(10), nine.plusSeconds(10))))
                .after(new Event.Tick(moment(Duration.ofSeconds(9), nine.plusSeconds(9))))
                .after(new Event.Tick(moment(Duration.ofSeconds(11), nine.plusSeconds(11))));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void elapsedTimeCanBeAskedBetweenTwoEvents() {
        Moment later = moment(Duration.ofSeconds(4), Duration.ofHours(9).plusSeconds(4));

        assertThat(startedAtNoon().elapsedAt(later)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    @Tag("D1")
    void aClockThatIsSetIsToldOnceWithItsStep() {
        Duration nine = Duration.ofHours(9);
        CourseClock set =
                startedAtNoon().after(new Event.Tick(moment(Duration.ofHours(2).plusSeconds(1), nine.plusSeconds(1))));
        assertThat(set.setBy()).isEqualTo(Duration.ofHours(2));

        CourseClock later = set.after(new Event.Tick(moment(Duration.ofHours(2).plusSeconds(2), nine.plusSeconds(2))));
        assertThat(later.setBy()).isZero();
        assertThat(later.after(new Event.Tick(moment(Duration.ofSeconds(3), nine.plusSeconds(3))))
                        .setBy())
                .isEqualTo(Duration.ofHours(-2));
    }

    @Test
    @Tag("D1")
    void theStepBelongsToOneEventEvenIfTheNextComesAtTheSameMoment() {
        Moment set = moment(Duration.ofHours(2), Duration.ofHours(9).plusSeconds(1));

        assertThat(startedAtNoon()
                        .after(new Event.Tick(set))
                        .after(new Event.Tick(set))
                        .setBy())
                .isZero();
    }

    @Test
    @Tag("D6")
    void aClockThatIsSlewedIsNotSet() {
        // 500 ppm, the most that a time server's client slews, for a day without an event
        Duration day = Duration.ofDays(1);
        Duration slewed = day.plus(day.dividedBy(2_000));

        assertThat(startedAtNoon()
                        .after(new Event.Tick(moment(slewed, Duration.ofHours(9).plus(day))))
                        .setBy())
                .isZero();
    }

    @Test
    @Tag("D5")
    void aSuspendIsNoStepBecauseBootTimeGoesOn() {
        Duration ten = Duration.ofMinutes(10);

        assertThat(startedAtNoon()
                        .after(new Event.Tick(moment(ten, Duration.ofHours(9).plus(ten))))
                        .setBy())
                .isZero();
    }

    @Test
    @Tag("D3")
    void aRestartOfTheMachineAtAnEarlierTimeIsAStepBack() {
        CourseClock clock = startedAtNoon().after(started(moment(Duration.ofHours(-3), Duration.ofSeconds(40)), "b"));

        assertThat(clock.setBy()).isEqualTo(Duration.ofHours(-3));
    }
}
