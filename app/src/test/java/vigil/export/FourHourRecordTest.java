package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.session.Patient;
import vigil.session.SignatureMeaning;
import vigil.store.CareRecord;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.GateLine;

@Tag("R14")
class FourHourRecordTest {
    private static Prints prints;

    @BeforeAll
    static void loadFonts() throws IOException {
        prints = Prints.create();
    }

    @Test
    void everyPageCarriesThreeIdentifiersStatementAndPageNumber() throws IOException {
        List<String> pages = Prints.pages(prints.fourHourRecord(PlannedCourse.record()));

        assertThat(pages).hasSize(2);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains(
                            "WINTER, Alex",
                            "0412 7785",
                            "14 Mar 1971",
                            "Console data, check pump.",
                            "WINTER, Alex MRN 0412 7785 14 Mar 1971",
                            "Page " + page + " of 2",
                            "Printed Fri 6 Mar 2026 12:24 +11:00",
                            "journal 48210");
        }
    }

    @Test
    void theHeaderStatesCessationDoseAndCourse() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record())))
                .contains(
                        "t0 6 Mar 2026 08:00:00 +11:00",
                        "Decision 08:00:00, Dr P. Okafor",
                        "Last delivery 07:58:40",
                        "Reason planned, wean 12.0 h",
                        "Last rate 0.50 mL/h, 2.00 mg/h",
                        "Dose rate 0.029 mg/kg/h",
                        "Course 994.0 mg, 14.20 mg/kg",
                        "Start 2 Mar 10:00, day 5, hour 94.0",
                        "Route SC, own line",
                        "Highest 0.200 mg/kg/h, 3 Mar 10:00",
                        "Weight 70.0 kg measured 1 Mar",
                        "SN 1400-8271");
    }

    /** 0.2 for 12 h, then 0.15, 0.1 and 0.05 for 4 h each, at 70 kg: 168 + 84 mg. */
    @Test
    void massOfTheLastTwentyFourHoursEndsAtCessation() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record()))).contains("Last 24 h 252.0 mg");
    }

    /** 08:30 by the clock that was two hours behind until then. */
    @Test
    @Tag("D1")
    void aClockThatWasSetDuringTheCourseIsNamed() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.withAlarms(List.of(PlannedCourse.clockSet())));

        assertThat(Prints.text(prints.fourHourRecord(record)))
                .contains("Clock 4 h is elapsed time; clock set by", "+2:00:00 to 6 Mar 10:30");
    }

    @Test
    void nineRowsShowDueDoneElapsedAndWho() throws IOException {
        assertThat(Prints.pages(prints.fourHourRecord(PlannedCourse.record())).getFirst())
                .contains(
                        "0 08:01 0:01 AB 0 14 97 0 78 128/76 36.6 A 0 4/5 0 0 NNNNNNNN full 3/3",
                        "15 08:16 0:16 AB",
                        "30 08:31 0:31 AB",
                        "60 09:02 1:02 AB",
                        "120 10:01 2:01 CE",
                        "180 11:01 3:01 CE",
                        "240 12:02 4:02 CE");
    }

    @Test
    @Tag("R34")
    @Tag("fires")
    void aLateRowIsMarkedAndExplained() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record())))
                .contains(
                        "45 08:52 t 0:52 AB",
                        "t row 45 late: due 08:45, done 08:52 by A. Brown RN. Note: In bathroom with nurse");
    }

    @Test
    @Tag("R34")
    @Tag("fires")
    void aMissingValuePrintsAsMissingAndIsExplained() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record())))
                .contains(
                        "90 09:31 1:31 CE 0 15 m 0 73 123/76 – – no score",
                        "m row 90: SpO2 not taken (C. Ellis RN, 09:31).");
    }

    @Test
    void aRowNobodyChartedPrintsAsMissingInEveryColumn() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withObservations(parts.observations().subList(0, 8)));

        assertThat(Prints.text(prints.fourHourRecord(record)))
                .contains("m row 120 not charted, due 10:00.", "120 m m m m m m m m m m m m m m m m m");
    }

    @Test
    @Tag("R31")
    @Tag("R34")
    @Tag("fires")
    void aGapInPumpDataIsMarkedOnItsRowWithItsLength() throws IOException {
        GapRow gap = new GapRow(
                PlannedCourse.T0.plus(Duration.ofMinutes(130)),
                Optional.of(PlannedCourse.T0.plus(Duration.ofMinutes(142))));
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withGaps(List.of(gap)));

        assertThat(Prints.text(prints.fourHourRecord(record)))
                .contains("180 11:01 g", "g before row 180: no valid pump data 10:10 to 10:22, length 0:12 h.");
    }

    @Test
    @Tag("R15")
    @Tag("R16")
    @Tag("R32")
    @Tag("fires")
    void pausesDirectionsAndRulesSetAsideAreCountedListedAndMarked() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCare.eventful())))
                .contains(
                        "Pauses 2, 2:46 h without drug",
                        "Physician calls 1",
                        "Rules set aside 1",
                        "3 Mar 14:00 Pause for a side effect 2:05 h without drug, resumed, effects eased",
                        "4 Mar 02:00 Pause for a side effect 0:41 h without drug, resumed EARLY, before 60 min",
                        "4 Mar 02:00 Physician's direction Dr P. Okafor, called 01:55: Pause, then 2.6 mL/h. No raise A. Brown RN today.",
                        "4 Mar 03:00 Rule set aside r R15, Dr P. Okafor: patient comfortable, pain 8 A. Brown RN",
                        "r rule set aside: Wed 03:00 R15, Dr P. Okafor: patient comfortable, pain 8 (entered by A. Brown RN).",
                        "5 Mar 00:00 Emergency raised clinician concerned: looks unwell C. Ellis RN")
                .doesNotContain("X-ray");
    }

    @Test
    @Tag("R15")
    @Tag("R16")
    @Tag("R32")
    @Tag("silent")
    void aQuietCourseSaysThatThereWasNothing() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record())))
                .contains(
                        "Pauses none",
                        "Physician calls 0",
                        "Rules set aside 0",
                        "Pauses, directions, rules set aside, stops: none",
                        "Checks of pump and line: none");
    }

    @Test
    @Tag("R29")
    void theLastChecksNameWhatWasNotFoundInOrder() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCare.eventful())))
                .contains(
                        "Checks of pump and line: 4",
                        "4 Mar 12:00 syringe",
                        "A. Brown RN, C. Ellis",
                        "all 8 items none",
                        "lock. key missing,",
                        "+1 more in the log")
                .doesNotContain("25.85 mL c");
    }

    @Test
    @Tag("R34")
    @Tag("A20")
    @Tag("fires")
    void estimatedAndChartedPartsCarryTheirMarks() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(PlannedCare.charted())))
                .contains(
                        "Course 994.0 mg, 14.20 mg/kg e c",
                        "Last rate 0.50 mL/h, 2.00 mg/h c",
                        "Dose rate 0.029 mg/kg/h c",
                        "e estimated from the volume difference after a gap: segment 1 (133.0 mg).",
                        "c charted by hand, no data from the pump: segment 2 (861.0 mg).",
                        "25.85 mL c");
    }

    @Test
    void whatIsSaidAfterwardsChangesTheContentAndAWalkDoesNot() {
        CareRecord care = PlannedCare.care();
        CareRecord withoutWalk = new CareRecord(
                care.pauses(),
                care.said().stream()
                        .filter(row -> row.deed() != Deed.PATIENT_AWAY)
                        .toList(),
                care.checks(),
                care.stops(),
                care.fast(),
                care.purgesMl(),
                care.entries());

        assertThat(hash(PlannedCare.eventful()))
                .isNotEqualTo(hash(PlannedCourse.record()))
                .isEqualTo(hash(PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withCare(withoutWalk))));
    }

    @Test
    void theGateIsAChecklistWithTheValues() throws IOException {
        assertThat(Prints.pages(prints.fourHourRecord(PlannedCourse.record())).get(1))
                .contains(
                        "1 Elapsed since t0 at least 4:00:00 met 4:10",
                        "8 Rows missed or late, each with a reason open row 45 late, row 90 SpO2 missing",
                        "Gate met: lines 1 to 7.",
                        "Not signed",
                        "Site contacts");
    }

    @Test
    void aSignatureOfThisContentIsBoundToIt() throws IOException {
        String hash = FourHourRecord.of(PlannedCourse.record(), PlannedCourse.PRINTED)
                .orElseThrow()
                .contentHash();

        assertThat(Prints.text(prints.fourHourRecord(signedWith(hash))))
                .contains("A. Brown RN (ab12)", "Signed content " + hash.substring(0, 8))
                .doesNotContain("EARLIER");
    }

    @Test
    void aRecordChangedAfterItsSignatureSaysSo() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(signedWith("00".repeat(32)))))
                .contains("SIGNED AN EARLIER VERSION, content 00000000 … 00000000");
    }

    @Test
    @Tag("A4")
    void aVoidedRecordSaysSoOnEveryPage() throws IOException {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::voided);

        assertThat(Prints.pages(prints.fourHourRecord(record)))
                .allSatisfy(page -> assertThat(page).contains("VOIDED: infusion restarted"));
    }

    @Test
    void simulatedDataSaySoOnEveryPage() throws IOException {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::simulation);

        assertThat(Prints.pages(prints.fourHourRecord(record)))
                .allSatisfy(page -> assertThat(page).contains("SIMULATED"));
        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.record()))).doesNotContain("SIMULATED");
    }

    @Test
    void everyLineOfTheGateThatIsMetIsTickedAndNoOther() throws IOException {
        List<GateLine> gate = List.of(
                new GateLine(1, true, "4:10"), new GateLine(2, false, "-"),
                new GateLine(8, true, "none"), new GateLine(9, false, "follow-up not booked"));

        String text = Prints.text(prints.fourHourRecord(PlannedCourse.withGate(gate)));

        assertThat(text.chars().filter(character -> character == '✓').count()).isEqualTo(2);
    }

    @Test
    void hostileTextIsPrintedAsTextAndNeverAsMarkup() throws IOException {
        Patient patient = new Patient(
                "<script>\u202Ea&b",
                "=1+\"{1}'",
                "中-12\u0000",
                LocalDate.of(1971, 3, 14),
                "</div><img src='file:///etc/passwd'/>",
                "12");

        assertThat(Prints.text(prints.fourHourRecord(PlannedCourse.ofPatient(patient))))
                .contains(
                        "<SCRIPT>[U+202E]",
                        "A&B, =1+\"{1}'",
                        "中-12[U+0000] 14 Mar 1971",
                        "</div><img",
                        "src='file:",
                        "///etc/passwd'/>")
                .doesNotContain("#");
    }

    @Test
    void theContentHashChangesWithTheContentAndWithNothingElse() {
        SessionRecord record = PlannedCourse.record();
        SessionRecord edited = PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withObservations(parts.observations().subList(0, 10)));

        assertThat(hash(record))
                .hasSize(64)
                .isEqualTo(hash(PlannedCourse.record()))
                .isNotEqualTo(hash(edited));
        assertThat(hash(record)).isEqualTo(hash(signedWith("00".repeat(32))));
    }

    @Test
    void thereIsNoRecordBeforeCessation() {
        SessionRecord running = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::stillRunning);

        assertThat(FourHourRecord.of(running, PlannedCourse.PRINTED)).isEmpty();
    }

    private static String hash(SessionRecord record) {
        return FourHourRecord.of(record, PlannedCourse.PRINTED).orElseThrow().contentHash();
    }

    private static SessionRecord signedWith(String hash) {
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withSignatures(
                        List.of(PlannedCourse.signature(SignatureMeaning.OBSERVATIONS_COMPLETE, hash))));
    }
}
