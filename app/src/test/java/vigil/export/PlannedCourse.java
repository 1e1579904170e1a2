package vigil.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Assessment;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;
import vigil.store.CareRecord;
import vigil.store.ReadingRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.DayRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.GateLine;
import vigil.store.SessionRecord.HistoryPoint;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.ObservationRow;
import vigil.store.SessionRecord.PumpRow;
import vigil.store.SessionRecord.ReviewRow;
import vigil.store.SessionRecord.SegmentRow;
import vigil.store.SessionRecord.SetUpRows;
import vigil.store.SessionRecord.SignatureRow;
import vigil.store.SessionRecord.TotalsRow;

/**
 * A planned course by hand: 70 kg, 4 mg/mL, induction at 0.05 mg/kg/h, steps to 0.1 and 0.2, a wean of twelve hours in
 * three steps, cessation at t0 2026-03-06 08:00 Sydney time, nine rows of which minute 45 is late and minute 90 lacks
 * SpO2.
 */
final class PlannedCourse {
    static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    static final Instant T0 = Instant.parse("2026-03-05T21:00:00Z");
    static final Instant START = Instant.parse("2026-03-01T23:00:00Z");
    static final Instant PRINTED = Instant.parse("2026-03-06T01:24:00Z");
    static final String CHAIN = "7c1e90ab44d2f6e80b93a517c2d86e1f90a4173de6b25f0831fc7ad958e0c64b";
    static final Staff BROWN = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    static final Staff OKAFOR = new Staff("po03", "Dr P. Okafor", Staff.Role.PHYSICIAN);
    static final Patient WINTER =
            new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");

    private PlannedCourse() {}

    static SessionRecord record() {
        return record(WINTER, UnaryOperator.identity());
    }

    static SessionRecord ofPatient(Patient patient) {
        return record(patient, UnaryOperator.identity());
    }

    /** The course with some of its lists replaced. */
    static SessionRecord record(Patient patient, UnaryOperator<Parts> change) {
        return record(patient, gate(), change);
    }

    static SessionRecord withGate(List<GateLine> gate) {
        return record(WINTER, gate, UnaryOperator.identity());
    }

    private static SessionRecord record(Patient patient, List<GateLine> gate, UnaryOperator<Parts> change) {
        Parts parts = change.apply(new Parts(
                PlannedRounds.observations(),
                alarms(),
                List.of(),
                List.of(),
                notes(),
                cessation(),
                CareRecord.NOTHING,
                segments(),
                false));
        return new SessionRecord(
                new SessionId("s-20260302-01"),
                parts.simulated(),
                "0.1.0",
                ZONE,
                patient,
                parts.cessation().isPresent() ? Phase.OBSERVATION_COMPLETE : Phase.WEANING,
                START.minusSeconds(3600),
                BROWN,
                Optional.of(START),
                T0.plus(Duration.ofMinutes(250)),
                setUp(),
                parts.segments(),
                parts.observations(),
                parts.cessation(),
                gate,
                Optional.of(new DischargePlan(true, true, true, true, false)),
                totals(),
                history(),
                parts.alarms(),
                parts.gaps(),
                parts.signatures(),
                parts.notes(),
                List.of(new ReviewRow(T0.minusSeconds(80_000), OKAFOR)),
                parts.care(),
                new JournalHead(48_210, CHAIN));
    }

    /** A sheet printed one second after a reading, half an hour before t0. */
    static HandoverSheet handover() {
        return handover(record(WINTER, Parts::stillRunning));
    }

    static HandoverSheet handover(SessionRecord record) {
        Instant at = T0.minus(Duration.ofMinutes(30));
        return new HandoverSheet(record, Optional.of(reading(at)), at.plusSeconds(1));
    }

    static ReadingRow reading(Instant at) {
        return new ReadingRow(
                40_000,
                at,
                2,
                "WEANING",
                "DELIVERING",
                Optional.of(decimal("0.875")),
                Optional.of(decimal("3.5")),
                Optional.of(decimal("0.05")),
                Optional.of(decimal("24.15")),
                Optional.of(decimal("25.85")),
                decimal("742"),
                Optional.of(decimal("4")),
                Optional.of(decimal("70")),
                "ok");
    }

