package vigil.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.DailyItem;
import vigil.session.Direction;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Kind;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.OutcomeScores;
import vigil.session.Overridable;
import vigil.session.PumpCheck;
import vigil.session.SignatureMeaning;
import vigil.session.StopReason;

/**
 * A course with something in every part of the prints: a gap, an alarm, a check, a pause, directions, two weights, a late
 * row, a missing value, an amended set, opioids and scores before and after. Hardly a value stands in it twice, so that
 * one that is printed in the place of another is noticed.
 */
final class PrintedCourse {
    static final String ID = "s-printed";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<Integer> ROWS = List.of(1, 15, 31, 53, 62, 90, 121, 181, 242);
    private static final int LATE_ROW = 3;
    private static final int ROW_WITHOUT_SPO2 = 5;
    private static final int AMENDED_ROW = 1;

    private final SampleCourse course = new SampleCourse();
    private int sets;

    /** Until an hour before the end, with the pump running. */
    static List<Event> running() {
        return new PrintedCourse().infused().course.events();
    }

    /** From the first light to the discharge. */
    static List<Event> whole() {
        return new PrintedCourse().infused().observed().discharged().course.events();
    }

    private PrintedCourse infused() {
        course.console().setUp(ID);
        enter(regimen(OpioidRegimen.Occasion.ADMISSION, "83.5", "11.5"));
        enter(scores(OutcomeScores.Occasion.BEFORE, "6.53", 17));
        course.infusing(Duration.ofMinutes(6));
        chart(Kind.CORE, "resting 4 of 10");
        course.alarm("INA3").silence(Duration.ofSeconds(75)).infusing(Duration.ofMinutes(2));
        enter(new Event.PumpChecked(course.now(), check(), SampleCourse.NURSE, Optional.of(SampleCourse.PHYSICIAN)));
        Instant called = course.now().utc().minusSeconds(300);
        Direction direction = new Direction("C. Doe", called, "go on, look again at 02:40");
        enter(new Event.PhysicianDirected(course.now(), direction, SampleCourse.NURSE));
        enter(new Event.DailyItemDone(course.now(), DailyItem.SITE_ROTATED, "to the right arm", SampleCourse.NURSE));
        course.explained(StopReason.SIDE_EFFECT_PAUSE).standing().pass(Duration.ofMinutes(37));
        enter(new Event.OverrideRecorded(
                course.now(), Overridable.R15, "C. Doe", "eased after 37 min", SampleCourse.PHYSICIAN));
        course.infusing(Duration.ofMinutes(2)).newWeight("68.5").infusing(Duration.ofMinutes(2));
        chart(Kind.FULL, "");
        enter(new Event.PurgeRecorded(course.now(), Volume.ofMl("1.27"), SampleCourse.NURSE));
        course.note("sat up for 25 min").infusing(Duration.ofSeconds(20));
        return this;
    }

    private PrintedCourse observed() {
        course.ceasing();
        Instant t0 = course.now().utc();
        for (int row = 0; row < ROWS.size(); row++) {
            Instant due = t0.plus(Duration.ofMinutes(ROWS.get(row)));
            course.pass(Duration.between(course.now().utc(), due)).standing();
            chartRow(row);
        }
        return this;
    }

    private void chartRow(int row) {
        ObservationSet set = set(row % 4 == 0 ? Kind.FULL : Kind.CORE, row == LATE_ROW ? "called away to bed 31" : "");
        ObservationSet charted = row == ROW_WITHOUT_SPO2 ? withoutSpo2(set) : set;
        Instant at = course.now().utc();
        enter(new Event.ObservationsCharted(course.now(), charted, SampleCourse.NURSE));
        if (row == AMENDED_ROW) {
            course.pass(Duration.ofSeconds(90));
            ObservationSet amended = with(charted, Optional.of(88));
            enter(new Event.ObservationsAmended(course.now(), at, amended, "read off line 2", SampleCourse.NURSE));
        }
    }

    private PrintedCourse discharged() {
        enter(regimen(OpioidRegimen.Occasion.DISCHARGE, "41.5", "6"));
        enter(scores(OutcomeScores.Occasion.AFTER, "4.19", 38));
        enter(new Event.ReviewDone(course.now(), SampleCourse.PHYSICIAN));
        enter(new Event.ReviewPlanned(
                course.now(), Optional.of(LocalDate.of(2026, 4, 14)), "clinic 9", SampleCourse.PHYSICIAN));
        sign(SignatureMeaning.OBSERVATIONS_COMPLETE, "ab".repeat(32));
        sign(SignatureMeaning.REVIEWED_AGAINST_GATE, "5e".repeat(32));
        DischargePlan plan = new DischargePlan(true, true, true, true, true);
        enter(new Event.DischargePlanned(course.now(), plan, SampleCourse.PHYSICIAN));
        return this;
    }

    private void sign(SignatureMeaning meaning, String hash) {
        course.pass(Duration.ofSeconds(110));
        enter(new Event.Signed(course.now(), meaning, hash, SampleCourse.PHYSICIAN));
    }

