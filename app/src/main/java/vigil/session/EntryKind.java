package vigil.session;

import java.util.Optional;

/** The kinds of entries that can be marked as entered in error. None of them ever stops, ends or releases anything. */
public enum EntryKind {
    NOTE("NOTE_ADDED"),
    PUMP_CHECK("PUMP_CHECKED"),
    DAILY_ITEM("DAILY_ITEM_DONE");

    private final String action;

    EntryKind(String action) {
        this.action = action;
    }

    /** How the record names such an entry. */
    public String action() {
        return action;
    }

    /** Empty for an entry that cannot be marked so. */
    static Optional<EntryKind> of(Event.ByPerson entry) {
        return switch (entry) {
            case Event.NoteAdded _ -> Optional.of(NOTE);
            case Event.PumpChecked _ -> Optional.of(PUMP_CHECK);
            case Event.DailyItemDone _ -> Optional.of(DAILY_ITEM);
            case Event.ByPerson _ -> Optional.empty();
        };
    }
}