    record Parts(
            List<ObservationRow> observations,
            List<AlarmRow> alarms,
            List<GapRow> gaps,
            List<SignatureRow> signatures,
            List<NoteRow> notes,
            Optional<CessationRow> cessation,
            CareRecord care,
            List<SegmentRow> segments,
            boolean simulated) {

        Parts withAlarms(List<AlarmRow> changed) {
            return new Parts(observations, changed, gaps, signatures, notes, cessation, care, segments, simulated);
        }

        Parts withGaps(List<GapRow> changed) {
            return new Parts(observations, alarms, changed, signatures, notes, cessation, care, segments, simulated);
        }

        Parts withNotes(List<NoteRow> changed) {
            return new Parts(observations, alarms, gaps, signatures, changed, cessation, care, segments, simulated);
        }

        Parts withSignatures(List<SignatureRow> changed) {
            return new Parts(observations, alarms, gaps, changed, notes, cessation, care, segments, simulated);
        }

        Parts withObservations(List<ObservationRow> changed) {
            return new Parts(changed, alarms, gaps, signatures, notes, cessation, care, segments, simulated);
        }

        Parts withCare(CareRecord changed) {
            return new Parts(observations, alarms, gaps, signatures, notes, cessation, changed, segments, simulated);
        }

        Parts withSegments(List<SegmentRow> changed) {
            return new Parts(observations, alarms, gaps, signatures, notes, cessation, care, changed, simulated);
        }

        Parts simulation() {
            return new Parts(observations, alarms, gaps, signatures, notes, cessation, care, segments, true);
        }

        Parts voided() {
            CessationRow row = cessation.orElseThrow();
            CessationRow voided = new CessationRow(
                    row.t0(),
                    row.lastDelivery(),
                    row.decidedAt(),
                    row.decidedBy(),
                    row.reason(),
                    row.wean(),
                    row.lastFlowRateMlPerH(),
                    row.lastMgPerH(),
                    row.lastMgPerKgPerH(),
                    true,
                    row.observation());
            return new Parts(
                    observations, alarms, gaps, signatures, notes, Optional.of(voided), care, segments, simulated);
        }

        Parts stillRunning() {
            List<ObservationRow> before =
                    observations.stream().filter(row -> row.at().isBefore(T0)).toList();
            return new Parts(before, alarms, gaps, signatures, notes, Optional.empty(), care, segments, simulated);
        }
    }

