package vigil.session;

import java.time.ZoneId;
import java.util.Optional;
import vigil.opioid.OpioidRegimen;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;

/**
 * Everything that can happen at the bedside. A session is the fold of its events; the journal is
 * the list of them. Read this file first.
 *
 * <p>Every event carries the moment it was accepted; what a person did also carries who did it. Immutable.
 */
public sealed interface Event {
    Moment at();

    /** What only the program knows. */
    sealed interface ByProgram extends Event {}

    /** What a person entered. */
    sealed interface ByPerson extends Event {
        Staff by();
    }

    // The program

    /**
     * The console started. The boot id tells whether {@link Moment#bootNanos} can be compared with what came before.
     *
     * @param simulated true when pump and patient are made up; marks every view and print
     */
    record ConsoleStarted(Moment at, String bootId, String programVersion, boolean simulated) implements ByProgram {}

    /** Time passed and nothing else happened. */
    record Tick(Moment at) implements ByProgram {}

    /** The pump or its link said something. */
    record PumpSaid(PumpEvent said) implements ByProgram {
        @Override
        public Moment at() {
            return said.at();
        }
    }

    /** The queue to the session was full: {@code count} events could not be taken in. */
    record EventsLost(Moment at, int count) implements ByProgram {}

    // Set-up

    /** A session began for a patient. {@code zone} is the ward's; it decides calendar days and printed times. */
    record SessionOpened(Moment at, SessionId id, Patient patient, ZoneId zone, Staff by) implements ByPerson {}

    record WeightConfirmed(Moment at, WeightEntry weight, Staff by) implements ByPerson {}

    /** Drug and concentration, checked by a second person (R29). */
    record SolutionConfirmed(Moment at, Solution solution, Staff by, Staff secondChecker) implements ByPerson {}

    record LineConfirmed(Moment at, InfusionLine line, Staff by) implements ByPerson {}

    record AssessmentRecorded(Moment at, Assessment assessment, Staff by) implements ByPerson {}

    record RateOrdered(Moment at, RateOrder order, Staff by) implements ByPerson {}

    /** The session takes readings from this pump and no other. */
    record PumpBound(Moment at, String model, String serialNumber, Staff by) implements ByPerson {}

    // The course

    record ObservationsCharted(Moment at, ObservationSet set, Staff by) implements ByPerson {}

    /** Specialist's daily review (R7). */
    record ReviewDone(Moment at, Staff by) implements ByPerson {}

    /** Why the pump stands still although the course goes on. */
    record StopExplained(Moment at, StopReason reason, String note, Staff by) implements ByPerson {}

    record CessationDecided(Moment at, CessationReason reason, String decidedBy, Staff by) implements ByPerson {}

    record DischargePlanned(Moment at, DischargePlan plan, Staff by) implements ByPerson {}

    /** {@code contentHash}: SHA-256 of what was signed, 64 hexadecimal digits. */
    record Signed(Moment at, SignatureMeaning meaning, String contentHash, Staff by) implements ByPerson {}

    record NoteAdded(Moment at, String text, Staff by) implements ByPerson {}

    // What accompanies the infusion

    /** All opioids from a day on: at admission, changed during the stay, at discharge (R20, R21). */
    record OpioidRegimenRecorded(Moment at, OpioidRegimen regimen, Staff by) implements ByPerson {}

    /** Scores before or after, or why there are none (R4). */
    record OutcomesScored(Moment at, OutcomeScores scores, Staff by) implements ByPerson {}

    /** A published regimen is shown as a band, by its id, or none any more. Not an order. */
    record ReferenceChosen(Moment at, Optional<String> regimen, Staff by) implements ByPerson {}

    /** The plasma estimate is shown for this patient, or not any more. */
    record PlasmaChosen(Moment at, PlasmaChoice choice, Staff by) implements ByPerson {}

    // Attention

    record ConditionAcknowledged(Moment at, String conditionKey, Staff by) implements ByPerson {}

    record AudioPaused(Moment at, Staff by) implements ByPerson {}

    record AudioResumed(Moment at, Staff by) implements ByPerson {}
}
