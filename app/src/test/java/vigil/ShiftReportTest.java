package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.Report;
import vigil.look.Words;
import vigil.ui.station.StationSight;
import vigil.ui.station.WardSamples;
import vigil.ward.RoomState;

/** The ward on paper at the change of a shift. */
class ShiftReportTest {
    private static final Words WORDS = Words.of(Locale.of("en", "AU"));

    @TempDir
    Path dir;

    @Test
    void everyRoomStandsInItByItsNameWithPatientDoseConditionAndWhatIsDue() {
        Report report = new ShiftReport(WardSamples.ward(12), WORDS, ZoneId.of("Australia/Sydney")).report();
        Report.Table table = (Report.Table) report.blocks().getFirst();
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(Report.Cell::text).toList())
                .toList();
        assertThat(rows)
                .extracting(List::getFirst)
                .containsExactly("1", "2", "3", "4", "6", "7", "9", "10", "11", "12", "14", "15");
        assertThat(rows.get(9))
                .containsExactly(
                        "12",
                        "WINTER, Alex, 0412 7785",
                        "Infusing day 2",
                        "0.503",
                        "201.6 mg",
                        "Dose above maximum",
                        "22:34, sedation 1, AB",
                        "Observation due 23:20");
        assertThat(rows.get(1)).containsExactly("2", "–", "No patient", "–", "–", "–", "–", "–");
    }

    @Test
    void itIsWrittenAsAPdfThatSaysWhereItLies() throws IOException {
        String said = new ShiftPrint(WORDS, dir).write(WardSamples.ward(60));
        assertThat(said).startsWith("Shift overview: ");
        Path file = Path.of(said.substring("Shift overview: ".length()));
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    @Tag("G6")
    void printedWhileTheStationIsBlindItSaysSoAboveAndNamesNoDoseOfNow() {
        StationSight blind = WardSamples.ward(12).after(Duration.ofMinutes(20), Optional.of("no answer"));
        Report report = new ShiftReport(blind, WORDS, ZoneId.of("Australia/Sydney")).report();
        assertThat(report.frame().banners()).contains("This station sees nothing");
        assertThat(((Report.Table) report.blocks().getFirst()).rows())
                .extracting(row -> row.get(3).text())
                .containsOnly("--", "–");
        assertThat(new ShiftReport(WardSamples.ward(12), WORDS, ZoneId.of("Australia/Sydney"))
                        .report()
                        .frame()
                        .banners())
                .doesNotContain("This station sees nothing");
    }

    @Test
    void aRoomThatIsSilentOrNotUnderstoodSaysSoBeforeWhatItTold() {
        Optional<RoomState> told = Optional.of(WardSamples.infusing("0.503", 2, 30, WardSamples.high()));
        StationSight ward = new StationSight(
                WardSamples.NOW,
                Duration.ZERO,
                Optional.empty(),
                List.of(
                        new StationSight.Room("1", told, Duration.ofSeconds(9), true, true),
                        new StationSight.Room("2", told, Duration.ofSeconds(4), true, false),
                        new StationSight.Room("3", Optional.empty(), Duration.ZERO, true, false)),
                Optional.empty());
        Report report = new ShiftReport(ward, WORDS, ZoneId.of("Australia/Sydney")).report();
        assertThat(((Report.Table) report.blocks().getFirst()).rows())
                .extracting(row -> row.get(5).text())
                .containsExactly(
                        "No word for 9 s; Dose above maximum",
                        "Not understood here; Dose above maximum",
                        "Not understood here");
    }
}
