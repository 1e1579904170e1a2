package vigil;

import java.io.IOException;
import java.util.List;
import vigil.export.Hl7Writer;
import vigil.export.mllp.Hl7Outbox;
import vigil.export.mllp.Outgoing;
import vigil.session.SessionId;
import vigil.store.SessionRecord;
import vigil.store.SessionStore;
import vigil.store.SessionSummary;
import vigil.store.StoreException;

/** The courses of a bedside as HL7 messages, made from the session database each time. For the outbox's thread alone. */
final class Hl7Source implements Hl7Outbox.Source {
    /** The newest courses are looked at, so that an edit after the discharge still goes out and no year is sent again. */
    private static final int MOST_COURSES = 5;

    /** The session database, or why it cannot be read now. */
    interface Database {
        SessionStore get() throws StoreException;
    }

    private final Database database;
    private final Hl7Writer writer = new Hl7Writer();

    Hl7Source(Database database) {
        this.database = database;
    }

    @Override
    public List<String> courses() throws IOException {
        List<SessionSummary> all = database.get().sessions();
        return all.stream()
                .skip(Math.max(0, all.size() - MOST_COURSES))
                .map(session -> session.id().value())
                .toList();
    }

    @Override
    public List<Outgoing> messages(String course) throws IOException {
        SessionRecord record = database.get()
                .load(new SessionId(course))
                .orElseThrow(() -> new IOException("session '%s' is gone".formatted(course)));
        return writer.outgoing(record);
    }
}
