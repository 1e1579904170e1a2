package vigil.engine;

import java.time.LocalDate;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Event;
import vigil.session.RateOrder;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.WeightEntry;

/** What people enter about dose and course of a {@link Bedside}, at its present moment. */
final class CourseEntries {
    private CourseEntries() {}

    static Event weight(Bedside bedside, int kg) {
        return new Event.WeightConfirmed(bedside.now(), entry(kg), Bedside.NURSE);
    }

    static Event measured(Bedside bedside, int kg) {
        return new Event.WeightMeasured(bedside.now(), entry(kg), Bedside.NURSE);
    }

    private static WeightEntry entry(int kg) {
        DosingWeight weight = DosingWeight.ofKg(String.valueOf(kg));
        return new WeightEntry(weight, WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 1));
    }

    static Event solution(Bedside bedside, int mgPerMl) {
        return new Event.SolutionConfirmed(bedside.now(), made(mgPerMl), Bedside.NURSE, Bedside.SECOND);
    }

    static Event unchecked(Bedside bedside, int mgPerMl) {
        return new Event.SolutionEntered(bedside.now(), made(mgPerMl), Bedside.NURSE);
    }

    private static Solution made(int mgPerMl) {
        return new Solution("ketamine", Concentration.ofMgPerMl(String.valueOf(mgPerMl)), "in 50 mL");
    }

    static Event order(Bedside bedside, String mlPerH, RateOrder.Kind kind, String highest) {
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH(mlPerH), DoseLimit.of("0.05"), DoseLimit.of(highest), kind, Bedside.PHYSICIAN.name());
        return new Event.RateOrdered(bedside.now(), order, Bedside.PHYSICIAN);
    }

    static Event release(Bedside bedside) {
        return new Event.Signed(
                bedside.now(), SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), Bedside.PHYSICIAN);
    }
}
