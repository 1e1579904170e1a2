package vigil.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Foresight;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;
import vigil.ui.dashboard.BesideActions;
import vigil.ui.history.Archive;

/** What a person at the console can ask of the session and of its record. Called on the JavaFX thread; must return at once. */
public interface ConsoleActions extends BesideActions {
    /** Someone has seen this occurrence; only Vigil's own signal falls silent. */
    void acknowledge(String conditionKey);

    /** Vigil's sound rests for the site's audio pause and comes back by itself. */
    void pauseAudio();

    /**
     * Enters what a person saw or decided. {@code answer} is told once, on any thread, why it was refused, or nothing when
     * it stands in the record.
     */
    void enter(Entry entry, Consumer<Optional<String>> answer);

    /** Asks what an entry would lead to; nothing is recorded. {@code answer} is told once, on any thread. */
    void foresee(Entry entry, Consumer<Foresight> answer);

    /** Keeps what a form holds, so that it outlives the program; nothing once it is saved or given up. */
    default void keep(String form, Map<String, String> texts) {}

    /** What can be done about who acts here. */
    default PeopleActions people() {
        return PeopleActions.NONE;
    }

    /** The way to the record: past sessions, exports, the alarm log. */
    default Archive archive() {
        return Archive.NONE;
    }

    /** An entry that still needs its moment and the name of who makes it; the session gives it both. */
    @FunctionalInterface
    interface Entry {
        Event.ByPerson made(Moment at, Staff by);
    }
}
