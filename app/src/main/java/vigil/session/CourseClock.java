package vigil.session;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.Moment;

/**
 * The elapsed time that every duration rule uses (ruling A23). Within one boot of the machine it is the difference of
 * boot time, so that suspends count and steps of the wall clock do not; across a restart of the machine only the wall
 * clock is left, and it never counts below zero. Immutable.
 *
 * @param elapsed since the first event, also of what was purged since
 * @param latest the latest moment seen; an event that arrives late does not turn it back
 * @param console the last start of the program
 * @param consoleSince elapsed time at that start
 */
public record CourseClock(
        Duration elapsed, Optional<Moment> latest, Optional<Event.ConsoleStarted> console, Duration consoleSince) {
    public static final CourseClock STOPPED =
            new CourseClock(Duration.ZERO, Optional.empty(), Optional.empty(), Duration.ZERO);

    CourseClock after(Event event) {
        return switch (event) {
            case Event.ConsoleStarted started -> startedAgain(started);
            case Event.RecordShortened it ->
                new CourseClock(it.elapsed(), Optional.of(it.at()), Optional.empty(), it.elapsed());
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> advancedTo(event.at());
        };
    }

    private CourseClock startedAgain(Event.ConsoleStarted started) {
        Duration passed = isSameBoot(started) ? bootTimeTo(started.at()) : wallTimeTo(started.at());
        Duration now = elapsed.plus(passed);
        return new CourseClock(now, Optional.of(started.at()), Optional.of(started), now);
    }

    private boolean isSameBoot(Event.ConsoleStarted started) {
        return console.map(before -> before.bootId().equals(started.bootId())).orElse(false);
    }

    private CourseClock advancedTo(Moment at) {
        Duration passed = bootTimeTo(at);
        return latest.isPresent() && passed.isZero()
                ? this
                : new CourseClock(elapsed.plus(passed), Optional.of(at), console, consoleSince);
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
