package vigil.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vigil.pump.Moment;

/**
 * The elapsed time that every duration rule uses (ruling A23). Within one boot of the machine it is the difference of
 * boot time, so that suspends count and steps of the wall clock do not; across a restart of the machine only the wall
 * clock is left, and it never counts below zero. Immutable.
 *
 * @param elapsed since the first event
 * @param latest the latest moment seen; an event that arrives late does not turn it back
 * @param console the last start of the program
 * @param consoleSince elapsed time at that start
 * @param setBy how far the wall clock was set between the last two events, a minute or more; otherwise zero
 */
public record CourseClock(
        Duration elapsed,
        Optional<Moment> latest,
        Optional<Event.ConsoleStarted> console,
        Duration consoleSince,
        Duration setBy) {
    public static final CourseClock STOPPED =
            new CourseClock(Duration.ZERO, Optional.empty(), Optional.empty(), Duration.ZERO, Duration.ZERO);

    /** The smallest step that shows in a chart, whose times are written in minutes. A clock that is slewed makes none. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /** No console is older than the program, and a year from 2100 on is a clock battery that has failed. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Whether a clock that shows this time can be right. */
    public static boolean canBe(Instant utc) {
        return !utc.isBefore(EARLIEST) && utc.isBefore(LATEST);
    }

    CourseClock after(Event event) {
        return event instanceof Event.ConsoleStarted started ? startedAgain(started) : advancedTo(event.at());
    }

    private CourseClock startedAgain(Event.ConsoleStarted started) {
        Duration passed = isSameBoot(started) ? bootTimeTo(started.at()) : wallTimeTo(started.at());
        Duration now = elapsed.plus(passed);
        return new CourseClock(now, Optional.of(started.at()), Optional.of(started), now, stepTo(started.at(), passed));
    }

    private boolean isSameBoot(Event.ConsoleStarted started) {
        return console.map(before -> before.bootId().equals(started.bootId())).orElse(false);
    }

    private CourseClock advancedTo(Moment at) {
        Duration passed = bootTimeTo(at);
        return latest.isPresent() && passed.isZero()
                ? standing()
                : new CourseClock(elapsed.plus(passed), Optional.of(at), console, consoleSince, stepTo(at, passed));
    }

    /** No time has passed, so no clock was set. */
    private CourseClock standing() {
        return setBy.isZero() ? this : new CourseClock(elapsed, latest, console, consoleSince, Duration.ZERO);
    }

    /** What the wall clock went beyond the time that {@code passed}; across a restart of the machine only a step back shows. */
    private Duration stepTo(Moment at, Duration passed) {
        Duration step = latest.map(
                        before -> Duration.between(before.utc(), at.utc()).minus(passed))
                .orElse(Duration.ZERO);
        return step.abs().compareTo(STEP) < 0 ? Duration.ZERO : step;
    }

    private Duration bootTimeTo(Moment at) {
        return notNegative(latest.map(at::since).orElse(Duration.ZERO));
    }

    private Duration wallTimeTo(Moment at) {
        return notNegative(
                latest.map(before -> Duration.between(before.utc(), at.utc())).orElse(Duration.ZERO));
    }

    private static Duration notNegative(Duration passed) {
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    /** Elapsed time at {@code now}, which belongs to the present run of the program. */
    public Duration elapsedAt(Moment now) {
        return elapsed.plus(bootTimeTo(now));
    }

    Stamp stamp(Moment at) {
        return new Stamp(at, elapsed);
    }
}
