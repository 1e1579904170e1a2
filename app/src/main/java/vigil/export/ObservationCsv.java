package vigil.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.DutyRow;
import vigil.store.SessionRecord.ObservationRow;

/** {@code observations.csv} and {@code effects.csv} of one session. */
final class ObservationCsv {
    private static final String COLUMNS = "seq,session_id,set_id,phase,row,due_utc,done_utc,"
            + "elapsed_from_t0_min,by,sedation_0_3,rr_per_min,spo2_percent,o2_L_per_min,o2_device,hr_per_min,sbp_mmHg,"
            + "dbp_mmHg,temperature_Cel,consciousness,ews_total,ews_version,pain_rest_0_10,pain_move_0_10,activity_A_C,"
            + "nausea_0_3,site_0_4,orientation,recall_0_3,marks,note,utc_offset_min";
    private static final String EFFECT_COLUMNS = "seq,session_id,set_id,time_utc,by,item,answer,baseline,"
            + "distressing,asks_to_stop,confounder,qualifies,rule,utc_offset_min";
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);
    private static final String LAST_ROW_PHASE = "P6";

    private final SessionRecord record;

    ObservationCsv(SessionRecord record) {
        this.record = record;
    }

    long observations(OutputStream out) {
        try (CsvTable table = new CsvTable(out, COLUMNS)) {
            record.observations().forEach(row -> observation(table.row(), row));
            missedRows().forEach(row -> missed(table.row(), row));
            return table.rows();
        }
    }

    private void observation(CsvTable.Row row, ObservationRow done) {
        ObservationSet set = done.set();
        row.number(done.sequence()).text(record.id().value()).number(done.sequence());
        row.text(done.duty().map(DutyRow::phase)).whole(done.duty().map(DutyRow::row));
        row.time(done.duty().map(DutyRow::due)).time(done.at());
        row.decimal(done.fromT0().map(ObservationCsv::minutes)).text(done.by().userId());
        row.number(set.sedation());
        vitals(row, set.vitals());
        row.whole(done.earlyWarning()).unknown(1);
        row.whole(set.pain().map(Pain::atRest))
                .whole(set.pain().map(Pain::moving))
                .unknown(1);
        row.whole(set.nausea()).whole(set.site());
        row.text(set.orientation().map(ObservationCsv::orientation));
        row.whole(set.orientation().map(Orientation::recalled));
        row.text(marks(done)).text(set.note()).number(offset(done.at())).end();
    }

    private static void vitals(CsvTable.Row row, Vitals vitals) {
        row.whole(vitals.respiratoryRatePerMin()).whole(vitals.spo2Percent()).decimal(vitals.oxygenLPerMin());
        row.unknown(1)
                .whole(vitals.heartRatePerMin())
                .whole(vitals.systolicMmHg())
                .whole(vitals.diastolicMmHg());
        row.decimal(vitals.temperatureCel()).text(vitals.consciousness().map(Enum::name));
    }

    /** Rows of the 4-hour table that nobody charted stand in the file as well, with the mark m. */
    private List<FourHourRow> missedRows() {
        return record.cessation()
                .map(cessation -> FourHourRow.of(record, cessation).stream()
                        .filter(row -> row.isMissedAt(record.asOf()))
                        .toList())
                .orElse(List.of());
    }

    private void missed(CsvTable.Row row, FourHourRow missed) {
        row.unknown(1).text(record.id().value()).unknown(1).text(LAST_ROW_PHASE).number(missed.number());
        row.time(missed.due()).unknown(22);
        row.text(Marks.MISSING).unknown(1).number(offset(missed.due())).end();
    }

    private static String marks(ObservationRow done) {
        boolean late = done.duty().filter(DutyRow::late).isPresent();
        boolean missing =
                done.duty().filter(duty -> duty.phase().equals(LAST_ROW_PHASE)).isPresent()
                        && !hasCoreVitals(done.set().vitals());
        return (late ? Marks.LATE : "") + (missing ? Marks.MISSING : "") + EditWords.mark(done);
    }

    private static boolean hasCoreVitals(Vitals vitals) {
        return vitals.respiratoryRatePerMin().isPresent()
                && vitals.spo2Percent().isPresent()
                && vitals.oxygenLPerMin().isPresent()
                && vitals.heartRatePerMin().isPresent()
                && vitals.systolicMmHg().isPresent()
                && vitals.diastolicMmHg().isPresent();
    }

    long effects(OutputStream out) {
        try (CsvTable table = new CsvTable(out, EFFECT_COLUMNS)) {
            for (ObservationRow row : record.observations()) {
                for (SideEffectItem item : SideEffectItem.values()) {
                    Optional.ofNullable(row.set().sideEffects().get(item))
                            .ifPresent(grade -> effect(table, row, item.name(), grade.toString()));
                }
                for (DissociationItem item : DissociationItem.values()) {
                    Optional.ofNullable(row.set().dissociation().get(item))
                            .ifPresent(answer -> effect(table, row, item.name(), letter(answer)));
                }
            }
            return table.rows();
        }
    }

    private void effect(CsvTable table, ObservationRow row, String item, String answer) {
        table.row()
                .number(row.sequence())
                .text(record.id().value())
                .number(row.sequence())
                .time(row.at())
                .text(row.by().userId())
                .text(item)
                .text(answer)
                .unknown(6)
                .number(offset(row.at()))
                .end();
    }

    private static String letter(Answer answer) {
        return switch (answer) {
            case NO -> "N";
            case UNSURE -> "U";
            case YES -> "Y";
            case NOT_ASKED -> "NOT_ASKED";
        };
    }

    private static String orientation(Orientation known) {
        List<String> parts = new ArrayList<>();
        if (known.person()) {
            parts.add("person");
        }
        if (known.place()) {
            parts.add("place");
        }
        if (known.date()) {
            parts.add("date");
        }
        return parts.isEmpty() ? "none" : String.join(" ", parts);
    }

    private static BigDecimal minutes(Duration elapsed) {
        return BigDecimal.valueOf(elapsed.toSeconds()).divide(SECONDS_PER_MINUTE, 1, RoundingMode.HALF_UP);
    }

    private long offset(Instant at) {
        return record.zone().getRules().getOffset(at).getTotalSeconds() / 60;
    }
}
