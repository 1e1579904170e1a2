package vigil.store;

import java.sql.SQLException;
import java.util.List;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.store.SessionRecord.Accompanying;
import vigil.store.SessionRecord.Dated;

/** Reads what accompanied an infusion: opioid regimens, scores, reference bands. */
final class AccompanyingReader {
    private final Query query;

    AccompanyingReader(Query query) {
        this.query = query;
    }

    Accompanying read(String id) throws SQLException {
        return new Accompanying(
                dated("opioid_regimen", id, this::regimen),
                dated("outcome_score", id, AccompanyingReader::scores),
                dated("reference_choice", id, row -> row.textIfAny("regimen")));
    }

    private <T> List<Dated<T>> dated(String table, String id, Query.Reader<T> reader) throws SQLException {
        return query.list(
                "SELECT * FROM entry JOIN %s USING (sequence) WHERE session_id = ? ORDER BY sequence".formatted(table),
                row -> new Dated<>(row.instant("at_utc"), reader.read(row), row.staff("by")),
                id);
    }

    private OpioidRegimen regimen(Query.Row row) throws SQLException {
        return new OpioidRegimen(
                row.word("occasion", OpioidRegimen.Occasion.class),
                row.date("taken_on"),
                query.list(
                        "SELECT * FROM opioid_dose WHERE sequence = ? ORDER BY number",
                        AccompanyingReader::dose,
                        row.number("sequence")),
                row.text("table_version"));
    }

    private static OpioidDose dose(Query.Row row) throws SQLException {
        return new OpioidDose(
                row.text("substance"),
                row.word("route", OpioidDose.Route.class),
                row.decimal("amount"),
                row.word("unit", OpioidDose.Unit.class),
                row.flag("with_naloxone"));
    }

    private static OutcomeScores scores(Query.Row row) throws SQLException {
        return new OutcomeScores(
                row.word("occasion", OutcomeScores.Occasion.class),
                row.date("scored_on"),
                row.decimalIfAny("bpi_severity"),
                row.decimalIfAny("bpi_interference"),
                row.integerIfAny("pseq"),
                row.text("other"),
                row.text("waived_because"));
    }
}
