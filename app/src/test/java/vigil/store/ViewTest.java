package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.Exports;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;

/** The views for analysts, and the tables made of them: one patient's record, and one session without who it is. */
class ViewTest {
    private static final SessionId FIRST = new SessionId("s-first");
    private static final Patient HOSTILE =
            new Patient("=cmd|'/c calc'!A1", "Zoë \u202e\r\nX", "000123", LocalDate.of(1970, 1, 1), "none", "12");

    @TempDir
    Path dir;

    private SessionStore store;
    private Exports exports;

    @BeforeEach
    void fill() throws Exception {
        store = filled("stored");
        exports = new Exports(store, PrintWords.english());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    /** Two courses of one patient, one of another with the same number, two of nobody known. */
    private SessionStore filled(String folder) throws Exception {
        List<Event> events =
                amended(new ArrayList<>(SampleCourse.whole("s-first").events()));
        events.addAll(SampleCourse.whole("s-again", HOSTILE).events());
        events.addAll(course("s-other", "000123", 1971));
        events.addAll(course("s-unknown1", "not entered", 1900));
        events.addAll(course("s-unknown2", "not entered", 1900));
        SessionStore filled = SessionStore.open(Files.createDirectories(dir.resolve(folder)), _ -> false);
        Projector.project(filled, events);
        filled.commit();
        return filled;
    }

    /** The first set was charted without what the second one says. */
    private static List<Event> amended(List<Event> course) {
        List<Event.ObservationsCharted> sets = course.stream()
                .filter(Event.ObservationsCharted.class::isInstance)
                .map(Event.ObservationsCharted.class::cast)
                .toList();
        Event.ObservationsCharted first = sets.getFirst();
        course.add(
                course.indexOf(first) + 1,
                new Event.ObservationsAmended(
                        first.at(), first.at().utc(), sets.get(1).set(), "wrong patient's chart", first.by()));
        Event.NoteAdded note = new Event.NoteAdded(first.at(), "seen by Dr Doe", first.by());
        course.add(course.indexOf(first) + 1, note);
        course.add(
                course.indexOf(note) + 1,
                new Event.EntryVoided(note.at(), note.at().utc(), EntryKind.NOTE, "wrong bed", note.by()));
        return course;
    }

    private static List<Event> course(String id, String mrn, int born) {
        Patient patient = new Patient("Other", "One", mrn, LocalDate.of(born, 1, 1), "none", "9");
        return SampleCourse.whole(id, patient).events();
    }

    private static Map<String, List<String>> tables(Path file) throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                tables.put(entry.getName(), List.of(text.split("\r\n", -1)));
            }
        }
        return tables;
    }

    @Test
    void aPatientsRecordHoldsAllSessionsOfThatPersonAndNoOther() throws Exception {
        Path file = dir.resolve("record.zip");
        assertThat(exports.patientRecord(FIRST, file, IfPresent.REFUSE))
                .containsExactly(FIRST, new SessionId("s-again"));
        Map<String, List<String>> tables = tables(file);
        assertThat(tables).hasSize(View.values().length);
        assertThat(tables.get("patient.csv"))
                .anyMatch(line -> line.startsWith("s-first,O'Brien,Zoë,000123,1970-01-01"));
        assertThat(tables.toString()).doesNotContain("s-other", "s-unknown");
    }

    @Test
    void whoeverWasNotIdentifiedIsNotTakenForTheNextUnidentified() throws Exception {
        SessionId unknown = new SessionId("s-unknown1");
        assertThat(exports.patientRecord(unknown, dir.resolve("record.zip"), IfPresent.REFUSE))
                .containsExactly(unknown);
    }

    @Test
    @Tag("G1")
    void aNameThatASpreadsheetWouldRunIsText() throws Exception {
        Path file = dir.resolve("record.zip");
        exports.patientRecord(FIRST, file, IfPresent.REFUSE);
        assertThat(tables(file).get("patient.csv")).anyMatch(line -> line.startsWith("s-again,'=cmd|'/c calc'!A1,"));
    }

    @Test
    void theTablesForAnalysisDoNotSayWhoThePatientIs() throws Exception {
        Path file = dir.resolve("analysis.zip");
        exports.analysis(FIRST, file, IfPresent.REFUSE);
        assertThat(tables(file)).doesNotContainKey("patient.csv").hasSize(View.values().length - 1);
        assertThat(tables(file).toString())
                .contains("s-first")
                .doesNotContain("O'Brien", "Zoë", "000123", "1970-01-01");
    }

    @Test
    void everyViewSaysWhatTheCourseHeld() throws Exception {
        Path file = dir.resolve("analysis.zip");
        exports.analysis(FIRST, file, IfPresent.REFUSE);
        tables(file)
                .forEach((name, lines) -> assertThat(lines)
                        .as(name)
                        .hasSizeGreaterThan(2)
                        .first()
                        .asString()
                        .startsWith("session_id,"));
        assertThat(tables(file).get("session.csv"))
                .element(1)
                .asString()
                .contains("CLOSED", "2026-03-02T09:00:01.000Z", ",3,");
        assertThat(tables(file).get("signature.csv"))
                .anyMatch(line -> line.contains("cd34,PHYSICIAN,REVIEWED_AGAINST_GATE"));
        assertThat(tables(file).get("alarm.csv")).noneMatch(line -> line.contains("PROMPT"));
    }

    @Test
    void whatWasDoneToKeepTheRecordIsARowEach() throws Exception {
        List<Event> events = new ArrayList<>(SampleCourse.whole("s-first").events());
        events.add(new Event.BackupMade(events.getLast().at(), 17));
        events.add(new Event.BackupFailed(events.getLast().at(), "no space"));
        events.add(new Event.RecordPurged(events.getLast().at(), 9, "ab", 3, "A. Brown", "retention"));
        events.add(new Event.KeyRenewed(events.getLast().at(), "aa", "bb", "A. Brown", "a copy was lost"));
        try (SessionStore kept = SessionStore.open(Files.createDirectories(dir.resolve("kept")), _ -> false)) {
            Projector.project(kept, events);
            kept.commit();
            List<String> rows = kept.answer(query -> query.list(
                    "SELECT * FROM keeping ORDER BY sequence",
                    row -> row.text("action") + " "
                            + row.textIfAny("last_entry").orElse("-") + " " + row.text("words")));
            assertThat(rows)
                    .containsExactly(
                            "BACKUP_MADE 17 ",
                            "BACKUP_FAILED - no space",
                            "RECORD_PURGED 9 3 sessions, by A. Brown: retention",
                            "KEY_RENEWED - from aa to bb, by A. Brown: a copy was lost");
        }
    }

    @Test
    @Tag("R6")
    void aDatabaseMadeAnewGivesTheSameBytes() throws Exception {
        Path first = dir.resolve("first.zip");
        exports.patientRecord(FIRST, first, IfPresent.REFUSE);
        Path second = dir.resolve("second.zip");
        try (SessionStore anew = filled("anew")) {
            new Exports(anew, PrintWords.english()).patientRecord(FIRST, second, IfPresent.REFUSE);
        }
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
    }
}
