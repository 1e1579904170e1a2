package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.opioid.OpioidRegimen.Occasion;
import vigil.session.OutcomeScores;
import vigil.session.Staff;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Accompanying;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.SetUpRows;

/** Opioids and scores in CSV, FHIR and on the handover sheet. */
class OpioidExportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Staff BY = new Staff("po31", "Dr P. Okafor", Staff.Role.PHYSICIAN);
    private static final OpioidDose OXYCODONE =
            new OpioidDose("oxycodone", OpioidDose.Route.ORAL, new BigDecimal("80"), OpioidDose.Unit.MG_PER_DAY, true);
    private static final OpioidDose METHADONE =
            new OpioidDose("methadone", OpioidDose.Route.ORAL, BigDecimal.TEN, OpioidDose.Unit.MG_PER_DAY, false);

    private static final Accompanying ACCOMPANYING = new Accompanying(
            List.of(regimen(Occasion.ADMISSION, OXYCODONE, METHADONE), regimen(Occasion.CHANGE, OXYCODONE)),
            List.of(
                    new Dated<>(AT, scores(OutcomeScores.Occasion.BEFORE, "6.5", 17), BY),
                    new Dated<>(AT, scores(OutcomeScores.Occasion.AFTER, "5.1", 24), BY)),
            List.of(new Dated<>(AT, Optional.of("GOLD10"), BY)));

    private static Dated<OpioidRegimen> regimen(Occasion occasion, OpioidDose... doses) {
        return new Dated<>(AT, new OpioidRegimen(occasion, DAY, List.of(doses), OmeddTable.CURRENT), BY);
    }

    private static OutcomeScores scores(OutcomeScores.Occasion occasion, String severity, int pseq) {
        return new OutcomeScores(
                occasion, DAY, Optional.of(new BigDecimal(severity)), Optional.empty(), Optional.of(pseq), "", "");
    }

    private static SessionRecord record() {
        SessionRecord it = PlannedCourse.record();
        SetUpRows setUp = new SetUpRows(
                it.setUp().weights(),
                it.setUp().solutions(),
                it.setUp().line(),
                it.setUp().assessment(),
                it.setUp().orders(),
                it.setUp().pump(),
                ACCOMPANYING);
        return new SessionRecord(
                it.id(),
                it.simulated(),
                it.programVersion(),
                it.zone(),
                it.patient(),
                it.phase(),
                it.openedAt(),
                it.openedBy(),
                it.startedAt(),
                it.asOf(),
                setUp,
                it.segments(),
                it.observations(),
                it.cessation(),
                it.gate(),
                it.dischargePlan(),
                it.totals(),
                it.history(),
                it.alarms(),
                it.gaps(),
                it.signatures(),
                it.notes(),
                it.reviews(),
                it.care(),
                it.head());
    }

    @Test
    void eachOpioidIsALineWithItsFactorAndTheVersionOfTheTable() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpioidCsv.write(record(), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "session_id,date,substance,route,dose_per_day,dose_unit,factor,omedd_mg_per_day,table_version,convertible",
                        "s-20260302-01,2026-03-01,oxycodone + naloxone,ORAL,80,mg/d,1.5,120,2021-06,true",
                        "s-20260302-01,2026-03-01,methadone,ORAL,10,mg/d,,,2021-06,false",
                        "s-20260302-01,2026-03-01,oxycodone + naloxone,ORAL,80,mg/d,1.5,120,2021-06,true");
    }

    @Test
    @Tag("R20")
    void theSumSaysWhatItExcludesAndThatItIsNoSwitchingDose() {
        assertThat(new OutcomeWords(ACCOMPANYING, PrintWords.english()).opioids())
                .contains("oMEDD now 120.0 mg/d, first recorded 120.0 mg/d, excludes methadone (FPM PS01(PM) 2021-06); "
                        + "one substance. Compares regimens. Not a switching dose.");
    }

    @Test
    @Tag("R4")
    void scoresStandBeforeAgainstAfter() {
        assertThat(new OutcomeWords(ACCOMPANYING, PrintWords.english()).scores())
                .contains("BPI severity 6.5 before, 5.1 after; PSEQ 17 before, 24 after");
    }

    @Test
    void nothingIsPrintedWhereNothingWasRecorded() {
        OutcomeWords words = new OutcomeWords(Accompanying.NOTHING, PrintWords.english());
        assertThat(words.opioids()).isEmpty();
        assertThat(words.scores()).isEmpty();
    }

    @Test
    void aReferenceBandPrintsWithItsStandingText() {
        assertThat(new ReferenceWords(record(), PrintWords.english()).shown())
                .contains("GOLD10 0.143–0.571 mg/kg/h, exceeds R12 above 35 mg/h at 70 kg. "
                        + "Published regimen for reference. Not an order.");
    }

    @Test
    void theDocumentCarriesStatementsSumAndScores() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FhirWriter().write(record(), out);
        String json = out.toString(StandardCharsets.UTF_8);
        assertThat(json)
                .contains("MedicationStatement", "oxycodone + naloxone", "FPM PS01(PM), 2021-06; excludes methadone")
                .contains("PSEQ, 0 to 60");
    }
}
