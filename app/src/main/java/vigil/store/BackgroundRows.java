package vigil.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.session.PlasmaChoice;

/** Opioid regimens, scores and display choices as rows. A factor is stored with the version of its table. */
final class BackgroundRows {
    private final Statements rows;

    BackgroundRows(Statements rows) {
        this.rows = rows;
    }

    void write(long sequence, OpioidRegimen regimen) throws SQLException {
        rows.add(Table.OPIOID_REGIMEN, sequence, regimen.occasion(), regimen.on(), regimen.tableVersion());
        Optional<OmeddTable> table = OmeddTable.of(regimen.tableVersion());
        int number = 1;
        for (OpioidDose dose : regimen.doses()) {
            Optional<BigDecimal> factor = table.flatMap(it -> it.factor(dose));
            Optional<BigDecimal> omedd = table.flatMap(it -> it.mgPerDay(dose));
            rows.add(
                    Table.OPIOID_DOSE,
                    sequence,
                    number++,
                    dose.substance(),
                    dose.route(),
                    dose.withNaloxone(),
                    dose.amount(),
                    dose.unit(),
                    factor,
                    omedd);
        }
    }

    void write(long sequence, OutcomeScores scores) throws SQLException {
        rows.add(
                Table.OUTCOME_SCORE,
                sequence,
                scores.occasion(),
                scores.on(),
                scores.bpiSeverity(),
                scores.bpiInterference(),
                scores.pseq(),
                scores.other(),
                scores.waivedBecause());
    }

    void write(long sequence, PlasmaChoice choice) throws SQLException {
        String exclusions =
                choice.exclusions().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        rows.add(Table.PLASMA_CHOICE, sequence, choice.shown(), exclusions);
    }
}
