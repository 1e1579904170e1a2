package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.GapRow;

class SessionReportTest {
    private static Prints prints;

    @BeforeAll
    static void loadFonts() throws IOException {
        prints = Prints.create();
    }

    @Test
    void theCourseIsThereFromTheOrdersToTheEntries() throws IOException {
        assertThat(Prints.text(prints.sessionReport(PlannedCare.eventful())))
                .containsSubsequence(
                        "Session report: the whole course",
                        "Orders",
                        "3 Mar 10:00 change to 3.50 mL/h 0.05–0.2 mg/kg/h Dr P. Okafor",
                        "Dose rates as delivered",
                        "2 Mar 10:00 2 Mar 21:50 0.050 mg/kg/h 11:50 h",
                        "Segments",
                        "1 2 Mar 10:00 3 Mar 10:00 start 4 mg/mL 70.0 kg 33.25 mL 133.0 mg",
                        "Mass by calendar day",
                        "4 Mar 2026 336.0 mg",
                        "Observations",
                        "6 Mar 08:52 AB t 0 15 98 0 75 125/76",
                        "6 Mar 09:31 CE 0 15 m 0 73 123/76",
                        "4 Mar 22:00 Patient off the ward X-ray C. Ellis RN",
                        "Prompts and responses: none",
                        "6 Mar 06:00 Low Pump alarm: Syringe near end 6 Mar 06:10 06:05 ab12",
                        "Gaps in pump data: none",
                        "Checks of pump and line: 4",
                        "Entries by people",
                        "3 2 Mar 10:00 weight confirmed A. Brown RN (ab12)");
    }

    @Test
    void everyPageCarriesThreeIdentifiersAndItsNumber() throws IOException {
        List<String> pages = Prints.pages(prints.sessionReport(PlannedCare.eventful()));

        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("WINTER, Alex MRN 0412 7785 14 Mar 1971", "Page " + page + " of " + pages.size());
        }
    }

    @Test
    void aPromptStandsWithItsResponse() throws IOException {
        AlarmRow prompt = new AlarmRow(
                "R15",
                "SIDE_EFFECT",
                "PROMPT",
                "MEDIUM",
                "R15 S2 grade 2",
                PlannedCourse.START,
                Optional.of(PlannedCourse.START.plusSeconds(600)),
                Optional.of(PlannedCourse.START.plusSeconds(60)),
                Optional.of("A. Brown RN"));
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withAlarms(List.of(prompt)));

        assertThat(Prints.text(prints.sessionReport(record)))
                .contains("2 Mar 10:00 Medium Troublesome side effect (R15: S2 grade 2) 2 Mar 10:10 10:01 A. Brown RN");
    }

    @Test
    void aListThatIsTooLongLosesItsOldestLinesAndSaysHowMany() throws IOException {
        List<GapRow> gaps = IntStream.range(0, 45)
                .mapToObj(hour -> PlannedCourse.START.plus(Duration.ofHours(hour)))
                .map(start -> new GapRow(start, Optional.of(start.plusSeconds(120))))
                .toList();
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withGaps(gaps));

        assertThat(Prints.text(prints.sessionReport(record)))
                .contains("Gaps in pump data 45", "5 older lines are left out here", "2 Mar 15:00 2 Mar 15:02 0:02 h")
                .doesNotContain("2 Mar 14:00 2 Mar 14:02");
    }

    /** Five days with every list longer than the report prints: it stays a document that somebody files. */
    @Test
    void aCourseOfFiveDaysIsTwentyPagesAtMost() throws IOException {
        assertThat(Prints.pages(prints.sessionReport(BusyCourse.record()))).hasSizeBetween(10, 20);
    }

    @Test
    @Tag("A4")
    void aVoidedCessationIsSaidOnEveryPage() throws IOException {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::voided);

        assertThat(Prints.pages(prints.sessionReport(record)))
                .allSatisfy(page -> assertThat(page).contains("VOIDED: infusion restarted"));
    }

    @Test
    void aCourseThatStillRunsHasNoT0() throws IOException {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::stillRunning);

        assertThat(Prints.text(prints.sessionReport(record))).contains("t0 none", "Reason --");
    }
}
