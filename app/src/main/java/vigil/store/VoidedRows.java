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
 * reads them gets the mark with the words, so that no view or print can show such an entry without it.
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
    record Marks(Map<Long, String> words) {
        static Marks of(Query query, String session) throws SQLException {
            Map<Long, String> words = new HashMap<>();
            query.list(
                            MARKED,
                            row -> Map.entry(
                                    row.number("voids"),
                                    "ENTERED IN ERROR (%s, %s: %s)"
                                            .formatted(
                                                    row.staff("by").name(), row.instant("at_utc"), row.text("reason"))),
                            session)
                    .forEach(mark -> words.put(mark.getKey(), mark.getValue()));
            return new Marks(Map.copyOf(words));
        }

        boolean isMarked(long sequence) {
            return words.containsKey(sequence);
        }

        /** {@code said}, with the mark before it if the entry was made in error. */
        String on(long sequence, String said) {
            return Optional.ofNullable(words.get(sequence))
                    .map(mark -> (mark + " " + said).strip())
                    .orElse(said);
        }
    }
}
