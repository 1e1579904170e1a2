package vigil.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;

/** {@code opioids.csv}: one line an opioid of each recorded regimen (records and handover, section 4). */
final class OpioidCsv {
    private static final String COLUMNS = "session_id,date,substance,route,dose_per_day,dose_unit,factor,"
            + "omedd_mg_per_day,table_version,convertible";

    private OpioidCsv() {}

    static long write(SessionRecord record, OutputStream out) {
        try (CsvTable table = new CsvTable(out, COLUMNS)) {
            for (Dated<OpioidRegimen> dated : record.setUp().accompanying().regimens()) {
                OpioidRegimen regimen = dated.value();
                regimen.doses().forEach(dose -> row(table.row(), record, regimen, dose));
            }
            return table.rows();
        }
    }

    private static void row(CsvTable.Row row, SessionRecord record, OpioidRegimen regimen, OpioidDose dose) {
        Optional<OmeddTable> table = OmeddTable.of(regimen.tableVersion());
        Optional<BigDecimal> factor = table.flatMap(it -> it.factor(dose));
        row.text(record.id().value()).text(regimen.on().toString()).text(substance(dose));
        row.text(dose.route().name()).decimal(dose.amount()).text(dose.unit().symbol());
        row.decimal(factor).decimal(table.flatMap(it -> it.mgPerDay(dose)));
        row.text(regimen.tableVersion()).flag(factor.isPresent()).end();
    }

    private static String substance(OpioidDose dose) {
        return dose.withNaloxone() ? dose.substance() + " + naloxone" : dose.substance();
    }
}
