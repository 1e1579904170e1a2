package vigil.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.dose.DosingWeight;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.session.Admission;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Staff;
import vigil.ui.form.Answers;

/** What each part of the set-up asks, refuses and enters, but for drug and order; without a toolkit. */
class PartsTest extends AnsweredParts {
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
