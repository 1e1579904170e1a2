package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.dose.DosingWeight;
import vigil.dose.DrugMass;
import vigil.engine.Bedside;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Admission;
import vigil.session.BodySize;
import vigil.session.CessationReason;
import vigil.session.EntryCheck;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.Segment;
import vigil.session.SiteSetting;
import vigil.session.Solution;
import vigil.session.WeightEntry;

/** R5, R6, R8, R9, R13, R28, R29, R30 and the settings of R12 and R31: each fires and is silent. */
class SupervisionRulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration COARSE = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
    }

    private static Optional<Finding> finding(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(it -> it.rule() == rule)
                .findFirst();
    }

    private static boolean has(Bedside bedside, Rule rule) {
        return finding(bedside, rule).isPresent();
    }

    private static Bedside admits(Bedside bedside, Admission admission) {
        return bedside.does(new Event.AdmissionRecorded(bedside.now(), admission, Bedside.NURSE));
    }

    private static Admission admission(boolean nurses, boolean room, String line) {
        return new Admission(nurses, room, line, Admission.WeanPlan.NONE);
    }

    @Test
    @Tag("R5")
    @Tag("fires")
    void longerThanFiveDaysIsAdvised() {
        Bedside bedside = infusing().every(Duration.ofMinutes(10)).runs(Duration.ofDays(5));
        assertThat(has(bedside, Rule.R05)).as("120 h exactly").isFalse();

        assertThat(has(bedside.runs(SECOND), Rule.R05)).isTrue();
    }

    @Test
    @Tag("R5")
    @Tag("fires")
    void aStopBeforeTwoDaysIsNoted() {
        Bedside bedside = infusing()
                .ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND);

        assertThat(has(bedside, Rule.R05)).isTrue();
    }

    @Test
    @Tag("R5")
    @Tag("silent")
    void aStopAfterTwoDaysIsNot() {
        Bedside bedside = infusing().every(Duration.ofMinutes(10)).runs(Duration.ofDays(2));
        bedside.ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND);

        assertThat(has(bedside, Rule.R05)).isFalse();
    }

    @Test
    @Tag("R6")
    @Tag("fires")
    void aTickThatIsMissingIsAdvised() {
        assertThat(has(admits(infusing(), admission(true, false, "")), Rule.R06))
                .isTrue();
    }

    @Test
    @Tag("R6")
    @Tag("silent")
    void bothTicksAreEnough() {
        assertThat(has(infusing(), Rule.R06)).isFalse();
    }

    private static Bedside intravenous(Bedside bedside) {
        InfusionLine line = new InfusionLine(InfusionLine.Route.INTRAVENOUS, true, "left forearm");
        return bedside.does(new Event.LineConfirmed(bedside.now(), line, Bedside.NURSE));
    }

    @Test
    @Tag("R8")
    @Tag("fires")
    void anotherLineWithoutAReasonIsAdvised() {
        assertThat(has(intravenous(infusing()), Rule.R08)).isTrue();
    }

    @Test
    @Tag("R8")
    @Tag("silent")
    void aReasonForAnotherLineIsEnough() {
        assertThat(has(admits(intravenous(infusing()), admission(true, true, "oedema")), Rule.R08))
                .isFalse();
        assertThat(has(infusing(), Rule.R08)).isFalse();
    }

    @Test
    @Tag("R9")
    @Tag("fires")
    void anUntickedLockIsAdvised() {
        Set<PumpCheck.Item> others = EnumSet.complementOf(EnumSet.of(PumpCheck.Item.LOCK));

        assertThat(has(infusing().checks(PumpCheck.Occasion.HOURLY, others, Optional.empty()), Rule.R09))
                .isTrue();
    }

    @Test
    @Tag("R9")
    @Tag("silent")
    void aTickedLockIsNot() {
        assertThat(has(infusing().checks(PumpCheck.Occasion.HOURLY), Rule.R09)).isFalse();
    }

    private static Bedside weaned(int hours) {
        Admission planned = new Admission(true, true, "", new Admission.WeanPlan(Optional.of(12)));
        Bedside bedside = admits(infusing(), planned).orders("1.0", RateOrder.Kind.WEAN_STEP);
        bedside.pumpRuns("1.0").every(Duration.ofMinutes(5)).runs(Duration.ofHours(hours));
        return bedside.ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND);
    }

    @Test
    @Tag("R13")
    @Tag("fires")
    void aShorterWeanThanPlannedIsNoted() {
        assertThat(has(weaned(6), Rule.R13)).isTrue();
    }

    @Test
    @Tag("R13")
    @Tag("silent")
    void aWeanOfMoreThanTwelveHoursIsNot() {
        assertThat(has(weaned(13), Rule.R13)).isFalse();
    }

    private static Bedside measures(Bedside bedside, String kg) {
        WeightEntry entry = new WeightEntry(
                DosingWeight.ofKg(kg), WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 3));
        return bedside.does(new Event.WeightMeasured(bedside.now(), entry, Bedside.NURSE));
    }

    @ParameterizedTest
    @Tag("R28")
    @CsvSource({"70, 72, true", "70, 71.9, false", "70, 68, true", "30, 31.5, true", "30, 31.4, false"})
    @Tag("fires")
    void aWeightThatDiffersByTwoKilogramsOrFivePercentIsConfirmedAnew(String before, String now, boolean found) {
        Bedside bedside = Bedside.ready(Bedside.started(), before, "4", "0.7")
                .pumpRuns("0.7")
                .runs(SECOND);

        assertThat(has(measures(bedside, now), Rule.R28)).isEqualTo(found);
    }

    @ParameterizedTest
    @Tag("R28")
    @CsvSource({"110, false", "111.9, false", "112, true", "82.1, true"})
    @Tag("silent")
    void aNewWeightIsHeldAgainstTheOneThatWasFoundAndNotAgainstTheAdjustedOne(String now, boolean found) {
        BodySize size = new BodySize(
                new BigDecimal("170"), DosingWeight.ofKg("110"), BodySize.DosedOn.ADJUSTED, "advice of the pharmacy");
        WeightEntry adjusted = new WeightEntry(
                DosingWeight.ofKg("82.1"),
                WeightEntry.Basis.MEASURED,
                "bed scale",
                LocalDate.of(2026, 3, 2),
                Optional.of(size));
        Bedside bedside = infusing();
        bedside.does(new Event.WeightConfirmed(bedside.now(), adjusted, Bedside.NURSE, Optional.empty()));

        assertThat(has(measures(bedside, now), Rule.R28)).isEqualTo(found);
    }

    @Test
    @Tag("R28")
    @Tag("silent")
    void confirmingAnewOpensASegmentAndEndsThePrompt() {
        Bedside bedside = measures(infusing().runs(Duration.ofMinutes(1)), "73");
        assertThat(bedside.session().setUp().dosingWeight()).contains(DosingWeight.ofKg("70"));

        bedside.weighs("73");
        assertThat(has(bedside, Rule.R28)).isFalse();
        assertThat(bedside.session().dosage().segments().all())
                .extracting(Segment::number)
                .containsExactly(1, 2);
    }

    @Test
    @Tag("R29")
    @Tag("fires")
    void noDoseIsShownUntilANewConcentrationIsCheckedByASecondPerson() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(10));
        Solution other = new Solution("ketamine", Concentration.ofMgPerMl("5"), "200 mg in 40 mL");
        bedside.does(new Event.SolutionEntered(bedside.now(), other, Bedside.NURSE))
                .runs(SECOND);
        assertThat(has(bedside, Rule.R29)).isTrue();
        assertThat(bedside.snapshot().dose().rate()).isEmpty();

        bedside.fills("5").runs(SECOND);
        assertThat(has(bedside, Rule.R29)).isFalse();
        assertThat(bedside.snapshot().dose().rate()).isPresent();
        assertThat(bedside.snapshot().totals().atLeast())
                .as("what ran unchecked")
                .isTrue();
    }

    @Test
    @Tag("R29")
    @Tag("fires")
    void anotherRouteNeedsASecondCheckToo() {
        Bedside bedside = intravenous(infusing()).runs(SECOND);

        assertThat(has(bedside, Rule.R29)).isTrue();
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
    }

    private static Bedside named(String mgPerMl) {
        Bedside bedside = infusing();
        PumpReading reading = PumpReading.from(
                        Bedside.PUMP, bedside.passes(SECOND).now())
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.75"))
                .concentration(Concentration.ofMgPerMl(mgPerMl))
                .build();
        return bedside.said(new PumpEvent.Reading(reading));
    }

    @Test
    @Tag("R29")
    @Tag("fires")
    void aPumpThatNamesAnotherConcentrationIsFound() {
        assertThat(finding(named("5"), Rule.R29)
                        .orElseThrow()
                        .basis()
                        .getFirst()
                        .sum())
                .isEqualTo("5 mg/mL ≠ 4 mg/mL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.00"})
    @Tag("R29")
    @Tag("silent")
    void aPumpThatNamesTheCheckedConcentrationIsNot(String mgPerMl) {
        assertThat(has(named(mgPerMl), Rule.R29)).isFalse();
    }

    @Test
    @Tag("R29")
    @Tag("silent")
    void whatIsCheckedIsNotFound() {
        assertThat(has(infusing(), Rule.R29)).isFalse();
    }

    @Test
    @Tag("R30")
    void theTotalIsTheSumOfItsSegmentsAndNeverFalls() {
        Bedside bedside = infusing();
        BigDecimal before = BigDecimal.ZERO;
        for (int turn = 0; turn < 40; turn++) {
            disturb(bedside, turn % 8);
            bedside.every(COARSE).runs(Duration.ofMinutes(3));
            BigDecimal now = bedside.session().dosage().totals().course().mg();
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(bedside.session().dosage().segments().all().stream()
                            .map(Segment::mass)
                            .reduce(DrugMass.ZERO, DrugMass::plus)
                            .mg())
                    .isEqualTo(now);
            before = now;
        }
    }

    private static void disturb(Bedside bedside, int what) {
        switch (what) {
            case 0 -> bedside.pumpCounts("0");
            case 1 -> bedside.fills("5");
            case 2 -> bedside.weighs("73");
            case 3 -> bedside.loses();
            case 4 -> bedside.reconnects();
            case 5 -> bedside.pumpIs(DeliveryStatus.PURGING);
            case 6 -> bedside.pumpRuns("3.5");
            default -> bedside.does(new Event.PurgeRecorded(bedside.now(), Volume.ofMl("9"), Bedside.NURSE));
        }
    }

    @Test
    @Tag("R12")
    @Tag("fires")
    void aLowerMaximumOfTheSiteIsTheLimit() {
        Bedside bedside = Bedside.ready("7").pumpRuns("7").runs(SECOND);
        assertThat(has(bedside.chooses(SiteSetting.MAXIMUM, "0.4").runs(SECOND), Rule.R12))
                .as("0.4 exactly")
                .isFalse();

        assertThat(has(bedside.pumpRuns("7.1").runs(SECOND), Rule.R12)).isTrue();
    }

    @Test
    @Tag("R31")
    void theSiteChoosesWhenAValueIsTooOld() {
        Bedside bedside = infusing().chooses(SiteSetting.STALE_S, "20").loses().runs(Duration.ofSeconds(19));
        assertThat(has(bedside, Rule.R31)).isFalse();

        assertThat(has(bedside.runs(SECOND), Rule.R31)).isTrue();
    }

    @Test
    void aCheckAtTheStartNeedsASecondPerson() {
        Bedside bedside = infusing();
        PumpCheck check = new PumpCheck(
                PumpCheck.Occasion.START, Set.of(), Optional.empty(), PumpCheck.Syringe.NOT_NOTED, "", "");

        assertThat(EntryCheck.refusal(
                        bedside.session(),
                        new Event.PumpChecked(bedside.now(), check, Bedside.NURSE, Optional.of(Bedside.NURSE))))
                .contains("this check needs a second person (section 10)");
        assertThat(EntryCheck.refusal(
                        bedside.session(),
                        new Event.PumpChecked(bedside.now(), check, Bedside.NURSE, Optional.of(Bedside.SECOND))))
                .isEmpty();
    }
}
