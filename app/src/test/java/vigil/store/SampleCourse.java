package vigil.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.Patient;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.session.WeightEntry;

/**
 * The events of a course at 1.75 mL/h, 4 mg/mL, 70 kg (0.1 mg/kg/h), made step by step. The pump counts in hundredths of
 * a millilitre. Not thread-safe.
 */
final class SampleCourse {
    static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    static final Staff PHYSICIAN = new Staff("cd34", "C. Doe FFPMANZCA", Staff.Role.PHYSICIAN);
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Patient PATIENT =
            new Patient("O'Brien", "Zoë", "000123", LocalDate.of(1970, 1, 1), "none known", "4 East 12");
    private static final PumpIdentity PUMP = new PumpIdentity("Perfusor Space", Optional.of("4711"), "50111");
    private static final BigDecimal ML_PER_H = new BigDecimal("1.75");
    private static final BigDecimal SYRINGE_ML = new BigDecimal("50");

    private final List<Event> events = new ArrayList<>();
    private Moment now = new Moment(START, 0, 0);
    private BigDecimal infused = BigDecimal.ZERO;

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The events since they were last taken, so that days of them need not be held at once. */
    List<Event> taken() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** A whole course: set-up, some infusing with a gap, an alarm, a new weight, cessation, four hours, discharge. */
    static SampleCourse whole(String id) {
        return whole(id, PATIENT);
    }

    static SampleCourse whole(String id, Patient patient) {
        return new SampleCourse()
                .console()
                .setUp(id, patient)
                .infusing(Duration.ofMinutes(20))
                .observations(ObservationSet.Kind.CORE, "resting")
                .alarm("INA3")
                .silence(Duration.ofSeconds(45))
                .infusing(Duration.ofMinutes(3))
                .newWeight("68.5")
                .infusing(Duration.ofMinutes(2))
                .ceasing()
                .observed()
                .discharged();
    }

    SampleCourse console() {
        return add(new Event.ConsoleStarted(now, "boot-1", "0.1.0", true)).link(new LinkState.Live());
    }

    SampleCourse setUp(String id) {
        return setUp(id, PATIENT);
    }

