package vigil.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.SessionId;

/**
 * Entries made in error. Their own rows stay as they were; {@code voided} says who marked them, when and why, and whoever
 * reads them gets the mark beside the words, to say it in the reader's language.
 */
record VoidedRows(Statements rows) {
    private static final String MARKED =
            "SELECT * FROM entry JOIN voided USING (sequence) WHERE session_id = ? ORDER BY sequence";

    /** {@code before} is the session without the mark. */
    void write(long sequence, Event.EntryVoided event, Session before) throws SQLException {
        boolean stands = before.supervision()
                .entered()
                .standing()
                .find(event.entered(), event.kind())
                .isPresent();
        if (stands) {
            rows.afterAll(
                    """
                    INSERT INTO voided VALUES (?, (SELECT max(sequence) FROM entry WHERE session_id = ? AND action = ?
                    AND at_utc = ? AND sequence NOT IN (SELECT voids FROM voided)), ?)""",
                    sequence,
                    before.id().map(SessionId::value).orElse(""),
                    event.kind().action(),
                    event.entered(),
                    event.reason());
        }
    }

    /** The marks of one session by the entry that was made in error. */
    record Marks(Map<Long, Voided> marks) {
        static Marks of(Query query, String session) throws SQLException {
            Map<Long, Voided> marks = new HashMap<>();
            query.list(
                            MARKED,
                            row -> Map.entry(
                                    row.number("voids"),
                                    new Voided(row.instant("at_utc"), row.staff("by"), row.text("reason"))),
                            session)
                    .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
            return new Marks(Map.copyOf(marks));
        }

        /** Empty for an entry that stands. */
        Optional<Voided> on(long sequence) {
            return Optional.ofNullable(marks.get(sequence));
        }
    }
}
