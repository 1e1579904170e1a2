package vigil.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import vigil.opioid.OpioidRegimen;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.Volume;

/**
 * Everything that can happen at the bedside. A session is the fold of its events; the journal is
 * the list of them. Read this file first.
 *
 * <p>Every event carries the moment it was accepted; what a person did also carries who did it. Who may work at the console,
 * and who does, is told by {@link PeopleEvent}. Immutable.
 */
public sealed interface Event permits Event.ByProgram, Event.ByPerson, PeopleEvent {
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

    /** What the site has chosen, recorded at each start of the console so that a replay decides as it did. */
    record SiteSettingsInForce(Moment at, SiteSettings settings) implements ByProgram {}

    /**
     * What a form held when it was left half filled, so that it outlives the program. Decides nothing.
     *
     * @param form which form
     * @param texts what was typed in each field, word for word; nothing once it is saved or given up
     */
    record DraftKept(Moment at, String form, Map<String, String> texts) implements ByProgram {
        public DraftKept {
            texts = Map.copyOf(texts);
        }
    }
    /** What the program did to keep the record safe; nothing of the course depends on it. */
    sealed interface OfKeeping extends ByProgram {}

    /** A backup was made and checked; {@code lastEntry} is the sequence of the last entry in it. */
    record BackupMade(Moment at, long lastEntry) implements OfKeeping {}

    /** No backup could be made: the cause and what to do, in one line. */
    record BackupFailed(Moment at, String reason) implements OfKeeping {}

    /** New keys: {@code before} and {@code after} are their ids, 32 hexadecimal digits. {@code by}: printed name of who asked. */
    record KeyRenewed(Moment at, String before, String after, String by, String reason) implements OfKeeping {}

    /**
     * A start found that the end of the journal is missing: its last entry was {@code lastEntry}, and the session database had
     * seen entry {@code seen} (fault E6). Nothing is left of the entries between.
     */
    record RecordCutOff(Moment at, long lastEntry, long seen) implements OfKeeping {}

    /** Whether the record itself can be written: what the console said of it stands in the record like everything else. */
    sealed interface OfRecording extends OfKeeping {}

    /** From here on nothing was known to be on the disk, for this reason (C20); what was entered waited in memory. */
    record RecordingFailed(Moment at, String reason) implements OfRecording {}

    /** All was written, but it may not last: the disk failed a moment ago or is nearly full (C30). */
    record RecordInDanger(Moment at, String reason) implements OfRecording {}

    /** Everything up to here is on the disk again; {@code since}: UTC time at which the trouble began. */
    record RecordingRestored(Moment at, Instant since) implements OfRecording {}

    /** What the console's own sound does: empty while it can be heard as far as the console knows, else what is wrong. */
    record SoundReported(Moment at, Optional<SoundProblem> problem) implements ByProgram {}

    /**
     * The certificate of a purge: the record before this one, or its beginning, was destroyed with its key.
     *
     * @param lastEntry sequence of the last entry of the record as it was, and with {@code chainHash} its head as printed on
     *     sheets
     * @param sessions how many are gone
     * @param by printed name of who asked for it
     * @param keptFrom sequence of the first entry that was kept; empty where nothing was
     */
    record RecordPurged(
            Moment at,
            long lastEntry,
            String chainHash,
            int sessions,
            String by,
            String reason,
            Optional<Long> keptFrom)
            implements OfKeeping {
        public RecordPurged(Moment at, long lastEntry, String chainHash, int sessions, String by, String reason) {
            this(at, lastEntry, chainHash, sessions, by, reason, Optional.empty());
        }
    }

    /**
     * Stands first in a record whose beginning was purged. The entries between this one and those that were kept say how the
     * console stood; the kept ones have the numbers and the chain hashes that they always had.
     *
     * @param elapsed elapsed time of the console's clock from which those entries go on
     * @param entries how many stand before the kept ones, this one included
     * @param lastEntry sequence of the last entry that is gone; the kept ones follow it
     * @param chainHash chain hash up to that entry, 64 hexadecimal digits
     */
    record RecordShortened(Moment at, Duration elapsed, long entries, long lastEntry, String chainHash)
            implements OfKeeping {}

    /** What the program found out about its own running; nothing of the course depends on it. */
    sealed interface OfRunning extends ByProgram {}

