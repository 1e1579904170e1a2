package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.session.Patient;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.NoteRow;

class HandoverSheetTest {
    private static Prints prints;

    @BeforeAll
    static void loadFonts() throws IOException {
        prints = Prints.create();
    }

    @Test
    void itIsOnePageWithTheBlocksInOrder() throws IOException {
        assertThat(Prints.pages(prints.handover(PlannedCourse.handover())))
                .singleElement()
                .asString()
                .containsSubsequence(
                        "Shift handover",
                        "WINTER, Alex",
                        "Identify",
                        "Situation",
                        "Observations",
                        "Background",
                        "Assessment",
                        "Recommendation",
                        "Outgoing",
                        "Journal 48210",
                        "7c1e90ab 44d2f6e8 0b93a517 c2d86e1f 90a4173d e6b25f08 31fc7ad9 58e0c64b",
                        "Console data, check pump.",
                        "Page 1 of 1",
                        "WINTER, Alex MRN 0412 7785 14 Mar 1971");
    }

    /** 25.85 mL at 0.875 mL/h last 29 h 32 min: from Friday 07:30 to Saturday 13:02. */
    @Test
    void theSituationShowsDoseFlowVolumeAndTimeToEmpty() throws IOException {
        assertThat(text(PlannedCourse.handover()))
                .contains(
                        "value 1 s old 0.050 ",
                        "mg/kg/h",
                        "WEANING",
                        "994.0 mg",
                        "Flow 0.875 mL/h",
                        "Mass rate 3.50 mg/h",
                        "Left 25.85 mL",
                        "Empty Sat 13:02",
                        "Today 31.5 mg");
    }

    @Test
    @Tag("R31")
    void aStaleValueIsNotShownAsNow() throws IOException {
        Instant at = PlannedCourse.T0.minus(Duration.ofMinutes(30));
        HandoverSheet sheet = new HandoverSheet(
                running(PlannedCourse.WINTER), Optional.of(PlannedCourse.reading(at)), at.plusSeconds(61 * 60));

        assertThat(text(sheet))
                .contains("last value 1:01 h old -- ", "Flow --", "Empty --")
                .doesNotContain("0.050");
    }

