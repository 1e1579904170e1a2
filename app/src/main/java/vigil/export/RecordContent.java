package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Vitals;
import vigil.session.PumpCheck;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.GateLine;
import vigil.store.SessionRecord.ObservationRow;

/**
 * What a signature under the 4-hour record is bound to: header, rows, gaps, gate, and what changed or checked the course,
 * as canonical JSON (records and handover, section 1.6). Print time, language and journal head are left out: they change
 * without the record changing.
 */
final class RecordContent {
    /** Line 1 of the gate counts on for as long as the session is open. */
    private static final int ELAPSED_LINE = 1;

    private RecordContent() {}

    static String hash(SessionRecord record, CessationRow cessation) {
        return Hashes.ofUtf8(json(record, cessation));
    }

    static String json(SessionRecord record, CessationRow cessation) {
        Map<String, Object> content = new TreeMap<>();
        content.put("header", header(record, cessation));
        content.put("rows", rows(record));
        content.put(
                "gaps",
                record.gaps().stream()
                        .map(gap -> List.of(gap.start(), gap.end()))
                        .toList());
        content.put("gate", record.gate().stream().map(RecordContent::gateLine).toList());
        content.put(
                "pauses",
                record.care().pauses().stream().map(RecordContent::pause).toList());
        content.put(
                "said",
                record.care().said().stream()
                        .filter(CareWords::isOfTheCourse)
                        .map(RecordContent::said)
                        .toList());
        content.put(
                "checks",
                record.care().checksUntil(cessation.t0()).stream()
                        .map(RecordContent::check)
                        .toList());
        return CanonicalJson.write(content);
    }

    private static List<Object> pause(PauseRow pause) {
        return List.of(pause.from(), pause.end(), pause.resumed(), pause.eased());
    }

    private static List<Object> check(CheckRow row) {
        List<PumpCheck.Item> confirmed =
                row.check().confirmed().stream().sorted().toList();
        List<Object> check = List.of(row.at(), row.by().userId(), row.check().occasion(), confirmed);
        // Only what was entered in error is told, so that records without such a check keep their hash.
        return row.voided().isPresent()
                ? Stream.concat(check.stream(), Stream.of(row.recordedNote())).toList()
                : check;
    }

    private static List<Object> said(SaidRow row) {
        return List.of(row.at(), row.by().userId(), row.deed(), row.subject(), row.physician(), row.recordedWords());
    }

    private static Map<String, Object> header(SessionRecord record, CessationRow cessation) {
        Map<String, Object> header = new TreeMap<>();
        header.put("session", record.id().value());
        header.put("simulated", record.simulated());
        header.put("program", record.programVersion());
        header.put("zone", record.zone().getId());
        header.put("familyName", record.patient().familyName());
        header.put("givenNames", record.patient().givenNames());
        header.put("mrn", record.patient().mrn());
        header.put("born", record.patient().dateOfBirth());
        header.put("allergies", record.patient().allergies());
        header.put("started", record.startedAt());
        header.put("t0", cessation.t0());
        header.put("lastDelivery", cessation.lastDelivery());
        header.put("decidedAt", cessation.decidedAt());
        header.put("decidedBy", cessation.decidedBy());
        header.put("reason", cessation.reason());
        header.put("weanSeconds", cessation.wean().map(wean -> Long.toString(wean.toSeconds())));
        header.put("lastFlowRateMlPerH", cessation.lastFlowRateMlPerH());
        header.put("lastMgPerH", cessation.lastMgPerH());
        header.put("lastMgPerKgPerH", cessation.lastMgPerKgPerH());
        header.put("voided", cessation.voided());
        header.put("courseMg", record.totals().courseMg());
        header.put("atLeast", record.totals().atLeast());
        return header;
    }

    private static List<Object> rows(SessionRecord record) {
        return new ArrayList<>(record.observations().stream()
                .filter(row -> row.fromT0().filter(since -> !since.isNegative()).isPresent())
                .map(RecordContent::row)
                .toList());
    }

    private static Map<String, Object> row(ObservationRow row) {
        ObservationSet set = row.set();
        Map<String, Object> content = new TreeMap<>(vitals(set.vitals()));
        content.put("sequence", Long.toString(row.sequence()));
        content.put("at", row.at());
        content.put("by", row.by().userId());
        content.put("due", row.duty().map(SessionRecord.DutyRow::due));
        content.put("late", row.duty().map(SessionRecord.DutyRow::late));
        content.put("kind", set.kind());
        content.put("sedation", set.sedation());
        content.put("earlyWarning", row.earlyWarning());
        content.put("pain", set.pain().map(pain -> List.of(pain.atRest(), pain.moving())));
        content.put("nausea", set.nausea());
        content.put("site", set.site());
        content.put("sideEffects", set.sideEffects());
        content.put("dissociation", set.dissociation());
        content.put(
                "orientation",
                set.orientation().map(known -> List.of(known.person(), known.place(), known.date(), known.recalled())));
        content.put("note", set.note());
        if (!row.edits().isEmpty()) {
            content.put("edits", row.edits().stream().map(RecordContent::edit).toList());
        }
        return content;
    }

    private static List<Object> edit(EditRow edit) {
        return List.of(
                edit.at(),
                edit.by().userId(),
                edit.value().item(),
                edit.value().was(),
                edit.value().is(),
                edit.reason());
    }

    private static Map<String, Object> vitals(Vitals vitals) {
        return Map.of(
                "rr", vitals.respiratoryRatePerMin(),
                "spo2", vitals.spo2Percent(),
                "o2", vitals.oxygenLPerMin(),
                "hr", vitals.heartRatePerMin(),
                "systolic", vitals.systolicMmHg(),
                "diastolic", vitals.diastolicMmHg(),
                "temperature", vitals.temperatureCel(),
                "consciousness", vitals.consciousness());
    }

    private static Map<String, Object> gateLine(GateLine line) {
        return Map.of(
                "line", line.number(),
                "met", line.met(),
                "value", Optional.of(line.value()).filter(value -> line.number() != ELAPSED_LINE));
    }
}
