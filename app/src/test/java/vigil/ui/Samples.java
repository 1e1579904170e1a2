package vigil.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.alarm.SoundState;
import vigil.dose.DoseRate;
import vigil.dose.DosingWeight;
import vigil.dose.DrugMass;
import vigil.engine.RecordingState;
import vigil.engine.Snapshot;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpIdentity;
import vigil.pump.Volume;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Rule;
import vigil.session.InfusionLine;
import vigil.session.ObservationDuty;
import vigil.session.ObservationSet;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.PlasmaChoice;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.session.Stamp;
import vigil.session.Supply;
import vigil.session.WeightEntry;

/** The fictitious course of the look page: day 2, 0.100 mg/kg/h, 248.4 mg given, 3 March 2026, 23:24:08 in Sydney. */
public final class Samples {
    public static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    public static final Instant NOW = local("2026-03-03T23:24:08");
    public static final DosingWeight SEVENTY = DosingWeight.ofKg("70");
    public static final Staff NURSE = new Staff("ab", "A. Brown RN", Staff.Role.NURSE);

    private Samples() {}

    public static Instant local(String dateTime) {
        return java.time.LocalDateTime.parse(dateTime).atZone(SYDNEY).toInstant();
    }

    public static Moment at(Instant utc) {
        long nanos = Duration.between(NOW, utc).plusHours(100).toNanos();
        return new Moment(utc, nanos, nanos);
    }

    public static DoseRate rate(String mgPerH) {
        return new DoseRate(new BigDecimal(mgPerH), SEVENTY);
    }

    /** Everything as it should be. */
    public static Snapshot calm() {
        return new Builder().build();
    }

    /** Of somebody else, so long after 09:00 on 18 February. */
    public static Snapshot past(Duration since) {
        Builder past = new Builder();
        past.now = local("2026-02-18T09:00:00").plus(since);
        past.patient = new Patient("O'Brien-Castellanos", "Maria", "0398 1120", LocalDate.of(1966, 7, 2), "none", "4");
        past.dose = dose("3.5", "0.88", false);
        past.courseMg = "133.0";
        past.todayMg = "84.0";
        return past.build();
    }

    /** No valid data for 14 s. */
    public static Snapshot stale() {
        Builder stale = new Builder();
        stale.dose = new Snapshot.Dose(
                Optional.empty(),
                Optional.of(new Snapshot.LastKnown(rate("7"), local("2026-03-03T23:23:54"))),
                Optional.of(Duration.ofSeconds(14)),
                true,
                false,
                DeliveryStatus.DELIVERING,
                Optional.of(FlowRate.ofMlPerH("1.75")),
                Optional.of(Concentration.ofMgPerMl("4")),
                Optional.of(Volume.ofMl("24.15")),
                Optional.of(Volume.ofMl("25.85")),
                Optional.of(Duration.ofMinutes(886)),
                Optional.of(local("2026-03-04T14:10:00")),
                Optional.of(rate("7")));
        stale.link = new Snapshot.Link(new LinkState.Silent(), stale.link.pump(), stale.link.bound());
        stale.conditions = List.of(condition("C15", AlarmKind.LINK_LOST, Origin.TECHNICAL, AlarmPriority.MEDIUM));
        stale.atLeast = true;
        return stale.build();
    }

    /** Above the maximum, the pump says occlusion pre-alarm, and a third condition; sound paused. */
    public static Snapshot alarming() {
        Builder builder = new Builder();
        builder.dose = dose("35.2", "8.80", true);
        builder.conditions = List.of(aboveMaximum(), occlusion(), lowBattery());
        builder.audioPausedUntil = Optional.of(at(NOW.plusSeconds(102)));
        return builder.build();
    }

    /** The same conditions, and they sound. */
    public static Snapshot sounding() {
        Builder builder = new Builder();
        builder.dose = dose("35.2", "8.80", true);
        builder.conditions = List.of(aboveMaximum(), occlusion(), lowBattery());
        return builder.build();
    }

    /** A rate that jumped tenfold and that nobody has compared yet. */
    public static Snapshot jumped() {
        Builder builder = new Builder();
        builder.dose = dose("32", "8.00", false);
        builder.conditions = List.of(rateJumped("0.8 mL/h → 8 mL/h"));
        return builder.build();
    }

