package vigil.alarm;

import java.util.ArrayList;
import java.util.List;
import vigil.session.Event;

/** What is wrong with the console itself: its record and its sound. Immutable. */
public record ConsoleState(RecordTrouble record, SoundState sound) {
    static final ConsoleState WELL = new ConsoleState(RecordTrouble.NONE, SoundState.UNKNOWN);

    ConsoleState after(Event event) {
        return new ConsoleState(record.after(event), sound.after(event));
    }

    ConsoleState with(RecordTrouble next) {
        return new ConsoleState(next, sound);
    }

    List<Cause> causes() {
        List<Cause> causes = new ArrayList<>(record.causes());
        sound.cause().ifPresent(causes::add);
        return causes;
    }
}