    @Test
    void afterCessationNoOrderIsInForceAndTheRowsStillDueAreNamed() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withObservations(parts.observations().subList(0, 8)));
        HandoverSheet sheet =
                new HandoverSheet(record, Optional.empty(), PlannedCourse.T0.plus(Duration.ofMinutes(130)));

        assertThat(text(sheet))
                .contains(
                        "Order in force: none: the infusion has ceased.",
                        "Next observations: 10:00 OVERDUE, 11:00, 12:00",
                        "observation until 12:00.")
                .doesNotContain("Order in force: 3.50");
    }

    @Test
    @Tag("R15")
    @Tag("R16")
    @Tag("R32")
    void pausesDirectionsRulesSetAsideAndTheLastCheckAreHandedOver() throws IOException {
        assertThat(text(PlannedCourse.handover(eventful())))
                .contains(
                        "Pauses 2, 2:46 h without drug",
                        "Physician calls Wed 02:00 Dr P. Okafor, called 01:55: Pause, then 2.6 mL/h. No raise today.",
                        "Rules set aside Wed 03:00 R15, Dr P. Okafor: patient comfortable, pain 8",
                        "Last pump check: Fri 07:00, A. Brown RN",
                        "whole course");
    }

    @Test
    @Tag("R34")
    void valuesThatPeopleReadOffThePumpAreMarkedAndHoldForTheirHour() throws IOException {
        Instant at = PlannedCourse.T0.minus(Duration.ofMinutes(90));

        assertThat(text(charted(at, Duration.ofMinutes(74))))
                .contains(
                        "charted 1:14 h ago",
                        "0.050 c",
                        "Flow 0.875 mL/h c",
                        "Mass rate 3.50 mg/h c",
                        "Left 25.85 mL c");
        assertThat(text(charted(at, Duration.ofMinutes(75)))).contains("charted 1:15 h ago", "Flow --");
    }

    private static HandoverSheet charted(Instant at, Duration age) {
        ReadingRow it = PlannedCourse.reading(at);
        ReadingRow charted = new ReadingRow(
                it.sequence(),
                it.at(),
                it.segment(),
                it.phase(),
                it.deliveryStatus(),
                it.flowRateMlPerH(),
                it.mgPerH(),
                it.mgPerKgPerH(),
                it.volumeInfusedMl(),
                it.volumeRemainingMl(),
                it.cumulativeMg(),
                it.concentrationMgPerMl(),
                it.weightKg(),
                "charted");
        return new HandoverSheet(eventful(), Optional.of(charted), at.plus(age));
    }

    private static SessionRecord eventful() {
        return PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.stillRunning().withCare(PlannedCare.care()));
    }

    @Test
    void arrowsCompareWithTheSetBefore() throws IOException {
        assertThat(text(PlannedCourse.handover()))
                .contains("06:00 AB 0 → 14 → 97 → 0 78 → 128/76 →", "04:00 AB 0 16 97 0 78 134/76");
    }

    @Test
    void twoHundredAlarmsStillFitOnePageAndSayHowManyAreLeftOut() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.stillRunning().withAlarms(alarms(200, true)));

        List<String> pages = Prints.pages(prints.handover(PlannedCourse.handover(record)));

        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst())
                .containsPattern("Occlusion 199 .*\\+19[2-9] more in the log")
                .doesNotContain("Occlusion 7;");
    }

    @Test
    void whatIsActiveIsAllThereEvenWhenTheDrawingMustGiveWay() throws IOException {
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.stillRunning().withAlarms(alarms(40, false)));

        List<String> pages = Prints.pages(prints.handover(PlannedCourse.handover(record)));

        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst()).contains("Occlusion 0;", "Occlusion 20;", "Occlusion 39");
    }

    @Test
    void alikeActiveConditionsAreCounted() throws IOException {
        AlarmRow alarm = alarms(1, false).getFirst();
        SessionRecord record = PlannedCourse.record(
                PlannedCourse.WINTER, parts -> parts.stillRunning().withAlarms(List.of(alarm, alarm, alarm)));

        assertThat(text(PlannedCourse.handover(record))).contains("Occlusion 0 (×3)");
    }

    @Test
    void endlessTextsStillFitOnePage() throws IOException {
        String endless = "very long text without any end ".repeat(300);
        Patient patient = new Patient(endless, endless, endless, LocalDate.of(1971, 3, 14), endless, endless);
        NoteRow note = new NoteRow(PlannedCourse.START, PlannedCourse.BROWN, endless);
        SessionRecord record = PlannedCourse.record(
                patient,
                parts -> parts.stillRunning()
                        .simulation()
                        .withNotes(List.of(note, note, note))
                        .withGaps(gaps(100))
                        .withAlarms(alarms(300, false)));

        assertThat(Prints.pages(prints.handover(PlannedCourse.handover(record))))
                .singleElement()
                .asString()
                .contains("SIMULATED", "more in the log", "Page 1 of 1");
    }

    private static String text(HandoverSheet sheet) throws IOException {
        return Prints.text(prints.handover(sheet));
    }

    private static SessionRecord running(Patient patient) {
        return PlannedCourse.record(patient, PlannedCourse.Parts::stillRunning);
    }

    private static List<GapRow> gaps(int count) {
        List<GapRow> gaps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = PlannedCourse.START.plus(Duration.ofMinutes(20L * i));
            gaps.add(new GapRow(at, Optional.of(at.plusSeconds(300))));
        }
        return gaps;
    }

    private static List<AlarmRow> alarms(int count, boolean ended) {
        List<AlarmRow> alarms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = PlannedCourse.START.plus(Duration.ofMinutes(10L * i));
            Optional<Instant> end = ended ? Optional.of(at.plusSeconds(60)) : Optional.empty();
            alarms.add(new AlarmRow(
                    "PUMP:" + i,
                    "PUMP_ALARM",
                    "PUMP",
                    "HIGH",
                    "Occlusion " + i,
                    at,
                    end,
                    Optional.empty(),
                    Optional.empty()));
        }
        return alarms;
    }
}
