package vigil.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.WeightEntry;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.DayRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.GateLine;
import vigil.store.SessionRecord.HistoryPoint;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.PumpRow;
import vigil.store.SessionRecord.ReviewRow;
import vigil.store.SessionRecord.SegmentRow;
import vigil.store.SessionRecord.SetUpRows;
import vigil.store.SessionRecord.SignatureRow;
import vigil.store.SessionRecord.TotalsRow;

/** Reads sessions from the database, all within one transaction that sees one state. */
final class SessionReader {
    private static final String ENTRIES_WITH =
            "SELECT * FROM entry JOIN %s USING (sequence) WHERE session_id = ? ORDER BY sequence";

    private final Query query;

    SessionReader(Query query) {
        this.query = query;
    }

    List<SessionSummary> sessions() throws SQLException {
        return query.list(
                "SELECT * FROM session ORDER BY opened_sequence",
                row -> new SessionSummary(
                        new SessionId(row.text("session_id")),
                        patient(row),
                        ZoneId.of(row.text("zone")),
                        row.instant("opened_utc"),
                        row.instantIfAny("started_utc"),
                        row.instantIfAny("t0_utc"),
                        row.word("phase", Phase.class),
                        row.decimal("total_mg"),
                        row.flag("total_is_at_least"),
                        row.flag("simulated")));
    }

    Optional<SessionRecord> session(SessionId id) throws SQLException {
        return query.first(
                "SELECT * FROM session, projection WHERE session_id = ?", row -> record(id, row), id.value());
    }

    private SessionRecord record(SessionId id, Query.Row row) throws SQLException {
        String key = id.value();
        return new SessionRecord(
                id,
                row.flag("simulated"),
                row.text("program_version"),
                ZoneId.of(row.text("zone")),
                patient(row),
                row.word("phase", Phase.class),
                row.instant("opened_utc"),
                row.staff("opened_by"),
                row.instantIfAny("started_utc"),
                row.instant("at_utc"),
                setUp(key),
                segments(key),
                new ObservationReader(query).observations(key, row.secondsIfAny("t0_elapsed_s")),
                last(cessations(key)),
                gate(key),
                last(plans(key)),
                totals(key, row),
                history(key),
                alarms(key),
                gaps(key),
                signatures(key),
                notes(key),
                reviews(key),
                new CareReader(query).read(key),
                new JournalHead(row.number("sequence"), row.text("chain_hash")));
    }

    private static Patient patient(Query.Row row) throws SQLException {
        return new Patient(
                row.text("family_name"),
                row.text("given_names"),
                row.text("mrn"),
                row.date("date_of_birth"),
                row.text("allergies"),
                row.text("room"));
    }

    private SetUpRows setUp(String id) throws SQLException {
        return new SetUpRows(
                dated("weight", id, SessionReader::weight),
                dated("solution", id, SessionReader::solution),
                last(query.list(ENTRIES_WITH.formatted("infusion_line"), SessionReader::line, id)),
                last(query.list(ENTRIES_WITH.formatted("assessment"), SessionReader::assessment, id)),
                dated("rate_order", id, SessionReader::order),
                last(query.list(
                        ENTRIES_WITH.formatted("pump_binding"),
                        row -> new PumpRow(row.text("model"), row.text("serial_number")),
                        id)),
                new AccompanyingReader(query).read(id));
    }

    private <T> List<Dated<T>> dated(String table, String id, Query.Reader<T> reader) throws SQLException {
        return query.list(
                ENTRIES_WITH.formatted(table),
                row -> new Dated<>(row.instant("at_utc"), reader.read(row), row.staff("by")),
                id);
    }

    private static WeightEntry weight(Query.Row row) throws SQLException {
        return new WeightEntry(
                new DosingWeight(row.decimal("weight_kg")),
                row.word("basis", WeightEntry.Basis.class),
                row.text("source"),
                row.date("weighed_on"),
                size(row));
    }

    private static Optional<BodySize> size(Query.Row row) throws SQLException {
        Optional<BigDecimal> height = row.decimalIfAny("height_cm");
        return height.isEmpty()
                ? Optional.empty()
                : Optional.of(new BodySize(
                        height.get(),
                        new DosingWeight(row.decimal("actual_kg")),
                        row.word("dosed_on", BodySize.DosedOn.class),
                        row.text("dosed_on_reason")));
    }

    private static Solution solution(Query.Row row) throws SQLException {
        return new Solution(
                row.text("drug"), new Concentration(row.decimal("concentration_mg_per_ml")), row.text("preparation"));
    }

    private static InfusionLine line(Query.Row row) throws SQLException {
        return new InfusionLine(row.word("route", InfusionLine.Route.class), row.flag("dedicated"), row.text("site"));
    }

    private static Assessment assessment(Query.Row row) throws SQLException {
        return new Assessment(
                words(row.text("purposes"), Assessment.Purpose::valueOf),
                row.flag("central_sensitisation"),
                words(row.text("opioid_reasons"), Assessment.OpioidReason::valueOf),
                row.flag("assessed"),
                row.word("opioid_plan", Assessment.OpioidPlan.class));
    }

    private static <E> Set<E> words(String spaced, Function<String, E> word) {
        return Stream.of(spaced.split(" "))
                .filter(text -> !text.isEmpty())
                .map(word)
                .collect(Collectors.toSet());
    }

