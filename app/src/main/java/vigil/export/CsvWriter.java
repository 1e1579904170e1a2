package vigil.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.SegmentRow;

/**
 * Writes a session as CSV (records and handover, section 4): the observation table alone, or every table in one archive
 * with a manifest. No identifiers of the patient; the key is the session id. The same record gives the same bytes.
 * Immutable, thread-safe.
 */
public final class CsvWriter {
    private static final String SESSION =
            "session_id,started_utc,ceased_utc,t0_utc,utc_offset_min,cessation_reason,state,"
                    + "drug,route,line_dedicated,purpose,room,pump_model,pump_serial,total_mg,total_mg_per_kg,total_is_at_least,"
                    + "max_dose_rate_mg_per_kg_per_h,pauses_count,pauses_min,wean_h,observation_record_version,program_version,"
                    + "settings_version";
    private static final String SEGMENTS = "session_id,segment_no,start_utc,end_utc,opened_because,drug,"
            + "concentration_mg_per_mL,route,weight_kg,weight_type,weight_source,weight_date,volume_mL,mass_mg,purge_mL,"
            + "second_checker,quality,utc_offset_min";
    private static final String ALARMS = "seq,session_id,condition,origin,priority,started_utc,ended_utc,"
            + "trigger_value,worst_value,unit,limit,acknowledged_utc,acknowledged_by,inactivation,"
            + "inactivation_start_utc,inactivation_end_utc,utc_offset_min";
    private static final String READINGS = "seq,session_id,segment_no,time_utc,utc_offset_min,pump_time,state,"
            + "delivery_status,flow_rate_mL_per_h,dose_rate_mg_per_h,dose_rate_mg_per_kg_per_h,"
            + "dose_rate_ug_per_kg_per_min,volume_infused_mL,vtbi_remaining_mL,time_remaining_min,cumulative_mg,today_mg,"
            + "rolling_24h_mg,concentration_mg_per_mL,weight_kg,pressure_mmHg,battery_percent,age_s,quality";
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);
    /** Entries carry one fixed time, so that the archive's bytes depend on the data alone. */
    private static final java.time.LocalDateTime ENTRY_TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Hands every reading of the session in order, so that five days need not stand in memory at once. */
    public interface Readings {
        void forEach(Consumer<ReadingRow> each) throws IOException;
    }

    private interface Table {
        long writeTo(OutputStream out) throws IOException;
    }

    private record Entry(String name, long rows, String sha256) {}

    /** {@code observations.csv}: one line a charted set, and one for each due row nobody charted. Leaves {@code out} open. */
    public void observations(SessionRecord record, OutputStream out) {
        new ObservationCsv(record).observations(out);
    }

    /** Every table and {@code manifest.json} as one ZIP archive. Leaves {@code out} open. */
    public void archive(SessionRecord record, Readings readings, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Numbers that hardly change from row to row pack well in any case; the wait is what a person notices.
        zip.setLevel(Deflater.BEST_SPEED);
        ObservationCsv observations = new ObservationCsv(record);
        CareCsv care = new CareCsv(record);
        List<Entry> entries = new ArrayList<>();
        entries.add(add(zip, "session.csv", file -> session(record, file)));
        entries.add(add(zip, "readings.csv", file -> readings(record, readings, file)));
        entries.add(add(zip, "segments.csv", file -> segments(record, file)));
        entries.add(add(zip, "observations.csv", observations::observations));
        entries.add(add(zip, "effects.csv", observations::effects));
        entries.add(add(zip, "alarms.csv", file -> alarms(record, file)));
        entries.add(add(zip, "opioids.csv", file -> OpioidCsv.write(record, file)));
        entries.add(add(zip, "findings.csv", care::findings));
        entries.add(add(zip, "pauses.csv", care::pauses));
        entries.add(add(zip, "care.csv", care::care));
        entries.add(add(zip, "checks.csv", care::checks));
        entries.add(add(zip, "outcomes.csv", care::outcomes));
        entries.add(add(zip, "audit.csv", care::audit));
        add(zip, "manifest.json", file -> {
            file.write(manifest(record, entries).getBytes(StandardCharsets.UTF_8));
            return entries.size();
        });
        zip.finish();
    }

    private static Entry add(ZipOutputStream zip, String name, Table table) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        MessageDigest digest = Hashes.sha256();
        long rows = table.writeTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Entry(name, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static String manifest(SessionRecord record, List<Entry> entries) {
        Map<String, Object> manifest = new TreeMap<>();
        manifest.put("session_id", record.id().value());
        manifest.put("simulated", record.simulated());
        manifest.put("program_version", record.programVersion());
        manifest.put("journal_position", Long.toString(record.head().sequence()));
        manifest.put("chain_hash", record.head().chainHash());
        manifest.put(
                "clock_corrections",
                record.clockCorrections().stream()
                        .map(set -> Map.of("at", set.start().toString(), "by", set.text()))
                        .toList());
        manifest.put(
                "files",
                entries.stream()
                        .map(entry -> Map.of(
                                "name", entry.name(), "rows", Long.toString(entry.rows()), "sha256", entry.sha256()))
                        .toList());
        return CanonicalJson.write(manifest);
    }

    private static long session(SessionRecord record, OutputStream out) {
        try (CsvTable table = new CsvTable(out, SESSION)) {
            CsvTable.Row row = table.row().text(record.id().value()).time(record.startedAt());
            row.time(record.cessation().map(ceased -> ceased.decidedAt()));
            row.time(record.cessation().map(ceased -> ceased.t0()));
            row.number(offset(record, record.startedAt().orElse(record.openedAt())));
            row.text(record.cessation().map(ceased -> ceased.reason().name()))
                    .text(record.phase().name());
            row.text(drug(record));
            row.text(record.setUp().line().map(line -> line.route().name()));
            row.text(record.setUp().line().map(line -> Boolean.toString(line.dedicated())));
            row.text(record.setUp().assessment().map(CsvWriter::purposes))
                    .text(record.patient().room());
            row.text(record.setUp().pump().map(pump -> pump.model()));
            row.text(record.setUp().pump().map(pump -> pump.serialNumber()));
            row.decimal(record.totals().courseMg()).decimal(record.totals().mgPerKg());
            row.flag(record.totals().atLeast())
                    .decimal(record.totals().maxMgPerKgPerH())
                    .number(record.care().pauses().size())
                    .decimal(minutes(record.care().paused()));
            row.text(record.cessation().flatMap(ceased -> ceased.wean()).map(Figures.OF_DATA::hours))
                    .unknown(1);
            row.text(record.programVersion()).unknown(1).end();
            return table.rows();
        }
    }

    private static BigDecimal minutes(Duration length) {
        return BigDecimal.valueOf(length.toSeconds()).divide(SECONDS_PER_MINUTE, 1, RoundingMode.HALF_UP);
    }

    private static String purposes(vigil.session.Assessment assessment) {
        return String.join(
                " ", assessment.purposes().stream().sorted().map(Enum::name).toList());
    }

    private static Optional<String> drug(SessionRecord record) {
        return record.setUp().solutions().isEmpty()
                ? Optional.empty()
                : Optional.of(record.setUp().solutions().getLast().value().drug());
    }

    private static long segments(SessionRecord record, OutputStream out) {
        try (CsvTable table = new CsvTable(out, SEGMENTS)) {
            for (SegmentRow segment : record.segments()) {
                CsvTable.Row row = table.row().text(record.id().value()).number(segment.number());
                row.time(segment.start()).time(segment.end());
                row.text(segment.openedBecause()).text(drug(record)).decimal(segment.concentrationMgPerMl());
                row.text(record.setUp().line().map(line -> line.route().name())).decimal(segment.weightKg());
                row.unknown(3)
                        .decimal(segment.volumeMl())
                        .decimal(segment.massMg())
                        .unknown(2);
                row.text(segment.quality())
                        .number(offset(record, segment.start()))
                        .end();
            }
            return table.rows();
        }
    }

    private static long alarms(SessionRecord record, OutputStream out) {
        try (CsvTable table = new CsvTable(out, ALARMS)) {
            long number = 0;
            for (AlarmRow alarm : record.alarms()) {
                CsvTable.Row row =
                        table.row().number(++number).text(record.id().value()).text(alarm.kind() + " " + alarm.text());
                row.text(alarm.origin())
                        .text(alarm.priority())
                        .time(alarm.start())
                        .time(alarm.end());
                row.unknown(4).time(alarm.acknowledgedAt());
                row.text(alarm.acknowledgedBy())
                        .unknown(3)
                        .number(offset(record, alarm.start()))
                        .end();
            }
            return table.rows();
        }
    }

    private static long readings(SessionRecord record, Readings readings, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, READINGS)) {
            readings.forEach(reading -> reading(record, table.row(), reading));
            return table.rows();
        }
    }

    private static void reading(SessionRecord record, CsvTable.Row row, ReadingRow reading) {
        row.number(reading.sequence()).text(record.id().value()).number(reading.segment());
        row.time(reading.at()).number(offset(record, reading.at())).unknown(1);
        row.text(reading.phase()).text(reading.deliveryStatus());
        row.decimal(reading.flowRateMlPerH())
                .decimal(reading.mgPerH())
                .decimal(reading.mgPerKgPerH())
                .unknown(1);
        row.decimal(reading.volumeInfusedMl())
                .decimal(reading.volumeRemainingMl())
                .unknown(1);
        row.decimal(reading.cumulativeMg()).unknown(2);
        row.decimal(reading.concentrationMgPerMl()).decimal(reading.weightKg()).unknown(3);
        row.text(reading.quality()).end();
    }

    private static long offset(SessionRecord record, Instant at) {
        return record.zone().getRules().getOffset(at).getTotalSeconds() / 60;
    }
}