    static SignatureRow signature(SignatureMeaning meaning, String contentHash) {
        return new SignatureRow(T0.plus(Duration.ofMinutes(245)), BROWN, meaning, contentHash);
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    private static SetUpRows setUp() {
        WeightEntry weight = new WeightEntry(
                DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "ward scale", LocalDate.of(2026, 3, 1));
        Solution solution =
                new Solution("ketamine", Concentration.ofMgPerMl("4"), "200 mg in 50 mL sodium chloride 0.9 %");
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH("3.5"),
                DoseLimit.INDUCTION_LOW,
                DoseLimit.PSYCHOMIMETIC,
                RateOrder.Kind.CHANGE,
                "Dr P. Okafor");
        return new SetUpRows(
                List.of(new Dated<>(START, weight, BROWN)),
                List.of(new Dated<>(START, solution, BROWN)),
                Optional.of(new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "L abdomen")),
                Optional.of(new Assessment(
                        Set.of(Assessment.Purpose.LESS_OPIOID),
                        true,
                        Set.of(Assessment.OpioidReason.SIDE_EFFECTS),
                        true,
                        Assessment.OpioidPlan.REDUCE)),
                List.of(new Dated<>(START.plus(Duration.ofHours(24)), order, OKAFOR)),
                Optional.of(new PumpRow("Perfusor Space", "1400-8271")),
                SessionRecord.Accompanying.NOTHING);
    }

    private static List<SegmentRow> segments() {
        return List.of(
                new SegmentRow(
                        1,
                        START,
                        Optional.of(START.plus(Duration.ofHours(24))),
                        "start",
                        Optional.of(decimal("4")),
                        Optional.of(decimal("70")),
                        decimal("33.25"),
                        decimal("133"),
                        "ok"),
                new SegmentRow(
                        2,
                        START.plus(Duration.ofHours(24)),
                        Optional.of(T0),
                        "syringe change",
                        Optional.of(decimal("4")),
                        Optional.of(decimal("70")),
                        decimal("215.25"),
                        decimal("861"),
                        "ok"));
    }

    private static Optional<CessationRow> cessation() {
        return Optional.of(new CessationRow(
                T0,
                Optional.of(T0.minusSeconds(80)),
                T0,
                "Dr P. Okafor",
                CessationReason.PLANNED,
                Optional.of(Duration.ofHours(12)),
                Optional.of(decimal("0.5")),
                Optional.of(decimal("2")),
                Optional.of(decimal("0.029")),
                false,
                Duration.ofHours(4)));
    }

    private static TotalsRow totals() {
        return new TotalsRow(
                decimal("994"),
                Optional.of(decimal("14.2")),
                decimal("161"),
                List.of(
                        new DayRow(LocalDate.of(2026, 3, 2), decimal("70")),
                        new DayRow(LocalDate.of(2026, 3, 3), decimal("203")),
                        new DayRow(LocalDate.of(2026, 3, 4), decimal("336")),
                        new DayRow(LocalDate.of(2026, 3, 5), decimal("308")),
                        new DayRow(LocalDate.of(2026, 3, 6), decimal("31.5"))),
                false,
                Optional.of(decimal("0.2")),
                Optional.of(START.plus(Duration.ofHours(24))));
    }

    /** 0.05 for 12 h, 0.1 for 12 h, 0.2 for 58 h, then 0.15, 0.1 and 0.05 for 4 h each; 10-minute points. */
    private static List<HistoryPoint> history() {
        List<HistoryPoint> points = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int minute = 0; minute <= 94 * 60; minute += 10) {
            BigDecimal rate = rateAt(minute / 60);
            points.add(new HistoryPoint(
                    START.plus(Duration.ofMinutes(minute)), Optional.of(rate), total, rate.signum() > 0));
            total = total.add(rate.multiply(decimal("70")).divide(decimal("6"), 4, java.math.RoundingMode.HALF_UP));
        }
        return points;
    }

    private static BigDecimal rateAt(int hour) {
        if (hour < 12) {
            return decimal("0.05");
        }
        if (hour < 24) {
            return decimal("0.1");
        }
        if (hour < 82) {
            return decimal("0.2");
        }
        return hour < 86 ? decimal("0.15") : hour < 90 ? decimal("0.1") : hour < 94 ? decimal("0.05") : decimal("0");
    }

    private static List<AlarmRow> alarms() {
        return List.of(new AlarmRow(
                "PUMP:50111:INA3",
                "PUMP_ALARM",
                "PUMP",
                "LOW",
                "Syringe near end",
                T0.minus(Duration.ofHours(2)),
                Optional.of(T0.minus(Duration.ofMinutes(110))),
                Optional.of(T0.minus(Duration.ofMinutes(115))),
                Optional.of("ab12")));
    }

    /** The clock of the console, set two hours ahead half an hour after the end. */
    static AlarmRow clockSet() {
        return new AlarmRow(
                "CLOCK_SET",
                "CLOCK_SET",
                "TECHNICAL",
                "LOW",
                "+2:00:00",
                T0.plus(Duration.ofMinutes(150)),
                Optional.of(T0.plus(Duration.ofMinutes(150))),
                Optional.empty(),
                Optional.empty());
    }

    private static List<NoteRow> notes() {
        return List.of(new NoteRow(T0.plus(Duration.ofMinutes(100)), BROWN, "Ate a light meal."));
    }

    private static List<GateLine> gate() {
        return List.of(
                new GateLine(1, true, "4:10"),
                new GateLine(2, true, "done 12:02"),
                new GateLine(3, true, "sedation 0"),
                new GateLine(4, true, "none"),
                new GateLine(5, true, "EWS 0"),
                new GateLine(6, true, "none"),
                new GateLine(7, true, "none"),
                new GateLine(8, false, "row 45 late, row 90 SpO2 missing"),
                new GateLine(9, false, "follow-up not booked"));
    }
}
