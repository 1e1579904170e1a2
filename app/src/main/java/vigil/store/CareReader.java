package vigil.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.DeliveryCause;
import vigil.session.PumpCheck;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.store.CareRecord.Changed;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.Deed;
import vigil.store.CareRecord.EntryRow;
import vigil.store.CareRecord.FastRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.CareRecord.StopRow;
import vigil.store.SessionRecord.Dated;

/** Reads what people did, said and checked around a course. */
final class CareReader {
    private final Query query;

    CareReader(Query query) {
        this.query = query;
    }

    CareRecord read(String id) throws SQLException {
        VoidedRows.Marks marks = VoidedRows.Marks.of(query, id);
        return new CareRecord(
                query.list("SELECT * FROM pause WHERE session_id = ? ORDER BY number", CareReader::pause, id),
                entries("care_entry", id, row -> said(row, marks)),
                entries("pump_check", id, row -> check(row, marks)),
                entries("stop_explanation", id, CareReader::stop),
                entries("delivery_explanation", id, CareReader::fast),
                entries(
                        "purge",
                        id,
                        row -> new Dated<>(row.instant("at_utc"), row.decimal("volume_ml"), row.staff("by"))),
                query.list(
                        "SELECT * FROM entry LEFT JOIN setting_change USING (sequence) LEFT JOIN voided USING (sequence)"
                                + " WHERE session_id = ? ORDER BY sequence",
                        CareReader::entry,
                        id));
    }

    private <T> List<T> entries(String table, String id, Query.Reader<T> reader) throws SQLException {
        return query.list(
                "SELECT * FROM entry JOIN %s USING (sequence) WHERE session_id = ? ORDER BY sequence".formatted(table),
                reader,
                id);
    }

    private static PauseRow pause(Query.Row row) throws SQLException {
        return new PauseRow(
                row.integer("number"),
                row.instant("from_utc"),
                row.instantIfAny("ended_utc"),
                row.secondsIfAny("length_s"),
                row.flag("resumed"),
                row.flag("early"),
                row.flagIfAny("eased"),
                row.seconds("wanted_s"));
    }

    private static SaidRow said(Query.Row row, VoidedRows.Marks marks) throws SQLException {
        return new SaidRow(
                row.instant("at_utc"),
                row.staff("by"),
                row.word("action", Deed.class),
                row.text("subject"),
                row.text("physician"),
                row.text("words"),
                row.instantIfAny("called_utc"),
                marks.on(row.number("sequence")));
    }

    private static StopRow stop(Query.Row row) throws SQLException {
        return new StopRow(
                row.instant("at_utc"),
                row.word("reason", StopReason.class),
                row.text("note"),
                row.secondsIfAny("planned_s"),
                row.staff("by"));
    }

    private static FastRow fast(Query.Row row) throws SQLException {
        return new FastRow(
                row.instant("at_utc"), row.word("cause", DeliveryCause.class), row.text("note"), row.staff("by"));
    }

    private static EntryRow entry(Query.Row row) throws SQLException {
        Optional<String> setting = row.textIfAny("setting");
        Optional<Changed> changed = setting.isEmpty()
                ? voided(row)
                : Optional.of(new Changed(setting.get(), row.text("before_value"), row.text("after_value")));
        return new EntryRow(
                row.number("sequence"), row.instant("at_utc"), row.text("action"), row.staff("by"), changed);
    }

    private static Optional<Changed> voided(Query.Row row) throws SQLException {
        Optional<String> reason = row.textIfAny("reason");
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed("entry " + row.number("voids"), "", "entered in error: " + reason.get()));
    }

    private static CheckRow check(Query.Row row, VoidedRows.Marks marks) throws SQLException {
        PumpCheck check = new PumpCheck(
                row.word("occasion", PumpCheck.Occasion.class),
                row.words("confirmed", PumpCheck.Item.class),
                figures(row),
                new PumpCheck.Syringe(row.text("syringe"), row.instantIfAny("change_due_utc")),
                row.text("key_place"),
                row.text("note"));
        Optional<Staff> second =
                row.textIfAny("checked_by_user").isPresent() ? Optional.of(row.staff("checked_by")) : Optional.empty();
        return new CheckRow(row.instant("at_utc"), check, row.staff("by"), second, marks.on(row.number("sequence")));
    }

    private static Optional<PumpCheck.Figures> figures(Query.Row row) throws SQLException {
        Optional<Boolean> delivering = row.flagIfAny("delivering");
        return delivering.isEmpty()
                ? Optional.empty()
                : Optional.of(new PumpCheck.Figures(
                        delivering.get(),
                        new FlowRate(row.decimal("flow_rate_ml_per_h")),
                        new Volume(row.decimal("volume_infused_ml")),
                        row.decimalIfAny("volume_left_ml").map(Volume::new),
                        row.integerIfAny("battery_percent")));
    }
}