    /** One that jumped beyond the maximum. */
    public static Snapshot jumpedAboveMaximum() {
        Builder builder = new Builder();
        builder.dose = dose("70", "17.50", true);
        builder.conditions = List.of(aboveMaximum(), rateJumped("1.75 mL/h → 17.5 mL/h"));
        return builder.build();
    }

    /** One that people read off a pump without a wire. */
    public static Snapshot jumpedAsCharted() {
        Builder builder = new Builder();
        builder.dose = dose("32", "8.00", false);
        builder.conditions = List.of(rateJumped("0.8 mL/h → 8 mL/h"));
        builder.link =
                new Snapshot.Link(builder.link.state(), Optional.empty(), builder.link.bound(), true, Optional.empty());
        return builder.build();
    }

    /** A check of the pump is the next that is due, at {@code due}. */
    public static Snapshot pumpCheckDue(Instant due) {
        Builder builder = new Builder();
        List<Snapshot.Due> dues = new ArrayList<>(List.of(
                new Snapshot.Due(Snapshot.Due.What.PUMP_CHECK, due, due.plusSeconds(900), false, Optional.empty())));
        dues.addAll(builder.due);
        builder.due = dues;
        return builder.build();
    }

    /** 83 minutes into the four hours after a planned end. */
    public static Snapshot observing() {
        Builder after = new Builder();
        Moment t0 = at(NOW.minusSeconds(83 * 60));
        after.dose = dose("0", "0", false);
        after.course = new Snapshot.Course(
                Phase.OBSERVING,
                false,
                Optional.of(Duration.ofMinutes(2_244)),
                Optional.of(2),
                List.of(),
                Optional.of(new Snapshot.Ceased(
                        vigil.session.CessationReason.PLANNED,
                        t0,
                        Duration.ofHours(4),
                        Optional.of(t0),
                        t0,
                        "Dr C. Lindqvist")),
                Optional.of(Duration.ofMinutes(83)));
        return after.build();
    }

    public static AlarmCondition aboveMaximum() {
        return new AlarmCondition(
                "R12",
                AlarmKind.DOSE_ABOVE_MAXIMUM,
                Origin.PROMPT,
                AlarmPriority.HIGH,
                at(local("2026-03-03T23:22:31")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Rule.R12),
                List.of(
                        new BasisLine("8.80 mL/h × 4 mg/mL", "35.20 mg/h"),
                        new BasisLine("÷ 70.0 kg", "0.503 mg/kg/h"),
                        new BasisLine("≤", "0.500 mg/kg/h")),
                "");
    }

    public static AlarmCondition rateJumped(String sum) {
        return new AlarmCondition(
                "RATE_JUMPED:" + sum,
                AlarmKind.RATE_JUMPED,
                Origin.PROMPT,
                AlarmPriority.INFORMATION,
                at(NOW.minusSeconds(14)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new BasisLine(sum, "")),
                "");
    }

    public static AlarmCondition reviewOverdue() {
        return new AlarmCondition(
                "R7",
                AlarmKind.OBSERVATION_OVERDUE,
                Origin.PROMPT,
                AlarmPriority.LOW,
                at(local("2026-03-03T23:22:31")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Rule.R07),
                List.of(
                        new BasisLine("basis.without-review", "", "24:31:00"),
                        new BasisLine("basis.limit", "", "24:00:00")),
                "");
    }

    public static AlarmCondition occlusion() {
        return mirrored("INA3", AlarmClass.OCCLUSION, "Occlusion pre-alarm", AlarmPriority.MEDIUM);
    }

    public static AlarmCondition lowBattery() {
        return mirrored("INA9", AlarmClass.BATTERY_LOW, "Battery low", AlarmPriority.LOW);
    }

    private static AlarmCondition mirrored(String code, AlarmClass alarmClass, String text, AlarmPriority priority) {
        return new AlarmCondition(
                "PUMP:50111:" + code,
                AlarmKind.PUMP_ALARM,
                Origin.PUMP,
                priority,
                at(local("2026-03-03T23:23:50")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PumpAlarm(alarmClass, code, text)),
                Optional.empty(),
                List.of(),
                "");
    }

