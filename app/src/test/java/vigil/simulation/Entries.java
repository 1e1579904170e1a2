package vigil.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.engine.Bedside;
import vigil.engine.Charts;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.session.Admission;
import vigil.session.Assessment;
import vigil.session.CessationReason;
import vigil.session.Concern;
import vigil.session.DeliveryCause;
import vigil.session.Direction;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Overridable;
import vigil.session.Patient;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.StopReason;
import vigil.session.WeightEntry;

/** What people enter, from a seed. Most of it is ordinary; the console refuses the rest. Not thread-safe. */
final class Entries {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final String PHYSICIAN = "Dr P. Okafor";
    private static final String[] REMARKS = {
        "", "", "", "S1:1", "S1:2", "S2:2 S4:1", "D1:U", "D1:U D2:U", "D5:Y", "D6:?", "sedation:1", "sedation:2"
    };
    private static final String[] KEYS = {
        "R10", "R12", "R15", "R16", "R17", "R26", "R27", "LINK_LOST", "EMERGENCY", "OBSERVATION_OVERDUE"
    };

    private final Random random;

    Entries(Random random) {
        this.random = random;
    }

    Event opens(Moment at, int number) {
        Patient patient = new Patient(
                "Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", String.valueOf(number));
        return new Event.SessionOpened(at, new SessionId("sim-" + number), patient, SYDNEY, Bedside.NURSE);
    }

    /** Everything between an open session and READY. */
    List<Event> setUp(Moment at, PumpIdentity pump) {
        Assessment assessment = new Assessment(
                Set.of(Assessment.Purpose.LESS_OPIOID),
                true,
                Set.of(Assessment.OpioidReason.POOR_RESPONSE),
                true,
                Assessment.OpioidPlan.REDUCE);
        InfusionLine line = new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "left abdomen");
        Admission admission = new Admission(true, true, "", Admission.WeanPlan.NONE);
        return List.of(
                binds(at, pump),
                weighs(at, 70),
                fills(at),
                new Event.LineConfirmed(at, line, Bedside.NURSE),
                new Event.AssessmentRecorded(at, assessment, Bedside.PHYSICIAN),
                new Event.AdmissionRecorded(at, admission, Bedside.PHYSICIAN),
                orders(at, RateOrder.Kind.START, "1.75"),
                charts(at, ""),
                checks(at));
    }

    Event binds(Moment at, PumpIdentity pump) {
        return new Event.PumpBound(at, pump.model(), pump.serialNumber().orElse(""), Bedside.NURSE);
    }

    private Event weighs(Moment at, int kg) {
        DosingWeight weight = DosingWeight.ofKg(String.valueOf(kg));
        WeightEntry entry = new WeightEntry(weight, WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 1));
        return new Event.WeightConfirmed(at, entry, Bedside.NURSE);
    }

    private Event fills(Moment at) {
        Solution solution =
                new Solution("ketamine", Concentration.ofMgPerMl(String.valueOf(3 + random.nextInt(3))), "in 50 mL");
        return new Event.SolutionConfirmed(at, solution, Bedside.NURSE, Bedside.SECOND);
    }

    private Event orders(Moment at, RateOrder.Kind kind, String mlPerH) {
        RateOrder order =
                new RateOrder(FlowRate.ofMlPerH(mlPerH), DoseLimit.of("0.05"), DoseLimit.of("0.5"), kind, PHYSICIAN);
        return new Event.RateOrdered(at, order, Bedside.PHYSICIAN);
    }

    private static Event charts(Moment at, String remarkable) {
        return new Event.ObservationsCharted(at, Charts.with(remarkable), Bedside.NURSE);
    }

    /** A complete set in which nothing is remarkable. */
    Event chartsPlain(Moment at) {
        return charts(at, "");
    }

    Event checks(Moment at) {
        PumpCheck check = new PumpCheck(
                Chance.of(random, PumpCheck.Occasion.values()),
                Set.of(PumpCheck.Item.values()),
                Optional.empty(),
                PumpCheck.Syringe.NOT_NOTED,
                "",
                "");
        return new Event.PumpChecked(at, check, Bedside.NURSE, Optional.of(Bedside.SECOND));
    }

    Event ceases(Moment at) {
        return new Event.CessationDecided(at, Chance.of(random, CessationReason.values()), PHYSICIAN, Bedside.NURSE);
    }

    Event releases(Moment at) {
        return new Event.Signed(at, SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), Bedside.PHYSICIAN);
    }

    Event plansDischarge(Moment at) {
        return new Event.DischargePlanned(at, new DischargePlan(true, true, true, true, true), Bedside.PHYSICIAN);
    }

    Event explains(Moment at, StopReason reason) {
        return new Event.StopExplained(at, reason, "", Bedside.NURSE);
    }

    /** One entry of any kind. */
    Event any(Moment at) {
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> charts(at, Chance.of(random, REMARKS));
            case 3 -> explains(at, Chance.of(random, StopReason.values()));
            case 4 ->
                orders(at, Chance.of(random, RateOrder.Kind.values()), Chance.of(random, "0.7", "1.75", "3.5", "8.7"));
            case 5 -> weighs(at, 66 + 2 * random.nextInt(4));
            case 6 -> fills(at);
            case 7 -> new Event.PauseAssessed(at, random.nextBoolean(), Bedside.NURSE);
            case 8 ->
                new Event.PhysicianDirected(at, new Direction(PHYSICIAN, at.utc(), "lower the rate"), Bedside.NURSE);
            case 9 ->
                new Event.OverrideRecorded(
                        at, Chance.of(random, Overridable.values()), PHYSICIAN, "seen", Bedside.NURSE);
            case 10 -> new Event.PatientAway(at, "X-ray", Bedside.NURSE);
            case 11 -> new Event.PatientBack(at, Bedside.NURSE);
            case 12 -> new Event.ConcernRaised(at, Concern.SEIZURE, "20 s", Bedside.NURSE);
            case 13 -> new Event.ConcernEnded(at, "seen by the team", Bedside.NURSE);
            case 14 ->
                new Event.DeliveryExplained(at, Chance.of(random, DeliveryCause.values()), "seen", Bedside.NURSE);
            case 15 -> new Event.ReviewDone(at, Bedside.PHYSICIAN);
            case 16 -> new Event.AudioPaused(at, Bedside.NURSE);
            default -> new Event.ConditionAcknowledged(at, Chance.of(random, KEYS), Bedside.NURSE);
        };
    }
}
