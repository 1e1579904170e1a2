package vigil.export;

import static vigil.export.PlannedCourse.BROWN;
import static vigil.export.PlannedCourse.OKAFOR;
import static vigil.export.PlannedCourse.START;
import static vigil.export.PlannedCourse.T0;
import static vigil.export.PlannedCourse.decimal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.DeliveryCause;
import vigil.session.PumpCheck;
import vigil.session.PumpCheck.Item;
import vigil.session.PumpCheck.Occasion;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.store.CareRecord;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.Deed;
import vigil.store.CareRecord.EntryRow;
import vigil.store.CareRecord.FastRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.CareRecord.StopRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.SegmentRow;

/**
 * What may happen around the course of {@link PlannedCourse}: two pauses, one of them resumed early, a direction, a rule
 * set aside, an emergency that was none, a walk, four checks, a stop, a bolus that was a purge.
 */
final class PlannedCare {
    private static final Staff ELLIS = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);

    private PlannedCare() {}

    static SessionRecord eventful() {
        return PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withCare(care()));
    }

    /** As that, but the pump has no wire, and an hour of the second segment was filled from the volume difference. */
    static SessionRecord charted() {
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withCare(care())
                        .withSegments(List.of(
                                of(parts.segments().getFirst(), "estimated"),
                                of(parts.segments().getLast(), "charted"))));
    }

    private static SegmentRow of(SegmentRow it, String quality) {
        return new SegmentRow(
                it.number(),
                it.start(),
                it.end(),
                it.openedBecause(),
                it.concentrationMgPerMl(),
                it.weightKg(),
                it.volumeMl(),
                it.massMg(),
                quality);
    }

    static CareRecord care() {
        Instant first = hour(28);
        return new CareRecord(
                List.of(
                        new PauseRow(
                                1,
                                first,
                                Optional.of(first.plus(Duration.ofMinutes(125))),
                                Optional.of(Duration.ofMinutes(125)),
                                true,
                                false,
                                Optional.of(true),
                                Duration.ofHours(1)),
                        new PauseRow(
                                2,
                                hour(40),
                                Optional.of(hour(40).plus(Duration.ofMinutes(41))),
                                Optional.of(Duration.ofMinutes(41)),
                                true,
                                true,
                                Optional.empty(),
                                Duration.ofHours(1))),
                said(),
                checks(),
                List.of(new StopRow(
                        hour(50),
                        StopReason.SYRINGE_CHANGE,
                        "new syringe from pharmacy",
                        Optional.of(Duration.ofMinutes(15)),
                        BROWN)),
                List.of(new FastRow(hour(51), DeliveryCause.PURGE, "line changed", BROWN)),
                List.of(new Dated<>(hour(51), decimal("1.2"), BROWN)),
                List.of(
                        new EntryRow(3, START, "WEIGHT_CONFIRMED", BROWN),
                        new EntryRow(4, START, "SOLUTION_CONFIRMED", BROWN),
                        new EntryRow(48_000, T0.plusSeconds(60), "OBSERVATIONS_CHARTED", BROWN),
                        new EntryRow(
                                48_001,
                                T0.plusSeconds(90),
                                "SETTING_CHANGED",
                                new Staff("bm01", "B. Marsh", Staff.Role.BIOMEDICAL),
                                Optional.of(new CareRecord.Changed("pump line", "", "bcc at /dev/ttyUSB0")))));
    }

    private static List<SaidRow> said() {
        return List.of(
                said(hour(30), BROWN, Deed.PAUSE_ASSESSED, "EASED", "", ""),
                new SaidRow(
                        hour(40),
                        BROWN,
                        Deed.PHYSICIAN_DIRECTED,
                        "",
                        "Dr P. Okafor",
                        "Pause, then 2.6 mL/h. No raise today.",
                        Optional.of(hour(40).minusSeconds(300))),
                said(hour(41), BROWN, Deed.OVERRIDE_RECORDED, "R15", "Dr P. Okafor", "patient comfortable, pain 8"),
                said(hour(60), ELLIS, Deed.PATIENT_AWAY, "", "", "X-ray"),
                said(hour(61), ELLIS, Deed.PATIENT_BACK, "", "", ""),
                said(hour(62), ELLIS, Deed.CONCERN_RAISED, "CLINICIAN", "", "looks unwell"),
                said(hour(63), ELLIS, Deed.CONCERN_ENDED, "", "", "seen by team, well"),
                said(hour(70), OKAFOR, Deed.REVIEW_PLANNED, "2026-03-20", "", ""));
    }

    private static SaidRow said(Instant at, Staff by, Deed deed, String subject, String physician, String words) {
        return new SaidRow(at, by, deed, subject, physician, words, Optional.empty());
    }

    private static List<CheckRow> checks() {
        return List.of(
                check(START, Occasion.START, EnumSet.allOf(Item.class), "", Optional.of(ELLIS)),
                check(
                        hour(1),
                        Occasion.HOURLY,
                        EnumSet.of(Item.PRESCRIPTION, Item.LOCK, Item.LINE, Item.SITE),
                        "",
                        none()),
                check(hour(50), Occasion.SYRINGE_CHANGE, EnumSet.allOf(Item.class), "", Optional.of(ELLIS)),
                check(
                        T0.minusSeconds(3600),
                        Occasion.HOURLY,
                        EnumSet.complementOf(EnumSet.of(Item.LOCK)),
                        "key missing, locked later",
                        none()));
    }

    private static Optional<Staff> none() {
        return Optional.empty();
    }

    private static CheckRow check(
            Instant at, Occasion occasion, Set<Item> confirmed, String note, Optional<Staff> second) {
        PumpCheck.Figures figures = new PumpCheck.Figures(
                true,
                FlowRate.ofMlPerH("0.875"),
                new Volume(decimal("24.15")),
                Optional.of(new Volume(decimal("25.85"))),
                Optional.of(80));
        return new CheckRow(
                at,
                new PumpCheck(occasion, confirmed, Optional.of(figures), PumpCheck.Syringe.NOT_NOTED, "", note),
                BROWN,
                second);
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
