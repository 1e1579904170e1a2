package vigil.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Admission;
import vigil.session.Assessment;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.OutcomeScores;
import vigil.session.Patient;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.WeightEntry;

/** What people enter to set up the course of a {@link Bedside} and to change it, at its present moment. */
final class CourseEntries {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private CourseEntries() {}

    static Event opened(Bedside bedside) {
        Patient patient =
                new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");
        return new Event.SessionOpened(
                bedside.now(), new SessionId("test-0001"), patient, Bedside.SYDNEY, Bedside.NURSE);
    }

    static Event line(Bedside bedside) {
        InfusionLine line = new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "left abdomen");
        return new Event.LineConfirmed(bedside.now(), line, Bedside.NURSE);
    }

    static Event assessed(Bedside bedside) {
        Assessment assessment = new Assessment(
                Set.of(Assessment.Purpose.LESS_OPIOID),
                true,
                Set.of(Assessment.OpioidReason.POOR_RESPONSE),
                true,
                Assessment.OpioidPlan.REDUCE);
        return new Event.AssessmentRecorded(bedside.now(), assessment, Bedside.PHYSICIAN);
    }

    static Event admitted(Bedside bedside) {
        Admission admission = new Admission(true, true, "", Admission.WeanPlan.NONE);
        return new Event.AdmissionRecorded(bedside.now(), admission, Bedside.PHYSICIAN);
    }

    static Event scored(Bedside bedside) {
        OutcomeScores scores = new OutcomeScores(
                OutcomeScores.Occasion.BEFORE,
                TODAY,
                Optional.of(new BigDecimal("6.5")),
                Optional.of(new BigDecimal("7")),
                Optional.of(17),
                "",
                "");
        return new Event.OutcomesScored(bedside.now(), scores, Bedside.PHYSICIAN);
    }

    static Event weight(Bedside bedside, String kg) {
        return new Event.WeightConfirmed(bedside.now(), entry(kg), Bedside.NURSE);
    }

    static Event measured(Bedside bedside, String kg) {
        return new Event.WeightMeasured(bedside.now(), entry(kg), Bedside.NURSE);
    }

    private static WeightEntry entry(String kg) {
        return new WeightEntry(DosingWeight.ofKg(kg), WeightEntry.Basis.MEASURED, "bed scale", TODAY);
    }

    static Event solution(Bedside bedside, String mgPerMl) {
        return new Event.SolutionConfirmed(bedside.now(), made(mgPerMl), Bedside.NURSE, Bedside.SECOND);
    }

    static Event unchecked(Bedside bedside, String mgPerMl) {
        return new Event.SolutionEntered(bedside.now(), made(mgPerMl), Bedside.NURSE);
    }

    private static Solution made(String mgPerMl) {
        return new Solution("ketamine", Concentration.ofMgPerMl(mgPerMl), "200 mg in 50 mL");
    }

    static Event order(Bedside bedside, String mlPerH, RateOrder.Kind kind, String highest) {
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH(mlPerH), DoseLimit.of("0.05"), DoseLimit.of(highest), kind, Bedside.PHYSICIAN.name());
        return new Event.RateOrdered(bedside.now(), order, Bedside.PHYSICIAN);
    }

    static Event backdating(Bedside bedside) {
        return new Event.Signed(
                bedside.now(), SignatureMeaning.CESSATION_BACKDATED, "cd".repeat(32), Bedside.PHYSICIAN);
    }

    static Event release(Bedside bedside) {
        return new Event.Signed(
                bedside.now(), SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), Bedside.PHYSICIAN);
    }
}
