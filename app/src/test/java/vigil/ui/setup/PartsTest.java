package vigil.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.engine.Preparation;
import vigil.engine.Snapshot;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.session.Admission;
import vigil.session.Assessment;
import vigil.session.Background;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SetUp;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.Stamp;
import vigil.session.WeightEntry;
import vigil.ui.form.Answers;

/** What each part of the set-up asks, refuses and enters; without a toolkit. */
class PartsTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 1);
    private static final Staff NURSE = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);
    private static final Patient WINTER =
            new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");
    private static final WeightEntry SEVENTY =
            new WeightEntry(DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "bed scale", TODAY);
    private static final Solution FOUR =
            new Solution("ketamine", Concentration.ofMgPerMl("4"), "200 mg in 50 mL sodium chloride 0.9 %");
    private static final Assessment ASSESSED = new Assessment(
            Set.of(Assessment.Purpose.LESS_OPIOID),
            true,
            Set.of(Assessment.OpioidReason.SIDE_EFFECTS),
            false,
            Assessment.OpioidPlan.REDUCE);

    private Optional<SetUp.Opening> opening =
            Optional.of(new SetUp.Opening(new SessionId("s-0001"), WINTER, SYDNEY, stamp(), NURSE));
    private Optional<WeightEntry> weight = Optional.of(SEVENTY);
    private Optional<Solution> solution = Optional.of(FOUR);
    private Optional<InfusionLine> line = Optional.empty();
    private Optional<Assessment> assessment = Optional.of(ASSESSED);
    private Optional<Admission> admission = Optional.empty();
    private Optional<RateOrder> ordered = Optional.empty();
    private SiteSettings settings = SiteSettings.DEFAULTS;
    private Phase phase = Phase.PLANNED;
    private Optional<PumpIdentity> pump =
            Optional.of(new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111"));

    private static Stamp stamp() {
        return new Stamp(NOW, java.time.Duration.ZERO);
    }

    private Situation now() {
        SetUp setUp = new SetUp(opening, weight, solution, line, assessment, ordered, Background.NONE);
        Preparation preparation =
                new Preparation(setUp, Optional.empty(), admission, Optional.empty(), settings, Map.of());
        return new Situation(
                preparation,
                phase,
                new Snapshot.Link(new LinkState.Live(), pump, Optional.empty()),
                List.of(),
                TODAY,
                SYDNEY);
    }

    private static Answers typed(Object... pairs) {
        Answers answers = Answers.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            answers = answers.with((vigil.ui.form.Question<?>) pairs[i], (String) pairs[i + 1]);
        }
        return answers;
    }

    /** What holds the part back: the keys of questions without an answer, and of what does not hold. */
    private List<String> lacks(Part part, Answers answers) {
        return part.rules().checks(answers, now()).stream()
                .filter(check -> check.blocks() && !check.met())
                .map(check -> check.question().map(vigil.ui.form.Question::key).orElse(check.lack()))
                .toList();
    }

    private List<Event.ByPerson> entered(Part part, Answers answers) {
        assertThat(lacks(part, answers)).isEmpty();
        return part.rules().entries(answers, now()).stream()
                .map(entry -> entry.made(NOW, NURSE))
                .toList();
    }

    private static Answers weight(String value, String unit, String again) {
        return typed(
                WeightPart.VALUE,
                value,
                WeightPart.UNIT,
                unit,
                WeightPart.AGAIN,
                again,
                WeightPart.BASIS,
                "MEASURED",
                WeightPart.SOURCE,
                "bed scale",
                WeightPart.DATE,
                "2.3.2026");
    }

    @Test
    void aPatientOpensASessionInTheZoneOfTheWard() {
        opening = Optional.empty();
        Answers answers = typed(
                PatientPart.FAMILY, " Winter ",
                PatientPart.GIVEN, "Alex",
                PatientPart.MRN, "0412 7785",
                PatientPart.BORN, "14.3.1971",
                PatientPart.ALLERGIES, "Penicillin: rash",
                PatientPart.ROOM, "12");
        assertThat(entered(Part.PATIENT, answers))
                .singleElement()
                .isInstanceOfSatisfying(Event.SessionOpened.class, opened -> {
                    assertThat(opened.patient()).isEqualTo(WINTER);
                    assertThat(opened.zone()).isEqualTo(SYDNEY);
                });
    }

    @Test
    void anOpenSessionKeepsItsIdWhenThePatientIsCorrected() {
        Answers answers = Part.PATIENT.rules().recorded(now(), Answers.NONE).with(PatientPart.ROOM, "14");
        assertThat(entered(Part.PATIENT, answers))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.PatientCorrected.class,
                        corrected -> assertThat(corrected.patient().room()).isEqualTo("14"));
    }

    @Test
    void nobodyIsBornTomorrow() {
        Answers answers = Part.PATIENT.rules().recorded(now(), Answers.NONE).with(PatientPart.BORN, "3.3.2026");
        assertThat(lacks(Part.PATIENT, answers)).containsExactly("setup.lack.future");
    }

    @ParameterizedTest
    @Tag("R28")
    @CsvSource({"70.5, KG, 70.5", "154.3, LB, 70.0", "155, LB, 70.3", "'70,50', KG, 70.5"})
    void aWeightIsTakenInTheUnitOfTheScale(String value, String unit, BigDecimal kg) {
        assertThat(entered(Part.WEIGHT, weight(value, unit, value)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.WeightConfirmed.class,
                        confirmed -> assertThat(confirmed.weight().weight()).isEqualTo(new DosingWeight(kg)));
    }

    @Test
    @Tag("R28")
    void aWeightInPoundsIsNeverReadAsKilograms() {
        assertThat(lacks(Part.WEIGHT, weight("154 lb", "KG", "154 lb"))).contains("setup.weight.value");
        assertThat(lacks(Part.WEIGHT, weight("350", "KG", "350"))).containsExactly("setup.lack.weight");
        assertThat(lacks(Part.WEIGHT, weight("40", "LB", "40"))).containsExactly("setup.lack.weight");
        assertThat(lacks(Part.WEIGHT, weight("70", "", "70"))).containsExactly("setup.weight.unit");
    }

    @Test
    @Tag("R28")
    void theSecondEntryOfAWeightIsByASecondPersonWhereOneIsNamed() {
        assertThat(entered(Part.WEIGHT, weight("70", "KG", "70")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.WeightConfirmed.class,
                        it -> assertThat(it.secondChecker()).isEmpty());
        Answers named = weight("70", "KG", "70").with(WeightPart.CHECKER, "cd34");
        assertThat(lacks(Part.WEIGHT, named)).containsExactly("setup.lack.checker");
        assertThat(entered(Part.WEIGHT, named.with(WeightPart.CHECKER_NAME, "C. Cole RN")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.WeightConfirmed.class,
                        it -> assertThat(it.secondChecker())
                                .hasValue(new Staff("cd34", "C. Cole RN", Staff.Role.NURSE)));
    }

    @Test
    @Tag("R28")
    void theSecondEntryOfAWeightHasToAgree() {
        assertThat(lacks(Part.WEIGHT, weight("70.5", "KG", "75.0"))).containsExactly("setup.lack.again");
        assertThat(lacks(Part.WEIGHT, weight("70.5", "KG", "70.50"))).isEmpty();
    }

    @Test
    @Tag("R1")
    @Tag("R2")
    @Tag("R19")
    void purposeSelectionAndPlanAreAllAskedFor() {
        assertThat(lacks(Part.PURPOSE, Answers.NONE))
                .containsExactly(
                        "setup.purpose.purposes",
                        "setup.purpose.central",
                        "setup.purpose.reasons",
                        "setup.purpose.plan");
        Answers answers = Part.PURPOSE.rules().recorded(now(), Answers.NONE);
        assertThat(entered(Part.PURPOSE, answers)).containsExactly(new Event.AssessmentRecorded(NOW, ASSESSED, NURSE));
    }

    @Test
    @Tag("R3")
    void fiveTextsEnterTheRecordAsNotesAndMakeTheAssessmentWhole() {
        Answers answers = typed(
                AssessmentPart.CARE, "a",
                AssessmentPart.EXPECTANCY, "b",
                AssessmentPart.GOAL, "c",
                AssessmentPart.HARM, "d");
        assertThat(lacks(Part.ASSESSMENT, answers)).containsExactly("setup.assessment.success");
        List<Event.ByPerson> entered = entered(Part.ASSESSMENT, answers.with(AssessmentPart.SUCCESS, "e"));
        assertThat(entered).hasSize(6);
        assertThat(entered.getLast())
                .isInstanceOfSatisfying(
                        Event.AssessmentRecorded.class,
                        recorded -> assertThat(recorded.assessment().assessed()).isTrue());
    }

    private static Answers drug(String mg, String ml) {
        return typed(
                DrugPart.DRUG,
                "ketamine",
                DrugPart.AMOUNT,
                mg,
                DrugPart.VOLUME,
                ml,
                DrugPart.DILUENT,
                "sodium chloride 0.9 %");
    }

    @Test
    @Tag("R29")
    void strengthComesFromAmountAndVolumeAndIsNeverRounded() {
        assertThat(DrugPart.strength(drug("200", "50"))).contains(Concentration.ofMgPerMl("4"));
        assertThat(DrugPart.strength(drug("100", "48"))).isEmpty();
        assertThat(lacks(Part.DRUG, drug("100", "48"))).containsExactly("setup.lack.strength");
    }

    @Test
    @Tag("R29")
    void withoutASecondPersonTheDrugIsEnteredAsUnchecked() {
        assertThat(entered(Part.DRUG, drug("200", "50"))).containsExactly(new Event.SolutionEntered(NOW, FOUR, NURSE));
        Answers half = drug("200", "50").with(DrugPart.CHECKER, "ab12");
        assertThat(lacks(Part.DRUG, half)).containsExactly("setup.lack.checker");
        assertThat(entered(Part.DRUG, half.with(DrugPart.CHECKER_NAME, "A. Brown RN")))
                .containsExactly(new Event.SolutionConfirmed(
                        NOW, FOUR, NURSE, new Staff("ab12", "A. Brown RN", Staff.Role.NURSE)));
    }

    private static Answers order(String rate, String low, String high) {
        return typed(
                OrderPart.RATE, rate,
                OrderPart.LOWEST, low,
                OrderPart.HIGHEST, high,
                OrderPart.PRESCRIBER, "Dr P. Okafor");
    }

    @Test
    @Tag("R12")
    void anOrderUpToTheMaximumExactlyIsTakenAndAnythingAboveIsNot() {
        // 8.75 mL/h x 4 mg/mL / 70 kg = 0.5 mg/kg/h
        assertThat(lacks(Part.ORDER, order("8.75", "0.05", "0.5"))).isEmpty();
        assertThat(lacks(Part.ORDER, order("8.76", "0.05", "0.5"))).containsExactly("setup.lack.within");
        assertThat(lacks(Part.ORDER, order("8.75", "0.05", "0.501"))).containsExactly("setup.lack.maximum");
        settings = new SiteSettings(Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.4")));
        assertThat(lacks(Part.ORDER, order("7", "0.05", "0.5"))).containsExactly("setup.lack.maximum");
    }

    @Test
    void aRateBelowItsOwnRangeOrARangeTheWrongWayRoundIsNotTaken() {
        // 0.87 mL/h gives 0.0497 mg/kg/h, which would be shown as 0.050
        assertThat(lacks(Part.ORDER, order("0.87", "0.05", "0.1"))).containsExactly("setup.lack.within");
        assertThat(lacks(Part.ORDER, order("1", "0.1", "0.05"))).contains("setup.lack.range");
    }

    @Test
    void anOrderNeedsWeightAndStrength() {
        weight = Optional.empty();
        assertThat(lacks(Part.ORDER, order("1", "0.05", "0.1"))).containsExactly("setup.lack.dosing");
    }

    @Test
    void theTableSaysTheHighestStepThatStaysWithinTheMaximum() {
        assertThat(OrderPart.table(order("1", "0.05", "0.1"), now()))
                .extracting(row -> row.flowRate().mlPerH().toPlainString() + " "
                        + row.dose().toDisplay())
                .containsExactly("1 0.057", "1.75 0.100", "8.75 0.500");
    }

    @Test
    void beforeTheCourseAnOrderStartsItAndDuringItPeopleSayWhatItIs() {
        RateOrder start = new RateOrder(
                FlowRate.ofMlPerH("1"),
                DoseLimit.of("0.05"),
                DoseLimit.of("0.1"),
                RateOrder.Kind.START,
                "Dr P. Okafor");
        assertThat(entered(Part.ORDER, order("1", "0.05", "0.1")))
                .containsExactly(new Event.RateOrdered(NOW, start, NURSE));
        phase = Phase.INFUSING;
        assertThat(lacks(Part.ORDER, order("1", "0.05", "0.1"))).containsExactly("setup.order.kind");
        assertThat(entered(Part.ORDER, order("1", "0.05", "0.1").with(OrderPart.KIND, "WEAN_STEP")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.RateOrdered.class,
                        ordered -> assertThat(ordered.order().kind()).isEqualTo(RateOrder.Kind.WEAN_STEP));
    }

    @Test
    void whoOrdersAChangeIsSaidAnew() {
        ordered = Optional.of(new RateOrder(
                FlowRate.ofMlPerH("1"),
                DoseLimit.of("0.05"),
                DoseLimit.of("0.1"),
                RateOrder.Kind.START,
                "Dr P. Okafor"));
        assertThat(lacks(Part.ORDER, Part.ORDER.rules().recorded(now(), Answers.NONE)))
                .isEmpty();
        phase = Phase.INFUSING;
        assertThat(lacks(Part.ORDER, Part.ORDER.rules().recorded(now(), Answers.NONE)))
                .containsExactly("setup.order.kind", "setup.order.prescriber");
    }

    private static Answers opioid(String substance, String route, String amount, String unit) {
        return typed(
                OpioidPart.SUBSTANCE.nth(1), substance,
                OpioidPart.ROUTE.nth(1), route,
                OpioidPart.AMOUNT.nth(1), amount,
                OpioidPart.UNIT.nth(1), unit);
    }

    @Test
    @Tag("R20")
    void microgramsAndMilligramsAreNotMixedUp() {
        assertThat(lacks(Part.OPIOIDS, opioid("fentanyl", "TRANSDERMAL", "25", "MICROGRAM_PER_H")))
                .isEmpty();
        assertThat(lacks(Part.OPIOIDS, opioid("fentanyl", "TRANSDERMAL", "25", "MG_PER_DAY")))
                .containsExactly("setup.lack.opioid-unit");
        assertThat(lacks(Part.OPIOIDS, opioid("oxycodone", "ORAL", "80", "MICROGRAM_PER_DAY")))
                .containsExactly("setup.lack.opioid-unit");
        assertThat(lacks(Part.OPIOIDS, opioid("methadone", "ORAL", "20", "MG_PER_DAY")))
                .isEmpty();
    }

    @Test
    void aCombinationWithNaloxoneCountsAsItsOpioidAndTheTableVersionIsKept() {
        Answers answers = opioid("oxycodone with naloxone", "ORAL", "40", "MG_PER_DAY");
        OpioidDose dose = new OpioidDose(
                "oxycodone", OpioidDose.Route.ORAL, new BigDecimal("40"), OpioidDose.Unit.MG_PER_DAY, true);
        assertThat(entered(Part.OPIOIDS, answers))
                .singleElement()
                .isInstanceOfSatisfying(Event.OpioidRegimenRecorded.class, recorded -> {
                    assertThat(recorded.regimen().doses()).containsExactly(dose);
                    assertThat(recorded.regimen().tableVersion()).isEqualTo(OmeddTable.CURRENT);
                });
    }

    @Test
    void noOpioidHasToBeSaidAndExcludesAny() {
        assertThat(lacks(Part.OPIOIDS, Answers.NONE)).containsExactly("setup.lack.opioids");
        assertThat(lacks(Part.OPIOIDS, typed(OpioidPart.NONE, "yes"))).isEmpty();
        assertThat(lacks(
                        Part.OPIOIDS,
                        opioid("morphine", "ORAL", "10", "MG_PER_DAY").with(OpioidPart.NONE, "yes")))
                .containsExactly("setup.lack.opioids-none");
    }

    @Test
    @Tag("R4")
    void scoresAreTakenWithinTheirRangesOrWaivedWithAReason() {
        assertThat(lacks(Part.SCORES, Answers.NONE)).containsExactly("setup.lack.scores");
        assertThat(lacks(Part.SCORES, typed(ScoresPart.PSEQ, "61"))).contains("setup.scores.pseq");
        assertThat(entered(Part.SCORES, typed(ScoresPart.SEVERITY, "6,25"))).hasSize(1);
        assertThat(entered(Part.SCORES, typed(ScoresPart.WAIVED, "too tired"))).hasSize(1);
    }

    @Test
    @Tag("R8")
    void anotherLineThanAdvisedIsRecordedWithItsReason() {
        Answers answers = typed(
                LinePart.ROUTE,
                "INTRAVENOUS",
                LinePart.DEDICATED,
                "yes",
                LinePart.SITE,
                "forearm",
                LinePart.REASON,
                "rash");
        assertThat(entered(Part.LINE, answers))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("LineConfirmed", "AdmissionRecorded");
        assertThat(LinePart.isPreferred(answers)).isFalse();
        assertThat(LinePart.isPreferred(answers.with(LinePart.ROUTE, "SUBCUTANEOUS")))
                .isTrue();
    }

    @Test
    @Tag("R13")
    void aPlannedWeanLastsTwelveToTwentyFourHours() {
        Answers planned = typed(WardPart.WEAN, "PLANNED");
        assertThat(lacks(Part.WARD, planned)).containsExactly("setup.ward.hours");
        assertThat(lacks(Part.WARD, planned.with(WardPart.HOURS, "36"))).containsExactly("setup.ward.hours");
        assertThat(entered(Part.WARD, planned.with(WardPart.HOURS, "18"))).hasSize(1);
    }

    @Test
    @Tag("B5")
    void aPumpIsBoundByTheNumberOnItsLabelOnly() {
        Answers answers = typed(PumpPart.WAY, "WIRE", PumpPart.SERIAL, "1400 -8271");
        assertThat(entered(Part.PUMP, answers))
                .containsExactly(new Event.PumpBound(NOW, "Perfusor Space", "1400-8271", NURSE));
        assertThat(lacks(Part.PUMP, answers.with(PumpPart.SERIAL, "1400-9999"))).containsExactly("setup.lack.serial");
        pump = Optional.empty();
        assertThat(lacks(Part.PUMP, answers)).containsExactly("setup.lack.pump");
    }

    @Test
    void whatIsInTheRecordComesBackAsItWouldBeTyped() {
        line = Optional.of(new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "left abdomen"));
        admission = Optional.of(new Admission(true, false, "", new Admission.WeanPlan(Optional.of(18))));
        for (Part part : List.of(Part.PATIENT, Part.PURPOSE, Part.LINE, Part.WARD, Part.DRUG)) {
            Answers recorded = part.rules().recorded(now(), Answers.NONE);
            assertThat(recorded.isEmpty()).as(part.name()).isFalse();
            assertThat(lacks(part, recorded)).as(part.name()).isEmpty();
        }
    }
}
