package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.store.SessionRecord;

class CsvWriterTest {
    private static final String HEADER = "seq,session_id,set_id,phase,row,due_utc,done_utc,elapsed_from_t0_min,by,"
            + "sedation_0_3,rr_per_min,spo2_percent,o2_L_per_min,o2_device,hr_per_min,sbp_mmHg,dbp_mmHg,"
            + "temperature_Cel,consciousness,ews_total,ews_version,pain_rest_0_10,pain_move_0_10,activity_A_C,"
            + "nausea_0_3,site_0_4,orientation,recall_0_3,marks,note,utc_offset_min";

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakGerman() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void theObservationTableIsExact() {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withObservations(List.of(
                        parts.observations().get(2),
                        parts.observations().get(5),
                        parts.observations().get(7))));
        String expected = """
                %s
                48000,s-20260302-01,48000,P6,1,2026-03-05T21:00:00.000Z,2026-03-05T21:01:00.000Z,1.0,ab12,0,14,97,0,,78,128,76,36.6,ALERT,0,,4,5,,0,0,person place date,3,,,660
                48003,s-20260302-01,48003,P6,4,2026-03-05T21:45:00.000Z,2026-03-05T21:52:00.000Z,52.0,ab12,0,15,98,0,,75,125,76,,,,,4,5,,0,0,person place date,3,t,In bathroom with nurse,660
                48005,s-20260302-01,48005,P6,6,2026-03-05T22:30:00.000Z,2026-03-05T22:31:00.000Z,91.0,ce07,0,15,,0,,73,123,76,,,,,4,5,,0,0,person place date,3,m,,660
                ,s-20260302-01,,P6,2,2026-03-05T21:15:00.000Z,,,,,,,,,,,,,,,,,,,,,,,m,,660
                ,s-20260302-01,,P6,3,2026-03-05T21:30:00.000Z,,,,,,,,,,,,,,,,,,,,,,,m,,660
                ,s-20260302-01,,P6,5,2026-03-05T22:00:00.000Z,,,,,,,,,,,,,,,,,,,,,,,m,,660
                ,s-20260302-01,,P6,7,2026-03-05T23:00:00.000Z,,,,,,,,,,,,,,,,,,,,,,,m,,660
                ,s-20260302-01,,P6,8,2026-03-06T00:00:00.000Z,,,,,,,,,,,,,,,,,,,,,,,m,,660
                """.formatted(HEADER);

        assertThat(observations(record)).isEqualTo(expected.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+61 400", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "fine\n=1", "＝1"})
    void aTextThatASpreadsheetWouldRunIsDefused(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "note")) {
            table.row().text(text).end();
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("\r\n\"?'")
                .contains("'" + text);
    }

    @Test
    void separatorsQuotesAndLineBreaksStayInsideTheirCell() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "a,b")) {
            table.row().text("x,\"y\"\r\nz").text("plain").end();
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\r\n\"x,\"\"y\"\"\r\nz\",plain\r\n");
    }

    @Test
    void theArchiveHoldsEveryTableAndAManifestOfThem() throws IOException {
        Map<String, String> files = unzip(archive());

        assertThat(files.keySet())
                .containsExactly(
                        "session.csv",
                        "readings.csv",
                        "segments.csv",
                        "observations.csv",
                        "effects.csv",
                        "alarms.csv",
                        "opioids.csv",
                        "findings.csv",
                        "pauses.csv",
                        "care.csv",
                        "checks.csv",
                        "outcomes.csv",
                        "audit.csv",
                        "manifest.json");
        assertThat(files.getOrDefault("readings.csv", "").lines().skip(1))
                .containsExactly(
                        "40000,s-20260302-01,2,2026-03-05T21:00:00.000Z,660,,WEANING,DELIVERING,0.875,3.5,0.05,,24.15,25.85,,742,,,4,70,,,,ok");
        assertThat(files.get("manifest.json"))
                .contains("\"chain_hash\":\"" + PlannedCourse.CHAIN + "\"")
                .contains("{\"name\":\"readings.csv\",\"rows\":\"1\",\"sha256\":\""
                        + Hashes.ofUtf8(files.getOrDefault("readings.csv", "")) + "\"}");
        assertThat(files.values()).noneMatch(text -> text.contains("Winter") || text.contains("0412 7785"));
    }

    @Test
    void theSameRecordGivesTheSameArchive() throws IOException {
        assertThat(archive()).isEqualTo(archive());
    }

    @Test
    @Tag("D1")
    void theManifestNamesEverySettingOfTheClock() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.withAlarms(List.of(PlannedCourse.clockSet())));

        assertThat(unzip(archive(record)).get("manifest.json"))
                .contains("\"clock_corrections\":[{\"at\":\"2026-03-05T23:30:00Z\",\"by\":\"+2:00:00\"}]");
    }

    private static byte[] archive() throws IOException {
        return archive(PlannedCourse.record());
    }

    private static byte[] archive(SessionRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvWriter().archive(record, each -> each.accept(PlannedCourse.reading(PlannedCourse.T0)), out);
        return out.toByteArray();
    }

    private static String observations(SessionRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvWriter().observations(record, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