    /** The screen has stood still for three seconds and still does: what it shows is old (fault F2). */
    record ScreenStalled(Moment at) implements OfRunning {}

    /** The screen goes on after it {@code stood} still for more than a second. */
    record ScreenAnswered(Moment at, Duration stood) implements OfRunning {}

    /** The program goes on after it {@code stood} still as a whole, for instance while the computer was suspended (D5, D6). */
    record ProgramStood(Moment at, Duration stood) implements OfRunning {}

    // Set-up

    /** A session began for a patient. {@code zone} is the ward's; it decides calendar days and printed times. */
    record SessionOpened(Moment at, SessionId id, Patient patient, ZoneId zone, Staff by) implements ByPerson {}

    /** The dosing weight, where the site has it so entered by a second person as well (R28). */
    record WeightConfirmed(Moment at, WeightEntry weight, Staff by, Optional<Staff> secondChecker) implements ByPerson {
        public WeightConfirmed(Moment at, WeightEntry weight, Staff by) {
            this(at, weight, by, Optional.empty());
        }
    }

    /** Name, number, birth, allergies or room as they are; the session stays the same. */
    record PatientCorrected(Moment at, Patient patient, Staff by) implements ByPerson {}

    /** Drug and concentration, checked by a second person (R29). */
    record SolutionConfirmed(Moment at, Solution solution, Staff by, Staff secondChecker) implements ByPerson {}

    record LineConfirmed(Moment at, InfusionLine line, Staff by) implements ByPerson {}

    record AssessmentRecorded(Moment at, Assessment assessment, Staff by) implements ByPerson {}

    record RateOrdered(Moment at, RateOrder order, Staff by) implements ByPerson {}

    /** The session takes readings from this pump and no other. */
    record PumpBound(Moment at, String model, String serialNumber, Staff by) implements ByPerson {}

    /** The session's pump has no wire that can be read: its figures come from pump checks and are marked as charted. */
    record ChartedPumpBound(Moment at, String model, String serialNumber, Staff by) implements ByPerson {}

    /** What the guideline advises around the course (R4, R6, R8, R13). */
    record AdmissionRecorded(Moment at, Admission admission, Staff by) implements ByPerson {}

    /** A weight taken since; the dosing weight stays until it is confirmed anew (R28). */
    record WeightMeasured(Moment at, WeightEntry weight, Staff by) implements ByPerson {}

    /** Another drug or concentration, entered by one person: no dose is shown until a second has checked it (R29). */
    record SolutionEntered(Moment at, Solution solution, Staff by) implements ByPerson {}

    // The course

    record ObservationsCharted(Moment at, ObservationSet set, Staff by) implements ByPerson {}

    /**
     * A charted set as it should have been charted: it decides from now on. The set as it was, and why it was amended, stay
     * in the record (R32).
     *
     * @param charted UTC time at which the set was charted, by which it is known and which does not change
     */
    record ObservationsAmended(Moment at, Instant charted, ObservationSet set, String reason, Staff by)
            implements ByPerson {}

    /**
     * An entry was made in error. It stays in the record, marked so, and what it said no longer counts; what followed from it and
     * was acted on stays (R32).
     *
     * @param entered UTC time of the entry, by which and by its {@code kind} it is known
     */
    record EntryVoided(Moment at, Instant entered, EntryKind kind, String reason, Staff by) implements ByPerson {}

    /** Specialist's daily review (R7). */
    record ReviewDone(Moment at, Staff by) implements ByPerson {}

    /**
     * Why the pump stands still although the course goes on.
     *
     * @param plannedFor for how long it is meant to stand, where that was said; counts from the entry, or from the stop
     *     if that comes later
     */
    record StopExplained(Moment at, StopReason reason, String note, Optional<Duration> plannedFor, Staff by)
            implements ByPerson {
        public StopExplained(Moment at, StopReason reason, String note, Staff by) {
            this(at, reason, note, Optional.empty(), by);
        }
    }

    /** A check of pump and line, by two people at start, syringe change and rate change. */
    record PumpChecked(Moment at, PumpCheck check, Staff by, Optional<Staff> secondChecker) implements ByPerson {}

    /** Volume that filled the line and not the patient (A21). */
    record PurgeRecorded(Moment at, Volume volume, Staff by) implements ByPerson {}

