package vigil.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.session.Care;
import vigil.session.Cessation;
import vigil.session.Delivery.Evidence;
import vigil.session.DischargeGate;
import vigil.session.DischargePlan;
import vigil.session.ObservationDuty;
import vigil.session.Observations;
import vigil.session.Pause;
import vigil.session.Progress;
import vigil.session.PumpCheck;
import vigil.session.PumpChecks;
import vigil.session.Sign;
import vigil.session.Staff;
import vigil.session.Standing;
import vigil.session.Unexpected;
import vigil.session.Ward;

/**
 * What people have seen, said and decided about patient and pump, and what is still asked of them. Immutable.
 *
 * @param ward whereabouts, concerns, directions and overrides
 * @param after the four hours, from t0 on
 * @param voided earlier four hours that a restart has voided, oldest first (A4)
 * @param sets every charted set, oldest first, as it stands
 * @param standing notes, checks and items of the day, those that stand and those that were entered in error
 */
public record CareSight(
        Flow flow,
        Ward ward,
        PumpCare pump,
        Optional<After> after,
        List<Cessation> voided,
        List<Observations.Charted> sets,
        Standing standing) {
    /** Nothing has happened. */
    public static final CareSight NONE =
            new CareSight(Flow.NONE, Ward.NONE, PumpCare.NONE, Optional.empty(), List.of(), List.of(), Standing.NONE);

    public CareSight {
        voided = List.copyOf(voided);
    }

    /**
     * Side effects and dissociation: what has happened, and what is not resolved (R15 to R17).
     *
     * @param latest newest qualifying side effect of the course
     * @param pauseWanted R15: the event for which the pump has not been seen paused
     * @param directionWanted R16: the event for which no direction is recorded
     * @param terminationWanted R17: the event for which flow 0 and cessation have not both been seen
     * @param pauseRecorded when a pause was recorded that the pump has yet to make, while it still counts
     * @param pause the pause that goes on
     * @param paused the event that it is made for
     * @param question where the question at the end of the hour stands
     * @param decision the decision to cease; with t0 once drug is known to have stopped
     * @param evidence what the line proves about delivery now
     * @param stop why delivery stands still or is unknown, while it does
     */
    public record Flow(
            Optional<Effect> latest,
            Optional<Effect> pauseWanted,
            Optional<Effect> directionWanted,
            Optional<Effect> terminationWanted,
            Optional<Instant> pauseRecorded,
            Optional<Pause> pause,
            Optional<Effect> paused,
            Question question,
            Optional<Cessation> decision,
            Evidence evidence,
            Optional<Progress.Stop> stop) {
        static final Flow NONE = new Flow(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Question.NOT_YET,
                Optional.empty(),
                Evidence.LOST,
                Optional.empty());
    }

    /** Eased or not eased, at the end of the hour of a pause (R15, C29). */
    public enum Question {
        /** No pause goes on, or its hour is not over. */
        NOT_YET,
        /** It is asked now. */
        OPEN,
        /** It is asked, but the newest set still shows a troublesome effect: "eased" needs a new set first. */
        OPEN_BUT_TROUBLED,
        EASED,
        NOT_EASED
    }

    /**
     * A qualifying event.
     *
     * @param by who charted it; empty when it was the answer at the end of a pause
     * @param number from 1 for side effects, 0 for dissociation
     * @param signs what has risen above the baseline; empty when a pause has not eased the effects
     * @param confounded a benzodiazepine was given within four hours (A13)
     */
    public record Effect(
            Instant at, Optional<Staff> by, int number, List<Sign> signs, boolean further, boolean confounded) {
        public Effect {
            signs = List.copyOf(signs);
        }
    }

    /**
     * The pump as people look after it.
     *
     * @param due checks that are asked for, by due time
     * @param latest the newest check
     * @param ordered the rate of the order in force
     * @param unrecordedPurgeMl went through the line as a purge that nobody has recorded (A21); 0 for none
     * @param unexpected a bolus or fast delivery whose cause is not recorded (R26)
     */
    public record PumpCare(
            List<CheckDue> due,
            Optional<PumpChecks.Done> latest,
            Optional<FlowRate> ordered,
            BigDecimal unrecordedPurgeMl,
            Optional<Unexpected> unexpected) {
        static final PumpCare NONE =
                new PumpCare(List.of(), Optional.empty(), Optional.empty(), BigDecimal.ZERO, Optional.empty());

        public PumpCare {
            due = List.copyOf(due);
        }
    }

    public record CheckDue(PumpCheck.Occasion occasion, Instant at, boolean overdue) {}

    /**
     * The four hours after cessation (R14).
     *
     * @param elapsed since t0, never wall clock (A23)
     * @param rows the rows of the phase, in order: nine, and more where the site observes for longer
     * @param extra sets charted since t0 that belong to no row
     * @param gate each line with the value that satisfied or failed it
     * @param signatures since t0, oldest first
     * @param letter whether a letter about opioid changes is needed (R21)
     */
    public record After(
            Cessation cessation,
            Duration elapsed,
            List<Row> rows,
            int extra,
            DischargeGate gate,
            List<Care.Signature> signatures,
            Optional<DischargePlan> plan,
            boolean letter) {
        public After {
            rows = List.copyOf(rows);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * One of the rows.
     *
     * @param minute after t0
     * @param charted the set that satisfied it
     */
    public record Row(
            int minute,
            Instant dueAt,
            RowState state,
            ObservationDuty.Asks asks,
            Optional<Observations.Charted> charted) {}

    /** Where a row stands. */
    public enum RowState {
        DONE,
        /** Done, but later than its window. */
        LATE,
        /** A later row has come due; nothing was charted in its window. */
        MISSED,
        DUE,
        OVERDUE,
        AHEAD
    }
}
