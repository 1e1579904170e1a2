package vigil;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigil.export.Hl7Writer;
import vigil.export.mllp.Hl7Outbox;
import vigil.export.mllp.Outgoing;
import vigil.session.SessionId;
import vigil.store.SessionRecord;
import vigil.store.SessionStore;
import vigil.store.SessionSummary;
import vigil.store.StoreException;

/**
 * The courses of a bedside as HL7 messages, made from the session database when one of them may say something new, and all
 * of them anew at every {@value #ALL_EACH}th look, whatever was counted. For the outbox's thread alone.
 */
final class Hl7Source implements Hl7Outbox.Source {
    /** The newest courses are looked at, so that an edit after the discharge still goes out and no year is sent again. */
    private static final int MOST_COURSES = 5;
    /** Ten minutes while all goes well. */
    static final int ALL_EACH = 20;

    /** The session database, or why it cannot be read now. */
    interface Database {
        SessionStore get() throws StoreException;
    }

    /** @param change what was counted before they were made */
    private record Made(long change, List<Outgoing> messages) {}

    private final Database database;
    private final Hl7Changes changes;
    private final Hl7Writer writer = new Hl7Writer();
    private final Map<String, Made> made = new HashMap<>();
    private List<String> courses = List.of();
    private long listedAt = -1;
    private int looks;

    Hl7Source(Database database, Hl7Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public List<String> courses() throws IOException {
        if (looks % ALL_EACH == 0) {
            made.clear();
            listedAt = -1;
        }
        looks++;
        long change = changes.all();
        if (change != listedAt) {
            courses = newest();
            made.keySet().retainAll(courses);
            listedAt = change;
        }
        return courses;
    }

    private List<String> newest() throws IOException {
        List<SessionSummary> all = database.get().sessions();
        return all.stream()
                .skip(Math.max(0, all.size() - MOST_COURSES))
                .map(session -> session.id().value())
                .toList();
    }

    @Override
    public List<Outgoing> messages(String course) throws IOException {
        long change = changes.of(course);
        Made known = made.get(course);
        if (known == null || known.change() != change) {
            known = new Made(change, writer.outgoing(load(course)));
            made.put(course, known);
        }
        return known.messages();
    }

    private SessionRecord load(String course) throws IOException {
        return database.get()
                .load(new SessionId(course))
                .orElseThrow(() -> new IOException("session '%s' is gone".formatted(course)));
    }
}
