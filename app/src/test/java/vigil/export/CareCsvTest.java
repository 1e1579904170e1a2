package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CareCsvTest {
    @Test
    @Tag("R15")
    void aPauseIsALineWithItsLengthAndHowItEnded() {
        assertThat(lines(CareCsv::pauses))
                .containsExactly(
                        "session_id,pause_no,from_utc,ended_utc,length_min,resumed,early,eased,utc_offset_min",
                        "s-20260302-01,1,2026-03-03T03:00:00.000Z,2026-03-03T05:05:00.000Z,125.0,true,false,true,660",
                        "s-20260302-01,2,2026-03-03T15:00:00.000Z,2026-03-03T15:41:00.000Z,41.0,true,true,,660");
    }

    @Test
    @Tag("R16")
    @Tag("R32")
    void aDirectionAndAnOverrideNameWhoSaidItAndWhoEnteredIt() {
        assertThat(lines(CareCsv::care))
                .contains(
                        "s-20260302-01,2026-03-03T15:00:00.000Z,PHYSICIAN_DIRECTED,,Dr P. Okafor,"
                                + "2026-03-03T14:55:00.000Z,\"Pause, then 2.6 mL/h. No raise today.\",ab12,NURSE,660",
                        "s-20260302-01,2026-03-03T16:00:00.000Z,OVERRIDE_RECORDED,R15,Dr P. Okafor,,"
                                + "\"patient comfortable, pain 8\",ab12,NURSE,660");
    }

    @Test
    @Tag("R29")
    void aCheckHasItsItemsFiguresAndSecondPerson() {
        assertThat(lines(CareCsv::checks))
                .element(1)
                .isEqualTo("s-20260302-01,2026-03-01T23:00:00.000Z,START,"
                        + "PRESCRIPTION SYRINGE LOCK ALARM_LIMITS LINE SITE ANTI_SIPHON CLAMP,"
                        + "true,0.875,24.15,25.85,80,,,,ab12,ce07,660");
    }

    @Test
    @Tag("R32")
    void theAuditListsEveryEntryWithItsNumberInTheJournal() {
        assertThat(lines(CareCsv::audit))
                .hasSize(5)
                .element(1)
                .isEqualTo("3,2026-03-01T23:00:00.000Z,ab12,NURSE,WEIGHT_CONFIRMED,s-20260302-01,,,,,,660");
    }

    @Test
    @Tag("R32")
    void aChangedSettingIsListedWithItsOldAndNewValue() {
        assertThat(lines(CareCsv::audit).getLast())
                .endsWith("BIOMEDICAL,SETTING_CHANGED,pump line,,bcc at /dev/ttyUSB0,,,,660");
    }

    @Test
    void aCourseWithoutPromptsHasTheHeaderAlone() {
        assertThat(lines(CareCsv::findings)).hasSize(1);
    }

    private static List<String> lines(ToLongBiFunction<CareCsv, OutputStream> table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = table.applyAsLong(new CareCsv(PlannedCare.eventful()), out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(rows).isEqualTo(lines.size() - 1);
        return lines;
    }
}