    /** What an unexpected bolus or fast delivery was (R26). */
    record DeliveryExplained(Moment at, DeliveryCause cause, String note, Staff by) implements ByPerson {}

    record CessationDecided(Moment at, CessationReason reason, String decidedBy, Staff by) implements ByPerson {}

    record DischargePlanned(Moment at, DischargePlan plan, Staff by) implements ByPerson {}

    /** {@code contentHash}: SHA-256 of what was signed, 64 hexadecimal digits. */
    record Signed(Moment at, SignatureMeaning meaning, String contentHash, Staff by) implements ByPerson {}

    record NoteAdded(Moment at, String text, Staff by) implements ByPerson {}

    // Care: side effects, directions, whereabouts

    /** What people do and say about the patient beside charting; each entry says who, when and why (R32). */
    sealed interface OfCare extends ByPerson {}

    /** The answer on the card at the end of a side-effect pause: whether the effects have eased (R15, C29). */
    record PauseAssessed(Moment at, boolean eased, Staff by) implements OfCare {}

    /** The responsible physician was called after further side effects and gave a direction (R16). */
    record PhysicianDirected(Moment at, Direction direction, Staff by) implements OfCare {}

    /** A physician sets a rule aside for the present occurrence. {@code physician}: printed name; {@code by} recorded it. */
    record OverrideRecorded(Moment at, Overridable rule, String physician, String reason, Staff by) implements OfCare {}

    /** The patient is off the ward with the pump (R10). {@code where}: free text. */
    record PatientAway(Moment at, String where, Staff by) implements OfCare {}

    record PatientBack(Moment at, Staff by) implements OfCare {}

    /** An emergency that no figure shows: it stands until somebody records that it is over (C01). */
    record ConcernRaised(Moment at, Concern concern, String note, Staff by) implements OfCare {}

    record ConcernEnded(Moment at, String note, Staff by) implements OfCare {}

    /** The multidisciplinary review after the infusion (R25): its date, or the reason why there is none. */
    record ReviewPlanned(Moment at, Optional<LocalDate> on, String reason, Staff by) implements OfCare {}

    /** An item of the day was looked after; {@code note}: what was found, or empty. */
    record DailyItemDone(Moment at, DailyItem item, String note, Staff by) implements OfCare {}

    /** A prompt below high is set aside with a reason; it comes back when its cause ends and begins again (R32). */
    record PromptClosed(Moment at, String conditionKey, String reason, Staff by) implements OfCare {}
    // What accompanies the infusion

    /** All opioids from a day on: at admission, changed during the stay, at discharge (R20, R21). */
    record OpioidRegimenRecorded(Moment at, OpioidRegimen regimen, Staff by) implements ByPerson {}

    /** Scores before or after, or why there are none (R4). */
    record OutcomesScored(Moment at, OutcomeScores scores, Staff by) implements ByPerson {}

    /** A published regimen is shown as a band, by its id, or none any more. Not an order. */
    record ReferenceChosen(Moment at, Optional<String> regimen, Staff by) implements ByPerson {}

    /** The plasma estimate is shown for this patient, or not any more. */
    record PlasmaChosen(Moment at, PlasmaChoice choice, Staff by) implements ByPerson {}

    // The console

    /**
     * A person has changed a setting that the record depends on, at the console or in its files. Decides nothing: the limits and
     * times of the site hold by {@link SiteSettingsInForce}. Never holds a secret.
     *
     * @param setting which one: {@link ConsoleSetting#recorded}, or {@code site.} and the key of a {@link SiteSetting}
     * @param before how it stood; empty where nothing was set
     */
    record SettingChanged(Moment at, String setting, String before, String after, Staff by) implements ByPerson {}

    // Attention

    record ConditionAcknowledged(Moment at, String conditionKey, Staff by) implements ByPerson {}

    record AudioPaused(Moment at, Staff by) implements ByPerson {}

    record AudioResumed(Moment at, Staff by) implements ByPerson {}

    /** The console's own sound as people find it (decision N12). */
    sealed interface OfSound extends ByPerson {}

    /** Somebody wants to hear the test tone. */
    record SoundTestAsked(Moment at, Staff by) implements OfSound {}

    /** Whether the test tone was heard at the bed. */
    record SoundChecked(Moment at, boolean heard, Staff by) implements OfSound {}
}
