package vigil.alarm;

import java.util.List;
import vigil.session.Event;
import vigil.session.PeopleEvent;

/**
 * What is wrong with the console itself: its record, its sound and its screen. Immutable.
 *
 * @param stalled the screen stands still, as far as is known
 */
public record ConsoleState(RecordTrouble record, SoundState sound, boolean stalled) {
    static final ConsoleState WELL = new ConsoleState(RecordTrouble.NONE, SoundState.UNKNOWN, false);

    ConsoleState after(Event event) {
        return new ConsoleState(record.after(event), sound.after(event), isStalledAfter(event));
    }

    private boolean isStalledAfter(Event event) {
        return switch (event) {
            case Event.ScreenStalled _ -> true;
            case Event.ScreenAnswered _, Event.ConsoleStarted _ -> false;
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> stalled;
        };
    }

    /** Adds what needs attention because of this to {@code causes}. */
    void causes(List<Cause> causes) {
        record.causes(causes);
        sound.cause().ifPresent(causes::add);
        if (stalled) {
            causes.add(Cause.technical(AlarmKind.SCREEN_STALLED, ""));
        }
    }
}
