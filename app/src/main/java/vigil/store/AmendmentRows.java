package vigil.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.session.AmendedValue;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.Observations.Charted;
import vigil.session.Session;
import vigil.session.SessionId;

/**
 * An amended set: its rows say what stands now, and {@code amendment} keeps each value as it was, with who, when and why.
 * The set is found by the time it was charted at.
 */
final class AmendmentRows {
    private static final String CHARTED =
            "(SELECT max(sequence) FROM entry WHERE session_id = ? AND action = 'OBSERVATIONS_CHARTED' AND at_utc = ?)";

    private final Statements rows;

    AmendmentRows(Statements rows) {
        this.rows = rows;
    }

    /** {@code before} is the session without the amendment. */
    void write(long sequence, Event.ObservationsAmended event, Session before) throws SQLException {
        Optional<ObservationSet> was =
                before.care().observations().at(event.charted()).map(Charted::set);
        if (was.isPresent()) {
            String session = before.id().map(SessionId::value).orElse("");
            history(sequence, event, was.get(), session);
            values(event.set(), session, event.charted());
            items(event.set(), session, event.charted());
        }
    }

    private void history(long sequence, Event.ObservationsAmended event, ObservationSet was, String session)
            throws SQLException {
        for (AmendedValue change : AmendedValue.between(was, event.set())) {
            rows.afterAll(
                    "INSERT INTO amendment VALUES (?, ?, %s, ?, ?, ?)".formatted(CHARTED),
                    sequence,
                    change.item(),
                    session,
                    event.charted(),
                    change.was(),
                    change.is(),
                    event.reason());
        }
    }

    private void values(ObservationSet set, String session, Instant charted) throws SQLException {
        List<Object> values = SetColumns.of(set);
        values.addAll(List.of(session, charted));
        rows.afterAll("""
                UPDATE observation SET kind = ?, sedation = ?, respiratory_rate_per_min = ?, spo2_percent = ?,
                oxygen_l_per_min = ?, heart_rate_per_min = ?, systolic_mmhg = ?, diastolic_mmhg = ?, temperature_cel = ?,
                consciousness = ?, pain_at_rest = ?, pain_moving = ?, nausea = ?, site = ?, knows_person = ?,
                knows_place = ?, knows_date = ?, items_recalled = ?, early_warning = ?, note = ?, circumstances = ?
                WHERE sequence = %s""".formatted(CHARTED), values.toArray());
    }

    private void items(ObservationSet set, String session, Instant charted) throws SQLException {
        for (Table table : List.of(Table.SIDE_EFFECT, Table.DISSOCIATION)) {
            rows.afterAll("DELETE FROM %s WHERE sequence = %s".formatted(table.sqlName(), CHARTED), session, charted);
        }
        SetColumns.items(
                set,
                (table, item, answer) -> rows.afterAll(
                        "INSERT INTO %s VALUES (%s, ?, ?)".formatted(table.sqlName(), CHARTED),
                        session,
                        charted,
                        item,
                        answer));
    }
}
