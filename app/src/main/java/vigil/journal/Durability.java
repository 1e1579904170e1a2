package vigil.journal;

import vigil.pump.PumpEvent;
import vigil.session.Event;
import vigil.session.PeopleEvent;

/** How soon an event must be on the disk (reliability goals R1 and R3). The caller of {@link Journal} keeps to it. */
public enum Durability {
    /** Forced before it is acknowledged or shown as recorded. */
    FORCED,
    /** Forced with others, at most one second after it was appended. */
    GROUPED;

    /** Readings, ticks and rejected bytes come by the second and may share a force; everything else stands alone. */
    public static Durability of(Event event) {
        return switch (event) {
            case Event.ByPerson _,
                    PeopleEvent _,
                    Event.OfKeeping _,
                    Event.OfRunning _,
                    Event.ConsoleStarted _,
                    Event.SiteSettingsInForce _,
                    Event.EventsLost _,
                    Event.SoundReported _ -> FORCED;
            case Event.DraftKept _ -> GROUPED;
            case Event.Tick _ -> GROUPED;
            case Event.PumpSaid(var said) -> of(said);
        };
    }

    private static Durability of(PumpEvent said) {
        return switch (said) {
            case PumpEvent.AlarmStarted _, PumpEvent.AlarmEnded _, PumpEvent.LinkChanged _, PumpEvent.SlotChanged _ ->
                FORCED;
            case PumpEvent.Reading _, PumpEvent.Rejected _ -> GROUPED;
        };
    }
}
