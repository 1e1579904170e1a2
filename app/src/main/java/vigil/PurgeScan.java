package vigil;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.engine.Engine;
import vigil.journal.Head;
import vigil.journal.JournalEntry;
import vigil.session.Delivery;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.Session;
import vigil.session.Stamp;

/**
 * Reads a record from its first entry to the last and finds which of its sessions are over: one after the other from the
 * first on, up to one that is open or was closed too lately. Used by one thread, once.
 */
final class PurgeScan {
    private final Instant before;
    private final Engine engine = new Engine();
    private final List<Event> people = new ArrayList<>();
    private final List<Event.RecordPurged> certificates = new ArrayList<>();
    private final ConsoleEntries console = new ConsoleEntries();
    private int sessions;
    private int over;
    private boolean isBackedUp;
    private Optional<Instant> withoutSession = Optional.empty();
    private Optional<Instant> tooLate = Optional.empty();
    private Optional<Cut> cut = Optional.empty();
    private Optional<Head> last = Optional.empty();

    /** {@code before}: a session that was closed at that time or later stays. */
    PurgeScan(Instant before) {
        this.before = before;
    }

    /**
     * Behind the last entry that belongs to what goes.
     *
     * @param clock latest moment and elapsed time there
     * @param alarms what the pumps report there
     */
    record Cut(Head head, Stamp clock, List<Delivery.Mirrored> alarms) {}

    void take(JournalEntry entry) {
        Event event = entry.event();
        Head here = new Head(entry.sequence(), entry.chainHash());
        boolean wasOpen = engine.session().isOpen();
        if (wasOpen && event instanceof Event.SessionOpened) {
            // The disk refused the end of the session before: it was over when the next one was opened.
            closed(last.orElseThrow(), event.at().utc());
            wasOpen = false;
        }
        boolean isOpen = engine.replay(event).session().isOpen();
        isBackedUp |= event instanceof Event.BackupMade;
        if (event instanceof PeopleEvent) {
            people.add(event);
        }
        if (event instanceof Event.RecordPurged earlier) {
            certificates.add(earlier);
        }
        if (tooLate.isEmpty()) {
            console.take(entry.sequence(), event);
        }
        if (!wasOpen && isOpen) {
            sessions++;
        } else if (wasOpen && !isOpen) {
            closed(here, event.at().utc());
        } else if (!isOpen && cut.isPresent() && tooLate.isEmpty() && isOfPatient(event)) {
            cut = Optional.of(at(here));
        } else if (sessions == 0 && isOfPatient(event)) {
            withoutSession = Optional.of(event.at().utc());
        }
        last = Optional.of(here);
    }

    private void closed(Head behind, Instant at) {
        if (!at.isBefore(before)) {
            tooLate = tooLate.or(() -> Optional.of(at));
        } else if (tooLate.isEmpty()) {
            over = sessions;
            cut = Optional.of(at(behind));
        }
    }

    private Cut at(Head behind) {
        Session session = engine.session();
        Stamp clock = session.clock()
                .latest()
                .map(at -> new Stamp(at, session.elapsed()))
                .orElseThrow();
        return new Cut(behind, clock, session.delivery().alarms());
    }

    /** What people still enter after a session was closed is about its patient; what they do at the console is not. */
    private static boolean isOfPatient(Event event) {
        return event instanceof Event.DraftKept
                || (event instanceof Event.ByPerson
                        && !(event instanceof Event.SettingChanged
                                || event instanceof Event.OfSound
                                || event instanceof Event.ConditionAcknowledged
                                || event instanceof Event.AudioPaused
                                || event instanceof Event.AudioResumed));
    }

    /** What the whole record has led to. */
    Engine engine() {
        return engine;
    }

    /** Everything that happened to the users of the console. */
    List<Event> people() {
        return List.copyOf(people);
    }

    /** Those of earlier purges, oldest first. */
    List<Event.RecordPurged> certificates() {
        return List.copyOf(certificates);
    }

    /** Whether there never was a session, nor an older entry about a patient who had none, as a form left half filled. */
    boolean holdsNothingToPurge() {
        return sessions == 0 && withoutSession.filter(at -> at.isBefore(before)).isEmpty();
    }

    /** How the console stood where the cut is. */
    ConsoleEntries.Beginning beginning(Cut at) {
        return console.upTo(at);
    }

    boolean isBackedUp() {
        return isBackedUp;
    }

    /** How many sessions go. */
    int over() {
        return over;
    }

    /** Whether nothing newer is in the record than what goes. */
    boolean isWhole() {
        return over == sessions;
    }

    /** Behind the last session that goes. */
    Optional<Cut> cut() {
        return cut;
    }

    /** When the first session that stays was closed; empty while it is open. */
    Optional<Instant> tooLate() {
        return tooLate;
    }
}