    private void enter(Event event) {
        course.enter(event);
    }

    private void chart(Kind kind, String note) {
        enter(new Event.ObservationsCharted(course.now(), set(kind, note), SampleCourse.NURSE));
    }

    private ObservationSet set(Kind kind, String note) {
        int n = sets++;
        Map<SideEffectItem, Integer> sideEffects = new EnumMap<>(SideEffectItem.class);
        Map<DissociationItem, Answer> dissociation = new EnumMap<>(DissociationItem.class);
        for (SideEffectItem item : SideEffectItem.values()) {
            sideEffects.put(item, item == SideEffectItem.S2 && n < 2 ? n + 1 : 0);
        }
        for (DissociationItem item : DissociationItem.values()) {
            dissociation.put(item, item == DissociationItem.D4 && n == 1 ? Answer.UNSURE : Answer.NO);
        }
        return new ObservationSet(
                kind,
                n == 1 ? 1 : 0,
                vitals(n),
                Optional.of(new ObservationSet.Pain(n % 4 + 2, n % 3 + 6)),
                Optional.of(n == 1 ? 2 : 0),
                kind == Kind.FULL ? Optional.of(n == 1 ? 1 : 0) : Optional.empty(),
                kind == Kind.FULL ? sideEffects : Map.of(),
                dissociation,
                Optional.of(new ObservationSet.Orientation(true, true, true, 3)),
                note);
    }

    private static ObservationSet.Vitals vitals(int n) {
        return new ObservationSet.Vitals(
                Optional.of(12 + n % 6),
                Optional.of(94 + n % 6),
                Optional.of(new BigDecimal(n == 1 ? "2.5" : "0")),
                Optional.of(61 + n * 3),
                Optional.of(112 + n * 2),
                Optional.of(63 + n),
                Optional.of(new BigDecimal("36.1").add(new BigDecimal(n).movePointLeft(1))),
                Optional.of(ObservationSet.Consciousness.ALERT));
    }

    private static ObservationSet withoutSpo2(ObservationSet set) {
        ObservationSet.Vitals it = set.vitals();
        return with(
                set,
                new ObservationSet.Vitals(
                        it.respiratoryRatePerMin(),
                        Optional.empty(),
                        it.oxygenLPerMin(),
                        it.heartRatePerMin(),
                        it.systolicMmHg(),
                        it.diastolicMmHg(),
                        it.temperatureCel(),
                        it.consciousness()));
    }

    private static ObservationSet with(ObservationSet set, Optional<Integer> heartRate) {
        ObservationSet.Vitals it = set.vitals();
        return with(
                set,
                new ObservationSet.Vitals(
                        it.respiratoryRatePerMin(),
                        it.spo2Percent(),
                        it.oxygenLPerMin(),
                        heartRate,
                        it.systolicMmHg(),
                        it.diastolicMmHg(),
                        it.temperatureCel(),
                        it.consciousness()));
    }

    private static ObservationSet with(ObservationSet set, ObservationSet.Vitals vitals) {
        return new ObservationSet(
                set.kind(),
                set.sedation(),
                vitals,
                set.pain(),
                set.nausea(),
                set.site(),
                set.sideEffects(),
                set.dissociation(),
                set.orientation(),
                set.note());
    }

    private static PumpCheck check() {
        return new PumpCheck(
                PumpCheck.Occasion.HOURLY,
                EnumSet.of(PumpCheck.Item.LINE, PumpCheck.Item.LOCK),
                Optional.of(new PumpCheck.Figures(
                        true,
                        FlowRate.ofMlPerH("1.75"),
                        Volume.ofMl("0.72"),
                        Optional.of(Volume.ofMl("49.28")),
                        Optional.empty())),
                new PumpCheck.Syringe("50 mL", Optional.empty()),
                "ward safe",
                "");
    }

    private Event regimen(OpioidRegimen.Occasion occasion, String oxycodoneMg, String methadoneMg) {
        List<OpioidDose> doses = List.of(dose("oxycodone", oxycodoneMg), dose("methadone", methadoneMg));
        return new Event.OpioidRegimenRecorded(
                course.now(), new OpioidRegimen(occasion, DAY, doses, OmeddTable.CURRENT), SampleCourse.PHYSICIAN);
    }

    private static OpioidDose dose(String substance, String mg) {
        return new OpioidDose(substance, OpioidDose.Route.ORAL, new BigDecimal(mg), OpioidDose.Unit.MG_PER_DAY, false);
    }

    private Event scores(OutcomeScores.Occasion occasion, String severity, int pseq) {
        return new Event.OutcomesScored(
                course.now(),
                new OutcomeScores(
                        occasion,
                        DAY,
                        Optional.of(new BigDecimal(severity)),
                        Optional.of(new BigDecimal(severity).add(BigDecimal.ONE)),
                        Optional.of(pseq),
                        "",
                        ""),
                SampleCourse.PHYSICIAN);
    }
}
