package vigil.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.Admission;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.SiteSettings;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/** Checks of pump and line, and what people recorded about the pump. */
final class SupervisionRows {
    private final Statements rows;

    SupervisionRows(Statements rows) {
        this.rows = rows;
    }

    void write(long sequence, Event.PumpChecked checked) throws SQLException {
        PumpCheck check = checked.check();
        Optional<PumpCheck.Figures> figures = check.figures();
        Optional<Staff> second = checked.secondChecker();
        rows.add(
                Table.PUMP_CHECK,
                sequence,
                check.occasion(),
                check.confirmed().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                figures.map(PumpCheck.Figures::delivering),
                figures.map(PumpCheck.Figures::flowRate).map(FlowRate::mlPerH),
                figures.map(PumpCheck.Figures::volumeInfused).map(Volume::ml),
                figures.flatMap(PumpCheck.Figures::volumeLeft).map(Volume::ml),
                figures.flatMap(PumpCheck.Figures::batteryPercent),
                check.syringe().sizeAndBrand(),
                check.syringe().changeDue(),
                check.keyPlace(),
                check.note(),
                second.map(Staff::userId),
                second.map(Staff::name),
                second.map(Staff::role));
    }

    void write(long sequence, SiteSettings settings) throws SQLException {
        for (var setting : settings.values().entrySet()) {
            rows.add(Table.SITE_SETTING, sequence, setting.getKey().key(), setting.getValue());
        }
    }

    void write(long sequence, Admission admission) throws SQLException {
        rows.add(
                Table.ADMISSION,
                sequence,
                admission.experiencedNurses(),
                admission.singleRoom(),
                admission.lineReason(),
                admission.wean().hours());
    }

    void writeMeasured(long sequence, WeightEntry entry) throws SQLException {
        rows.add(Table.WEIGHT_MEASURED, sequence, entry.weight().kg(), entry.basis(), entry.source(), entry.date());
    }

    void writeEntered(long sequence, Solution solution) throws SQLException {
        rows.add(
                Table.SOLUTION_ENTERED,
                sequence,
                solution.drug(),
                solution.concentration().mgPerMl(),
                solution.preparation());
    }
}
