package vigil.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmSignal;
import vigil.alarm.SoundState;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.dose.DrugMass;
import vigil.people.PeopleSight;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.DailyItem;
import vigil.session.InfusionLine;
import vigil.session.ObservationDuty;
import vigil.session.ObservationSet;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.PlasmaChoice;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.session.Supply;
import vigil.session.WeightEntry;

/**
 * Everything a view may show at one moment, consistent in itself. Immutable; handed from the session thread to the
 * JavaFX thread as one reference. A view computes nothing clinical from it: it formats.
 */
public record Snapshot(
        Moment now,
        boolean simulated,
        ZoneId zone,
        Optional<SessionId> sessionId,
        Optional<Patient> patient,
        Optional<WeightEntry> weight,
        Course course,
        Dose dose,
        Totals totals,
        Link link,
        RecordingState recording,
        Attention attention,
        List<Due> due,
        Optional<LastObservation> lastObservation,
        Trend trend,
        Beside beside,
        PeopleSight people,
        CareSight care) {

    /** At a console that knows no users, where nothing has been said or decided yet. */
    public Snapshot(
            Moment now,
            boolean simulated,
            ZoneId zone,
            Optional<SessionId> sessionId,
            Optional<Patient> patient,
            Optional<WeightEntry> weight,
            Course course,
            Dose dose,
            Totals totals,
            Link link,
            RecordingState recording,
            Attention attention,
            List<Due> due,
            Optional<LastObservation> lastObservation,
            Trend trend,
            Beside beside) {
        this(
                now,
                simulated,
                zone,
                sessionId,
                patient,
                weight,
                course,
                dose,
                totals,
                link,
                recording,
                attention,
                due,
                lastObservation,
                trend,
                beside,
                PeopleSight.NONE,
                CareSight.NONE);
    }

    /**
     * True while the rate that flows now jumped tenfold and nobody has compared it yet (fault A17). What does not flow, or is
     * not known, carries no mark; the condition stands in the alarm region all the same.
     */
    public boolean isRateToVerify() {
        return !dose.stale() && !dose.deliveryStatus().isStopped() && attention.isActive(AlarmKind.RATE_JUMPED);
    }

    /**
     * Where the session stands.
     *
     * @param induction true until the first ordered change of rate (ruling A16)
     * @param elapsed since the first delivery; empty before it
     * @param day calendar day of the course, from 1; empty before the first delivery
     * @param missingSetUp what still stands between PLANNED and READY, as message keys
     * @param observed elapsed since t0 while observing
     * @param paused the side-effect pause while it lasts
     * @param preparation what was entered for it, and what lies half entered
     */
    public record Course(
            Phase phase,
            boolean induction,
            Optional<Duration> elapsed,
            Optional<Integer> day,
            List<String> missingSetUp,
            Optional<Ceased> ceased,
            Optional<Duration> observed,
            Optional<Paused> paused,
            Preparation preparation) {

        /** Without a pause, and with nothing entered. */
        public Course(
                Phase phase,
                boolean induction,
                Optional<Duration> elapsed,
                Optional<Integer> day,
                List<String> missingSetUp,
                Optional<Ceased> ceased,
                Optional<Duration> observed) {
            this(phase, induction, elapsed, day, missingSetUp, ceased, observed, Optional.empty(), Preparation.NONE);
        }
    }

    /**
     * A side-effect pause: elapsed since the last delivery (A6), and at its end whether the effects have eased.
     *
     * @param wanted how long it is to last
     */
    public record Paused(Duration elapsed, Duration wanted, Moment lastDelivery, Optional<Boolean> eased) {}

    /** {@code observation}: how long the patient is observed from t0 (R14). */
    public record Ceased(
            CessationReason reason,
            Moment t0,
            Duration observation,
            Optional<Moment> lastDelivery,
            Moment decidedAt,
            String decidedBy) {}

    /**
     * The dose now and the numbers it comes from.
     *
     * @param rate empty when unknown or stale; then {@code lastKnown} tells what was last valid
     * @param lastKnown the last valid dose rate and when it was received
     * @param readingAge age of the newest valid reading, even if it carried no dose; empty before the first
     * @param stale true once the newest reading is older than the limit (R31)
     * @param aboveMaximum exact comparison (R12)
     * @param timeToEmpty volume left at the current rate, while delivering
     * @param maximum the site's, which is never above that of the guideline
     */
    public record Dose(
            Optional<DoseRate> rate,
            Optional<LastKnown> lastKnown,
            Optional<Duration> readingAge,
            boolean stale,
            boolean aboveMaximum,
            DeliveryStatus deliveryStatus,
            Optional<FlowRate> flowRate,
            Optional<Concentration> concentration,
            Optional<Volume> volumeInfused,
            Optional<Volume> volumeRemaining,
            Optional<Duration> timeToEmpty,
            Optional<Instant> emptyAt,
            Optional<DoseRate> ordered,
            DoseLimit maximum) {
        /** With the maximum of the guideline. */
        public Dose(
                Optional<DoseRate> rate,
                Optional<LastKnown> lastKnown,
                Optional<Duration> readingAge,
                boolean stale,
                boolean aboveMaximum,
                DeliveryStatus deliveryStatus,
                Optional<FlowRate> flowRate,
                Optional<Concentration> concentration,
                Optional<Volume> volumeInfused,
                Optional<Volume> volumeRemaining,
                Optional<Duration> timeToEmpty,
                Optional<Instant> emptyAt,
                Optional<DoseRate> ordered) {
            this(
                    rate,
                    lastKnown,
                    readingAge,
                    stale,
                    aboveMaximum,
                    deliveryStatus,
                    flowRate,
                    concentration,
                    volumeInfused,
                    volumeRemaining,
                    timeToEmpty,
                    emptyAt,
                    ordered,
                    DoseLimit.MAXIMUM);
        }
    }

    public record LastKnown(DoseRate rate, Instant at) {}

    /**
     * Drug given, from differences of the pump's volume infused.
     *
     * @param atLeast true when parts of the course were missed: the figure is a lower bound
     * @param byRate cross-check: integral of the rate over the delivering time
     * @param perKg mg per kg rounded half-up to 2 decimals; empty without a weight
     * @param days mass of each calendar day so far, in order; the last is today
     */
    public record Totals(
            DrugMass course,
            DrugMass today,
            DrugMass last24h,
            Optional<BigDecimal> perKg,
            boolean atLeast,
            Optional<DrugMass> byRate,
            List<DayTotal> days) {}

    public record DayTotal(LocalDate day, DrugMass mass) {}

    /**
     * The way to the pump.
     *
     * @param bound serial number of the pump this session is bound to
     * @param charted no wire reaches the bound pump: what is shown was read off it by people, and is never live
     * @param other the pump that answers where the bound one stood; no dose is shown until a person confirms it
     */
    public record Link(
            LinkState state,
            Optional<PumpIdentity> pump,
            Optional<String> bound,
            boolean charted,
            Optional<PumpIdentity> other) {
        /** The bound pump on a wire. */
        public Link(LinkState state, Optional<PumpIdentity> pump, Optional<String> bound) {
            this(state, pump, bound, false, Optional.empty());
        }
    }

    /**
     * What needs attention, highest first (decision N13).
     *
     * @param audioPausedUntil boot time at which the pause ends by itself
     * @param signal what is to be heard now
     * @param sound whether this console can be heard
     */
    public record Attention(
            List<AlarmCondition> conditions,
            Optional<Moment> audioPausedUntil,
            Optional<AlarmSignal> signal,
            SoundState sound) {
        /** Without any sound. */
        public Attention(List<AlarmCondition> conditions, Optional<Moment> audioPausedUntil) {
            this(conditions, audioPausedUntil, Optional.empty(), SoundState.UNKNOWN);
        }

        /** True while a condition of this kind lasts, whoever has seen it. */
        public boolean isActive(AlarmKind kind) {
            return conditions.stream().anyMatch(it -> it.kind() == kind && it.isActive());
        }
    }

    /** Something due: an observation, a daily review, a check of the pump or an item of the day. {@code late} counts from {@code overdueFrom}. */
    public record Due(What what, Instant dueAt, Instant overdueFrom, boolean overdue, Optional<ObservationDuty> duty) {
        public enum What {
            OBSERVATION,
            DAILY_REVIEW,
            PUMP_CHECK,
            SITE_ROTATED,
            BOWELS_AND_BLADDER,
            LIVER_TESTS,
            OPIOIDS_GIVEN;

            static What of(DailyItem item) {
                return switch (item) {
                    case SITE_ROTATED -> SITE_ROTATED;
                    case BOWELS_AND_BLADDER -> BOWELS_AND_BLADDER;
                    case LIVER_TESTS -> LIVER_TESTS;
                    case OPIOIDS_GIVEN -> OPIOIDS_GIVEN;
                };
            }
        }
    }

    public record LastObservation(Instant at, Staff by, ObservationSet set) {}

    /** The whole course at one point a minute, oldest first, and what to flag. Lists are immutable and may share parts. */
    public record Trend(List<Point> points, List<Mark> marks, List<Score> scores) {
        public static final Trend EMPTY = new Trend(List.of(), List.of(), List.of());
    }

    /**
     * One minute of the course.
     *
     * @param doseRate mg/kg/h rounded to 4 decimals; empty while not known: the line stays open there
     */
    public record Point(Instant at, Optional<BigDecimal> doseRate, BigDecimal cumulativeMg, boolean delivering) {}

    /** A flag on the trend: a message key with one argument, for example {@code trend.rate} and {@code 1.75}. */
    public record Mark(Instant at, String key, String argument) {}

    /** Pain at rest and sedation at one time, for the two lanes under the trend. */
    public record Score(Instant at, Optional<Integer> painAtRest, int sedation) {}

    /**
     * What may be shown beside the dose and never decides anything.
     *
     * @param regimen id of the published regimen shown as a band; not an order
     */
    public record Beside(Optional<String> regimen, PlasmaInput plasma) {
        public static final Beside NOTHING = new Beside(
                Optional.empty(),
                new PlasmaInput(PlasmaChoice.OFF, Optional.empty(), Optional.empty(), List.of(), false));
    }

    /**
     * What the plasma estimate is made from, as the pump reported it.
     *
     * @param drug as confirmed; the estimate is for racemic ketamine only
     * @param supply the rates over the course, oldest first, without holes
     * @param whole false when part of the course is not known: then there is no estimate
     */
    public record PlasmaInput(
            PlasmaChoice choice,
            Optional<String> drug,
            Optional<InfusionLine.Route> route,
            List<Supply> supply,
            boolean whole) {}

    public Snapshot {
        due = List.copyOf(due);
    }
}
