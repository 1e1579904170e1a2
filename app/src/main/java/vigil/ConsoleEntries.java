package vigil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vigil.engine.Engine;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.session.Delivery;
import vigil.session.Event;
import vigil.session.PeopleEvent;

/**
 * What the console itself has to remember when the beginning of its record goes: its starts, settings and users, what was
 * done to keep the record, its sound and screen, and how the line to the pumps stands. Nothing of any session. Used by one
 * thread.
 */
final class ConsoleEntries {
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(long sequence, Event event) {}

    /** First entry of the shortened record, and those that follow it before the kept ones. */
    record Beginning(Event.RecordShortened first, List<Event> rest) {
        Beginning {
            rest = List.copyOf(rest);
        }
    }

    void take(long sequence, Event event) {
        if (isKept(event) || isKeptWhileItLasts(event)) {
            candidates.add(new Candidate(sequence, event));
        }
    }

    private static boolean isKept(Event event) {
        return switch (event) {
            case Event.RecordShortened _ -> false;
            case Event.ConsoleStarted _,
                    Event.SiteSettingsInForce _,
                    Event.OfKeeping _,
                    Event.SoundReported _,
                    Event.OfRunning _,
                    Event.SettingChanged _,
                    Event.OfSound _,
                    PeopleEvent _ -> true;
            case Event.ByProgram _, Event.ByPerson _ -> false;
        };
    }

    private static boolean isKeptWhileItLasts(Event event) {
        return switch (event) {
            case Event.PumpSaid(var said) ->
                said instanceof PumpEvent.LinkChanged || said instanceof PumpEvent.AlarmStarted;
            case Event.ConditionAcknowledged _ -> true;
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> false;
        };
    }

    /** What is kept of all entries up to the cut. The clock then stands exactly where it stood there. */
    Beginning upTo(PurgeScan.Cut cut) {
        List<Event> events = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.sequence() <= cut.head().sequence()) {
                keep(candidate.event(), events);
            }
        }
        events.removeIf(event -> hasEnded(event, cut.alarms()));
        events.add(new Event.Tick(cut.clock().at()));
        return played(cut, events);
    }

    private static Beginning played(PurgeScan.Cut cut, List<Event> events) {
        Moment at = events.getFirst().at();
        Engine engine = new Engine();
        List<Event> rest = new ArrayList<>();
        Duration passed =
                engine.replay(first(cut, at, Duration.ZERO, 0)).session().elapsed();
        for (Event event : events) {
            if (isToBeSeen(engine, event)) {
                passed = engine.replay(event).session().elapsed();
                rest.add(event);
            }
        }
        return new Beginning(first(cut, at, cut.clock().elapsed().minus(passed), rest.size() + 1L), rest);
    }

    private static Event.RecordShortened first(PurgeScan.Cut cut, Moment at, Duration elapsed, long entries) {
        return new Event.RecordShortened(
                at, elapsed, entries, cut.head().sequence(), cut.head().chainHash());
    }

    /** Of the link only the newest word of the present run of the program counts. */
    private static void keep(Event event, List<Event> events) {
        if (event instanceof Event.ConsoleStarted || isLink(event)) {
            events.removeIf(ConsoleEntries::isLink);
        }
        events.add(event);
    }

    private static boolean isLink(Event event) {
        return event instanceof Event.PumpSaid(PumpEvent.LinkChanged _);
    }

    private static boolean hasEnded(Event event, List<Delivery.Mirrored> alarms) {
        return event instanceof Event.PumpSaid(PumpEvent.AlarmStarted started)
                && alarms.stream().noneMatch(it -> isOf(started, it));
    }

    private static boolean isOf(PumpEvent.AlarmStarted started, Delivery.Mirrored alarm) {
        return alarm.pump().equals(started.pump())
                && alarm.alarm().code().equals(started.alarm().code())
                && !started.at().utc().isBefore(alarm.since().at().utc());
    }

    /** That something was seen is kept only where it still stands there to be seen. */
    private static boolean isToBeSeen(Engine engine, Event event) {
        return !(event instanceof Event.ConditionAcknowledged seen)
                || engine.attention().conditions().stream()
                        .anyMatch(it -> it.key().equals(seen.conditionKey())
                                && it.acknowledged().isEmpty());
    }
}