    public static AlarmCondition condition(String key, AlarmKind kind, Origin origin, AlarmPriority priority) {
        return new AlarmCondition(
                key,
                kind,
                origin,
                priority,
                at(NOW.minusSeconds(14)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "");
    }

    public static AlarmCondition acknowledged(AlarmCondition condition) {
        return new AlarmCondition(
                condition.key(),
                condition.kind(),
                condition.origin(),
                condition.priority(),
                condition.since(),
                condition.endedAt(),
                Optional.of(new AlarmCondition.Acknowledgement(at(local("2026-03-03T23:23:04")), NURSE)),
                condition.pumpAlarm(),
                condition.rule(),
                condition.basis(),
                condition.detail());
    }

    public static Snapshot.Dose dose(String mgPerH, String mlPerH, boolean above) {
        return new Snapshot.Dose(
                Optional.of(rate(mgPerH)),
                Optional.of(new Snapshot.LastKnown(rate(mgPerH), NOW.minusSeconds(1))),
                Optional.of(Duration.ofSeconds(1)),
                false,
                above,
                rate(mgPerH).isZero() ? DeliveryStatus.NOT_DELIVERING : DeliveryStatus.DELIVERING,
                Optional.of(FlowRate.ofMlPerH(mlPerH)),
                Optional.of(Concentration.ofMgPerMl("4")),
                Optional.of(Volume.ofMl("24.15")),
                Optional.of(Volume.ofMl("25.85")),
                rate(mgPerH).isZero() ? Optional.empty() : Optional.of(Duration.ofMinutes(886)),
                rate(mgPerH).isZero() ? Optional.empty() : Optional.of(local("2026-03-04T14:10:00")),
                Optional.of(rate("7")));
    }

    /** 37 hours as in {@link #calm}, with a pause of ten minutes and half an hour that was reconciled. */
    public static Snapshot.Beside beside(Optional<String> regimen, PlasmaChoice choice) {
        List<Supply> supply = List.of(
                supply(0, 240, "4", false),
                supply(240, 1_200, "7", false),
                supply(1_200, 1_230, "6.9", true),
                supply(1_230, 1_410, "7", false),
                supply(1_410, 1_470, "0", false),
                supply(1_470, 2_244, "7", false));
        return new Snapshot.Beside(
                regimen,
                new Snapshot.PlasmaInput(
                        choice, Optional.of("ketamine"), Optional.of(InfusionLine.Route.SUBCUTANEOUS), supply, true));
    }

    private static Supply supply(int fromMinute, int toMinute, String mgPerH, boolean reconciled) {
        return new Supply(stamp(fromMinute), stamp(toMinute), new BigDecimal(mgPerH), SEVENTY, reconciled);
    }

    private static Stamp stamp(int minute) {
        Instant start = local("2026-03-02T10:00:00");
        return new Stamp(at(start.plusSeconds(60L * minute)), Duration.ofMinutes(minute));
    }

    /** A snapshot whose parts can be replaced one by one. */
    public static final class Builder {
        public Instant now = NOW;
        public boolean simulated = true;
        public Patient patient =
                new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");
        public Snapshot.Course course = new Snapshot.Course(
                Phase.INFUSING,
                false,
                Optional.of(Duration.ofMinutes(2_244)),
                Optional.of(2),
                List.of(),
                Optional.empty(),
                Optional.empty());
        public Snapshot.Dose dose = dose("7", "1.75", false);
        public Snapshot.Link link = new Snapshot.Link(
                new LinkState.Live(),
                Optional.of(new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111")),
                Optional.of("1400-8271"));
        public RecordingState recording = new RecordingState.Recording();
        public List<AlarmCondition> conditions = List.of();
        public Optional<Moment> audioPausedUntil = Optional.empty();
        public Optional<AlarmSignal> signal = Optional.empty();
        public SoundState sound = SoundState.UNKNOWN;
        public boolean atLeast;
        public String courseMg = "248.4";
        public String todayMg = "162.4";
        public List<Snapshot.Due> due = dues();
        public Snapshot.Trend trend = course37hours();
        public Snapshot.Beside beside = Snapshot.Beside.NOTHING;

        public Snapshot build() {
            return new Snapshot(
                    at(now),
                    simulated,
                    SYDNEY,
                    Optional.of(new SessionId("s-0001")),
                    Optional.of(patient),
                    Optional.of(new WeightEntry(
                            SEVENTY, WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 1))),
                    course,
                    dose,
                    totals(),
                    link,
                    recording,
                    new Snapshot.Attention(conditions, audioPausedUntil, signal, sound),
                    due,
                    Optional.of(new Snapshot.LastObservation(local("2026-03-03T21:22:00"), NURSE, observation())),
                    trend,
                    beside);
        }

        private Snapshot.Totals totals() {
            DrugMass whole = DrugMass.ofMg(courseMg);
            DrugMass today = DrugMass.ofMg(todayMg);
            return new Snapshot.Totals(
                    whole,
                    today,
                    DrugMass.ofMg("166.6"),
                    Optional.of(whole.mg().divide(SEVENTY.kg(), 2, java.math.RoundingMode.HALF_UP)),
                    atLeast,
                    Optional.of(whole),
                    List.of(
                            new Snapshot.DayTotal(LocalDate.of(2026, 3, 2), whole.minus(today)),
                            new Snapshot.DayTotal(LocalDate.of(2026, 3, 3), today)));
        }
    }

    private static ObservationSet observation() {
        return new ObservationSet(
                ObservationSet.Kind.CORE,
                0,
                new ObservationSet.Vitals(
                        Optional.of(14),
                        Optional.of(97),
                        Optional.empty(),
                        Optional.of(78),
                        Optional.of(128),
                        Optional.of(76),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(new ObservationSet.Pain(4, 5)),
                Optional.of(0),
                Optional.of(0),
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
    }

    private static List<Snapshot.Due> dues() {
        ObservationDuty duty = new ObservationDuty(
                "P3", 7, Duration.ofHours(37), Duration.ofHours(38), ObservationSet.Kind.CORE, Optional.empty());
        return List.of(
                due(Snapshot.Due.What.OBSERVATION, "2026-03-03T23:20:00", "2026-03-03T23:50:00", Optional.of(duty)),
                due(Snapshot.Due.What.OBSERVATION, "2026-03-04T01:20:00", "2026-03-04T01:50:00", Optional.of(duty)),
                due(Snapshot.Due.What.OBSERVATION, "2026-03-04T03:20:00", "2026-03-04T03:50:00", Optional.of(duty)),
                due(Snapshot.Due.What.DAILY_REVIEW, "2026-03-04T08:40:00", "2026-03-04T09:40:00", Optional.empty()));
    }

    private static Snapshot.Due due(
            Snapshot.Due.What what, String at, String overdueFrom, Optional<ObservationDuty> duty) {
        return new Snapshot.Due(what, local(at), local(overdueFrom), false, duty);
    }

    private static Snapshot.Trend course37hours() {
        List<Snapshot.Point> points = new ArrayList<>();
        Instant start = local("2026-03-02T10:00:00");
        BigDecimal given = BigDecimal.ZERO;
        for (int minute = 0; minute < 2_244; minute++) {
            boolean changing = minute >= 1_410 && minute < 1_420;
            BigDecimal rate = new BigDecimal(minute < 240 ? "0.0571" : "0.1000");
            given = changing ? given : given.add(rate.multiply(new BigDecimal("1.1667")));
            points.add(new Snapshot.Point(start.plusSeconds(60L * minute), Optional.of(rate), given, !changing));
        }
        return new Snapshot.Trend(
                points,
                List.of(
                        new Snapshot.Mark(start, "trend.phase", "INFUSING"),
                        new Snapshot.Mark(start, "trend.rate", "1"),
                        new Snapshot.Mark(start.plus(Duration.ofHours(4)), "trend.rate", "1.75"),
                        new Snapshot.Mark(start.plus(Duration.ofMinutes(1_410)), "trend.phase", "INTERRUPTED"),
                        new Snapshot.Mark(start.plus(Duration.ofMinutes(1_420)), "trend.phase", "INFUSING")),
                scores(start));
    }

    private static List<Snapshot.Score> scores(Instant start) {
        List<Snapshot.Score> scores = new ArrayList<>();
        for (int hour = 0; hour <= 36; hour += 2) {
            scores.add(new Snapshot.Score(
                    start.plus(Duration.ofHours(hour)).plusSeconds(900),
                    Optional.of(7 - hour / 12),
                    hour == 6 ? 1 : 0));
        }
        return scores;
    }
}
