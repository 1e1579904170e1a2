package vigil.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vigil.opioid.Omedd;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.session.PumpCheck;
import vigil.session.Staff;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.EntryRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.Dated;

/**
 * {@code findings.csv}, {@code pauses.csv}, {@code care.csv}, {@code checks.csv}, {@code outcomes.csv} and
 * {@code audit.csv} of one session (records and handover, section 4). Not thread-safe.
 */
final class CareCsv {
    private static final String FINDINGS =
            "seq,session_id,rule,level,raised_utc,basis,acknowledged_utc,acknowledged_by,"
                    + "resolved_utc,resolution,override_reason,reraised_count,utc_offset_min";
    private static final String PAUSES =
            "session_id,pause_no,from_utc,ended_utc,length_min,resumed,early,eased,utc_offset_min";
    private static final String CARE =
            "session_id,time_utc,action,subject,physician,called_utc,words,by,role,utc_offset_min";
    private static final String CHECKS = "session_id,time_utc,occasion,in_order,delivering,flow_rate_mL_per_h,"
            + "volume_infused_mL,volume_left_mL,battery_percent,syringe,change_due_utc,note,by,second_checker,"
            + "utc_offset_min";
    private static final String OUTCOMES = "session_id,occasion,date,bpi_severity_0_10,bpi_interference_0_10,"
            + "pseq_0_60,omedd_mg_per_day,omedd_excludes,omedd_table_version,other,waived_because";
    private static final String AUDIT =
            "seq,time_utc,user_id,role,action,object,old_value,new_value,reason," + "previous_hash,hash,utc_offset_min";
    private static final Pattern RULE = Pattern.compile("^R\\d{1,2}\\b");
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);

    private final SessionRecord record;

    CareCsv(SessionRecord record) {
        this.record = record;
    }

    long findings(OutputStream out) {
        try (CsvTable table = new CsvTable(out, FINDINGS)) {
            record.alarms().stream()
                    .filter(alarm -> alarm.origin().equals("PROMPT"))
                    .forEach(alarm -> finding(table, alarm));
            return table.rows();
        }
    }

    private void finding(CsvTable table, AlarmRow alarm) {
        Matcher rule = RULE.matcher(alarm.text());
        table.row()
                .number(table.rows() + 1)
                .text(record.id().value())
                .text(rule.find() ? rule.group() : alarm.kind())
                .text(alarm.priority())
                .time(alarm.start())
                .text(alarm.text())
                .time(alarm.acknowledgedAt())
                .text(alarm.acknowledgedBy())
                .time(alarm.end())
                .unknown(3)
                .number(offset(alarm.start()))
                .end();
    }

    long pauses(OutputStream out) {
        try (CsvTable table = new CsvTable(out, PAUSES)) {
            for (PauseRow pause : record.care().pauses()) {
                CsvTable.Row row = table.row().text(record.id().value()).number(pause.number());
                row.time(pause.from()).time(pause.end()).decimal(pause.length().map(CareCsv::minutes));
                row.flag(pause.resumed()).flag(pause.early()).text(pause.eased().map(String::valueOf));
                row.number(offset(pause.from())).end();
            }
            return table.rows();
        }
    }

    long care(OutputStream out) {
        try (CsvTable table = new CsvTable(out, CARE)) {
            for (SaidRow said : record.care().said()) {
                CsvTable.Row row = table.row().text(record.id().value()).time(said.at());
                row.text(said.deed().name()).text(said.subject()).text(said.physician());
                row.time(said.calledAt()).text(said.recordedWords());
                row.text(said.by().userId()).text(said.by().role().name());
                row.number(offset(said.at())).end();
            }
            return table.rows();
        }
    }

    long checks(OutputStream out) {
        try (CsvTable table = new CsvTable(out, CHECKS)) {
            record.care().checks().forEach(check -> check(table.row(), check));
            return table.rows();
        }
    }

    private void check(CsvTable.Row row, CheckRow checked) {
        PumpCheck check = checked.check();
        Optional<PumpCheck.Figures> figures = check.figures();
        row.text(record.id().value()).time(checked.at()).text(check.occasion().name());
        row.text(check.confirmed().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        row.text(figures.map(it -> Boolean.toString(it.delivering())));
        row.decimal(figures.map(it -> it.flowRate().mlPerH()));
        row.decimal(figures.map(it -> it.volumeInfused().ml()));
        row.decimal(figures.flatMap(PumpCheck.Figures::volumeLeft).map(it -> it.ml()));
        row.whole(figures.flatMap(PumpCheck.Figures::batteryPercent));
        row.text(check.syringe().sizeAndBrand()).time(check.syringe().changeDue());
        row.text(checked.recordedNote()).text(checked.by().userId());
        row.text(checked.second().map(Staff::userId))
                .number(offset(checked.at()))
                .end();
    }

    /** Scores with the oMEDD of the regimen that belongs to the occasion: admission before, discharge after. */
    long outcomes(OutputStream out) {
        try (CsvTable table = new CsvTable(out, OUTCOMES)) {
            for (Dated<OutcomeScores> dated : record.setUp().accompanying().scores()) {
                OutcomeScores scores = dated.value();
                Optional<Omedd> omedd = omedd(scores.occasion());
                CsvTable.Row row = table.row().text(record.id().value());
                row.text(scores.occasion().name()).text(scores.on().toString());
                row.decimal(scores.bpiSeverity())
                        .decimal(scores.bpiInterference())
                        .whole(scores.pseq());
                row.decimal(omedd.filter(Omedd::hasSum).map(Omedd::mgPerDay));
                row.text(omedd.map(sum -> String.join(" ", sum.excluded()))).text(omedd.map(Omedd::tableVersion));
                row.text(scores.other()).text(scores.waivedBecause()).end();
            }
            return table.rows();
        }
    }

    private Optional<Omedd> omedd(OutcomeScores.Occasion occasion) {
        OpioidRegimen.Occasion wanted = switch (occasion) {
            case BEFORE -> OpioidRegimen.Occasion.ADMISSION;
            case AFTER -> OpioidRegimen.Occasion.DISCHARGE;
        };
        return record.setUp().accompanying().regimens().stream()
                .map(Dated::value)
                .filter(regimen -> regimen.occasion() == wanted)
                .reduce((_, later) -> later)
                .flatMap(regimen -> OmeddTable.of(regimen.tableVersion()).map(table -> table.sum(regimen.doses())));
    }

    long audit(OutputStream out) {
        try (CsvTable table = new CsvTable(out, AUDIT)) {
            for (EntryRow entry : record.care().entries()) {
                CsvTable.Row row = table.row().number(entry.sequence()).time(entry.at());
                row.text(entry.by().userId()).text(entry.by().role().name()).text(entry.action());
                entry.changed()
                        .ifPresentOrElse(
                                it -> row.text(it.setting()).text(it.before()).text(it.after()),
                                () -> row.text(record.id().value()).unknown(2));
                row.unknown(3).number(offset(entry.at())).end();
            }
            return table.rows();
        }
    }

    private static BigDecimal minutes(Duration length) {
        return BigDecimal.valueOf(length.toSeconds()).divide(SECONDS_PER_MINUTE, 1, RoundingMode.HALF_UP);
    }

    private long offset(Instant at) {
        return record.zone().getRules().getOffset(at).getTotalSeconds() / 60;
    }
}