    private SampleCourse setUp(String id, Patient patient) {
        add(new Event.SessionOpened(now, new SessionId(id), patient, ZoneId.of("Australia/Brisbane"), NURSE));
        add(new Event.WeightConfirmed(now, weight("70", Optional.empty()), NURSE));
        Solution solution = new Solution("Ketamine", Concentration.ofMgPerMl("4"), "200 mg in 50 mL");
        add(new Event.SolutionConfirmed(now, solution, NURSE, PHYSICIAN));
        InfusionLine line = new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "left arm");
        add(new Event.LineConfirmed(now, line, NURSE));
        add(new Event.AssessmentRecorded(
                now,
                new Assessment(
                        Set.of(Assessment.Purpose.LESS_OPIOID, Assessment.Purpose.QUALITY_OF_LIFE),
                        true,
                        Set.of(Assessment.OpioidReason.POOR_RESPONSE),
                        true,
                        Assessment.OpioidPlan.REDUCE),
                PHYSICIAN));
        RateOrder order = new RateOrder(
                new FlowRate(ML_PER_H), DoseLimit.INDUCTION_LOW, DoseLimit.MAXIMUM, RateOrder.Kind.START, "C. Doe");
        add(new Event.RateOrdered(now, order, PHYSICIAN));
        return add(new Event.PumpBound(now, "Perfusor Space", "4711", NURSE));
    }

    /** Two hours with a note each minute: long enough to be killed in the middle, the same each time. */
    static SampleCourse twoHours(String id) {
        SampleCourse course = new SampleCourse().console().setUp(id);
        for (int minute = 1; minute <= 120; minute++) {
            course.infusing(Duration.ofSeconds(59))
                    .silence(Duration.ofSeconds(1))
                    .note("minute " + minute);
        }
        return course;
    }

    SampleCourse newWeight(String kg) {
        BodySize size = new BodySize(new BigDecimal("171.5"), DosingWeight.ofKg(kg), BodySize.DosedOn.ACTUAL, "");
        return add(new Event.WeightConfirmed(now, weight(kg, Optional.of(size)), NURSE));
    }

    private static WeightEntry weight(String kg, Optional<BodySize> size) {
        return new WeightEntry(
                DosingWeight.ofKg(kg), WeightEntry.Basis.MEASURED, "ward scale", LocalDate.of(2026, 3, 1), size);
    }

    /** A reading each second. */
    SampleCourse infusing(Duration length) {
        for (long second = 0; second < length.toSeconds(); second++) {
            pass(Duration.ofSeconds(1));
            if (second % 20 == 19) {
                infused = infused.add(new BigDecimal("0.01"));
            }
            reading(DeliveryStatus.DELIVERING);
        }
        return this;
    }

    private void reading(DeliveryStatus status) {
        add(new Event.PumpSaid(new PumpEvent.Reading(PumpReading.from(PUMP, now)
                .deliveryStatus(status)
                .flowRate(new FlowRate(ML_PER_H))
                .volumeInfused(new Volume(infused))
                .volumeRemaining(new Volume(SYRINGE_ML.subtract(infused.remainder(SYRINGE_ML))))
                .build())));
    }

    /** Nothing arrives but the clock goes on. */
    SampleCourse silence(Duration length) {
        for (long second = 0; second < length.toSeconds(); second++) {
            pass(Duration.ofSeconds(1));
            add(new Event.Tick(now));
        }
        return this;
    }

    SampleCourse link(LinkState state) {
        return add(new Event.PumpSaid(new PumpEvent.LinkChanged(now, state)));
    }

    SampleCourse alarm(String code) {
        PumpAlarm alarm = new PumpAlarm(AlarmClass.NEAR_END, code, "near end =1+1");
        add(new Event.PumpSaid(new PumpEvent.AlarmStarted(now, PUMP, alarm)));
        infusing(Duration.ofSeconds(5));
        return add(new Event.PumpSaid(new PumpEvent.AlarmEnded(now, PUMP, alarm)));
    }

    SampleCourse observations(ObservationSet.Kind kind, String note) {
        Map<SideEffectItem, Integer> sideEffects = new EnumMap<>(SideEffectItem.class);
        Map<DissociationItem, Answer> dissociation = new EnumMap<>(DissociationItem.class);
        for (SideEffectItem item : SideEffectItem.values()) {
            sideEffects.put(item, item == SideEffectItem.S2 ? 1 : 0);
        }
        for (DissociationItem item : DissociationItem.values()) {
            dissociation.put(item, Answer.NO);
        }
        return add(new Event.ObservationsCharted(
                now,
                new ObservationSet(
                        kind,
                        0,
                        vitals(),
                        Optional.of(new ObservationSet.Pain(3, 5)),
                        Optional.of(0),
                        kind == ObservationSet.Kind.FULL ? Optional.of(0) : Optional.empty(),
                        sideEffects,
                        dissociation,
                        Optional.of(new ObservationSet.Orientation(true, true, true, 3)),
                        note),
                NURSE));
    }

    private static ObservationSet.Vitals vitals() {
        return new ObservationSet.Vitals(
                Optional.of(14),
                Optional.of(97),
                Optional.of(BigDecimal.ZERO),
                Optional.of(78),
                Optional.of(128),
                Optional.of(76),
                Optional.of(new BigDecimal("36.6")),
                Optional.of(ObservationSet.Consciousness.ALERT));
    }

    SampleCourse note(String text) {
        return add(new Event.NoteAdded(now, text, NURSE));
    }

    SampleCourse ceasing() {
        add(new Event.StopExplained(now, StopReason.OTHER, "end of course", NURSE));
        add(new Event.CessationDecided(now, CessationReason.PLANNED, "C. Doe", NURSE));
        pass(Duration.ofSeconds(1));
        reading(DeliveryStatus.NOT_DELIVERING);
        return this;
    }

    SampleCourse explained(StopReason reason) {
        return add(new Event.StopExplained(now, reason, "", NURSE));
    }

    /** The pump is seen to stand still. */
    SampleCourse standing() {
        pass(Duration.ofSeconds(1));
        reading(DeliveryStatus.NOT_DELIVERING);
        return this;
    }

    Moment now() {
        return now;
    }

    SampleCourse enter(Event event) {
        return add(event);
    }

    private SampleCourse observed() {
        for (int minutes = 0; minutes < 240; minutes += 15) {
            pass(Duration.ofMinutes(15));
            reading(DeliveryStatus.NOT_DELIVERING);
            observations(ObservationSet.Kind.FULL, "");
        }
        return this;
    }

    private SampleCourse discharged() {
        add(new Event.ReviewDone(now, PHYSICIAN));
        add(new Event.Signed(now, SignatureMeaning.OBSERVATIONS_COMPLETE, "ab".repeat(32), NURSE));
        add(new Event.Signed(now, SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), PHYSICIAN));
        return add(new Event.DischargePlanned(now, new DischargePlan(true, true, true, true, true), PHYSICIAN));
    }

    SampleCourse pass(Duration length) {
        now = now.plus(length);
        return this;
    }

    private SampleCourse add(Event event) {
        events.add(event);
        return this;
    }
}