    private static RateOrder order(Query.Row row) throws SQLException {
        return new RateOrder(
                new FlowRate(row.decimal("flow_rate_ml_per_h")),
                new DoseLimit(row.decimal("lowest_mg_per_kg_per_h")),
                new DoseLimit(row.decimal("highest_mg_per_kg_per_h")),
                row.word("kind", RateOrder.Kind.class),
                row.text("prescriber"));
    }

    private List<SegmentRow> segments(String id) throws SQLException {
        return query.list(
                "SELECT * FROM segment WHERE session_id = ? ORDER BY number",
                row -> new SegmentRow(
                        row.integer("number"),
                        row.instant("start_utc"),
                        row.instantIfAny("end_utc"),
                        row.text("opened_because"),
                        row.decimalIfAny("concentration_mg_per_ml"),
                        row.decimalIfAny("weight_kg"),
                        row.decimal("volume_ml"),
                        row.decimal("mass_mg"),
                        row.text("quality")),
                id);
    }

    /** Those whose t0 is known; before that drug may still be running. */
    private List<CessationRow> cessations(String id) throws SQLException {
        return query.list(
                "SELECT * FROM cessation WHERE session_id = ? AND t0_utc IS NOT NULL ORDER BY number",
                row -> new CessationRow(
                        row.instant("t0_utc"),
                        row.instantIfAny("last_delivery_utc"),
                        row.instant("decided_utc"),
                        row.text("decided_by"),
                        row.word("reason", CessationReason.class),
                        row.secondsIfAny("wean_s"),
                        row.decimalIfAny("last_flow_rate_ml_per_h"),
                        row.decimalIfAny("last_mg_per_h"),
                        row.decimalIfAny("last_mg_per_kg_per_h"),
                        row.instantIfAny("voided_utc").isPresent(),
                        row.seconds("observation_s")),
                id);
    }

    private List<GateLine> gate(String id) throws SQLException {
        return query.list(
                "SELECT * FROM gate_line WHERE session_id = ? ORDER BY number",
                row -> new GateLine(row.integer("number"), row.flag("met"), row.text("rests_on")),
                id);
    }

    private List<DischargePlan> plans(String id) throws SQLException {
        return query.list(
                ENTRIES_WITH.formatted("discharge_plan"),
                row -> new DischargePlan(
                        row.flag("gp_letter_sent"),
                        row.flag("relapse_plan"),
                        row.flag("emergency_plan"),
                        row.flag("practitioner_informed"),
                        row.flag("follow_up_booked")),
                id);
    }

    private TotalsRow totals(String id, Query.Row row) throws SQLException {
        List<DayRow> days = query.list(
                "SELECT * FROM day_total WHERE session_id = ? ORDER BY on_day",
                day -> new DayRow(day.date("on_day"), day.decimal("mass_mg")),
                id);
        return new TotalsRow(
                row.decimal("total_mg"),
                row.decimalIfAny("total_mg_per_kg"),
                row.decimal("last_24h_mg"),
                days,
                row.flag("total_is_at_least"),
                row.decimalIfAny("max_mg_per_kg_per_h"),
                row.instantIfAny("max_utc"));
    }

    private List<HistoryPoint> history(String id) throws SQLException {
        return query.list(
                "SELECT * FROM minute_point WHERE session_id = ? ORDER BY number",
                row -> new HistoryPoint(
                        row.instant("at_utc"),
                        row.decimalIfAny("mg_per_kg_per_h"),
                        row.decimal("cumulative_mg"),
                        row.flag("delivering")),
                id);
    }

    private List<AlarmRow> alarms(String id) throws SQLException {
        return query.list(
                "SELECT * FROM alarm WHERE session_id = ? ORDER BY sequence, condition_key",
                row -> new AlarmRow(
                        row.text("condition_key"),
                        row.text("kind"),
                        row.text("origin"),
                        row.text("priority"),
                        row.text("text"),
                        row.instant("start_utc"),
                        row.instantIfAny("end_utc"),
                        row.instantIfAny("acknowledged_utc"),
                        row.textIfAny("acknowledged_by")),
                id);
    }

    private List<GapRow> gaps(String id) throws SQLException {
        return query.list(
                "SELECT * FROM gap WHERE session_id = ? ORDER BY sequence",
                row -> new GapRow(row.instant("start_utc"), row.instantIfAny("end_utc")),
                id);
    }

    private List<SignatureRow> signatures(String id) throws SQLException {
        return query.list(
                ENTRIES_WITH.formatted("signature"),
                row -> new SignatureRow(
                        row.instant("at_utc"),
                        row.staff("by"),
                        row.word("meaning", SignatureMeaning.class),
                        row.text("content_hash")),
                id);
    }

    private List<NoteRow> notes(String id) throws SQLException {
        VoidedRows.Marks marks = VoidedRows.Marks.of(query, id);
        return query.list(
                ENTRIES_WITH.formatted("note"),
                row -> new NoteRow(
                        row.instant("at_utc"), row.staff("by"), row.text("text"), marks.on(row.number("sequence"))),
                id);
    }

    private List<ReviewRow> reviews(String id) throws SQLException {
        return query.list(
                "SELECT * FROM entry WHERE session_id = ? AND action = 'REVIEW_DONE' ORDER BY sequence",
                row -> new ReviewRow(row.instant("at_utc"), row.staff("by")),
                id);
    }

    private static <T> Optional<T> last(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }
}
