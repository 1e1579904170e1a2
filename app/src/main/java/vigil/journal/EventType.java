package vigil.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.SoundProblem;
import vigil.session.Staff;
import vigil.session.StopReason;

/**
 * What an entry of the journal is, with its code on disk. A code is never reused and never changes its meaning; class
 * names may change, codes may not.
 */
@SuppressWarnings("ImmutableEnumChecker") // the readers are functions without state
enum EventType {
    CONSOLE_STARTED(
            1, (at, in) -> new Event.ConsoleStarted(at, in.text("boot"), in.text("version"), in.flag("simulated"))),
    TICK(2, (at, _) -> new Event.Tick(at)),
    EVENTS_LOST(3, (at, in) -> new Event.EventsLost(at, in.number("count"))),
    SITE_SETTINGS_IN_FORCE(8, (at, in) -> new Event.SiteSettingsInForce(at, SupervisionCodec.settings(in))),
    DRAFT_KEPT(9, DraftCodec::read),

    READING(16, said(PumpCodec::reading)),
    ALARM_STARTED(17, said(PumpCodec::alarmStarted)),
    ALARM_ENDED(18, said(PumpCodec::alarmEnded)),
    LINK_CHANGED(19, said(PumpCodec::linkChanged)),
    SLOT_CHANGED(20, said(PumpCodec::slotChanged)),
    REJECTED(21, said(PumpCodec::rejected)),

    SESSION_OPENED(32, EventType::sessionOpened),
    WEIGHT_CONFIRMED(33, EventType::weightConfirmed),
    SOLUTION_CONFIRMED(34, EventType::solutionConfirmed),
    LINE_CONFIRMED(35, (at, in) -> new Event.LineConfirmed(at, SetUpCodec.line(in), by(in))),
    ASSESSMENT_RECORDED(36, (at, in) -> new Event.AssessmentRecorded(at, SetUpCodec.assessment(in), by(in))),
    RATE_ORDERED(37, (at, in) -> new Event.RateOrdered(at, SetUpCodec.order(in), by(in))),
    PUMP_BOUND(38, (at, in) -> new Event.PumpBound(at, in.text("model"), in.text("serialNumber"), by(in))),
    PATIENT_CORRECTED(39, (at, in) -> new Event.PatientCorrected(at, SetUpCodec.patient(in.object("patient")), by(in))),

    OBSERVATIONS_CHARTED(48, (at, in) -> new Event.ObservationsCharted(at, ObservationCodec.read(in), by(in))),
    REVIEW_DONE(49, (at, in) -> new Event.ReviewDone(at, by(in))),
    STOP_EXPLAINED(50, EventType::stopExplained),
    CESSATION_DECIDED(51, EventType::cessationDecided),
    DISCHARGE_PLANNED(52, (at, in) -> new Event.DischargePlanned(at, SetUpCodec.dischargePlan(in), by(in))),
    SIGNED(53, EventType::signed),
    NOTE_ADDED(54, (at, in) -> new Event.NoteAdded(at, in.text("text"), by(in))),
    OBSERVATIONS_AMENDED(55, EventType::amended),
    ENTRY_VOIDED(56, EventType::voided),

    CONDITION_ACKNOWLEDGED(64, (at, in) -> new Event.ConditionAcknowledged(at, in.text("condition"), by(in))),
    AUDIO_PAUSED(65, (at, in) -> new Event.AudioPaused(at, by(in))),
    AUDIO_RESUMED(66, (at, in) -> new Event.AudioResumed(at, by(in))),
    SOUND_REPORTED(67, EventType::soundReported),
    SOUND_TEST_ASKED(68, (at, in) -> new Event.SoundTestAsked(at, by(in))),
    SOUND_CHECKED(69, (at, in) -> new Event.SoundChecked(at, in.flag("heard"), by(in))),

    PUMP_CHECKED(80, SupervisionCodec::checked),
    CHARTED_PUMP_BOUND(
            81, (at, in) -> new Event.ChartedPumpBound(at, in.text("model"), in.text("serialNumber"), by(in))),
    ADMISSION_RECORDED(82, (at, in) -> new Event.AdmissionRecorded(at, SupervisionCodec.admission(in), by(in))),
    WEIGHT_MEASURED(83, (at, in) -> new Event.WeightMeasured(at, SetUpCodec.weight(in), by(in))),
    SOLUTION_ENTERED(84, (at, in) -> new Event.SolutionEntered(at, SetUpCodec.solution(in), by(in))),
    PURGE_RECORDED(85, (at, in) -> new Event.PurgeRecorded(at, new Volume(in.decimal("volumeMl")), by(in))),
    DELIVERY_EXPLAINED(86, SupervisionCodec::explained),
    OPIOID_REGIMEN_RECORDED(96, (at, in) -> new Event.OpioidRegimenRecorded(at, BackgroundCodec.regimen(in), by(in))),
    OUTCOMES_SCORED(97, (at, in) -> new Event.OutcomesScored(at, BackgroundCodec.scores(in), by(in))),
    REFERENCE_CHOSEN(98, (at, in) -> new Event.ReferenceChosen(at, in.textIfAny("regimen"), by(in))),
    PLASMA_CHOSEN(99, (at, in) -> new Event.PlasmaChosen(at, BackgroundCodec.plasma(in), by(in))),
    PAUSE_ASSESSED(112, CareCodec::pauseAssessed),
    PHYSICIAN_DIRECTED(113, CareCodec::physicianDirected),
    OVERRIDE_RECORDED(114, CareCodec::overrideRecorded),
    PATIENT_AWAY(115, CareCodec::patientAway),
    PATIENT_BACK(116, CareCodec::patientBack),
    CONCERN_RAISED(117, CareCodec::concernRaised),
    CONCERN_ENDED(118, CareCodec::concernEnded),
    REVIEW_PLANNED(119, CareCodec::reviewPlanned),
    PROMPT_CLOSED(120, CareCodec::promptClosed),
    DAILY_ITEM_DONE(121, CareCodec::dailyItemDone),

    SETTING_CHANGED(150, EventType::settingChanged),

    USER_ADDED(160, PeopleCodec::userAdded),
    ROLE_CHANGED(161, PeopleCodec::roleChanged),
    PIN_SET(162, PeopleCodec::pinSet),
    ACCESS_CHANGED(163, PeopleCodec::accessChanged),
    SIGNED_IN(164, PeopleCodec::signedIn),
    SIGN_IN_FAILED(165, PeopleCodec::signInFailed),
    CONSOLE_LEFT(166, PeopleCodec::consoleLeft),
    ADMINISTRATOR_RECOVERED(167, PeopleCodec::recovered),
    RECOVERY_REFUSED(168, PeopleCodec::recoveryRefused),

    BACKUP_MADE(180, (at, in) -> new Event.BackupMade(at, in.longNumber("lastEntry"))),
    BACKUP_FAILED(181, (at, in) -> new Event.BackupFailed(at, in.text("reason"))),
    RECORD_PURGED(182, EventType::purged),
    KEY_RENEWED(
            183,
            (at, in) ->
                    new Event.KeyRenewed(at, in.text("before"), in.text("after"), in.text("by"), in.text("reason"))),
    RECORDING_FAILED(184, (at, in) -> new Event.RecordingFailed(at, in.text("reason"))),
    RECORD_IN_DANGER(185, (at, in) -> new Event.RecordInDanger(at, in.text("reason"))),
    RECORDING_RESTORED(186, (at, in) -> new Event.RecordingRestored(at, Instant.parse(in.text("since")))),
    RECORD_SHORTENED(187, EventType::shortened),
    RECORD_CUT_OFF(188, (at, in) -> new Event.RecordCutOff(at, in.longNumber("lastEntry"), in.longNumber("seen"))),

    SCREEN_STALLED(190, (at, _) -> new Event.ScreenStalled(at)),
    SCREEN_ANSWERED(191, (at, in) -> new Event.ScreenAnswered(at, stood(in))),
    PROGRAM_STOOD(192, (at, in) -> new Event.ProgramStood(at, stood(in)));

    private static final Map<Integer, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::code, Function.identity()));

    private final int code;
    private final Reader reader;

    EventType(int code, Reader reader) {
        this.code = code;
        this.reader = reader;
    }

    private interface Reader {
        Event read(Moment at, JsonIn in);
    }

    private interface PumpReader {
        PumpEvent read(Moment at, JsonIn in);
    }

    /** The event whose payload is {@code in}. */
    Event read(Moment at, JsonIn in) {
        return reader.read(at, in);
    }

    /** 1 to 65,535. */
    int code() {
        return code;
    }

    static Optional<EventType> ofCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static EventType of(Event event) {
        return switch (event) {
            case Event.ConsoleStarted _ -> CONSOLE_STARTED;
            case Event.Tick _ -> TICK;
            case Event.EventsLost _ -> EVENTS_LOST;
            case Event.SiteSettingsInForce _ -> SITE_SETTINGS_IN_FORCE;
            case Event.DraftKept _ -> DRAFT_KEPT;
            case Event.BackupMade _ -> BACKUP_MADE;
            case Event.BackupFailed _ -> BACKUP_FAILED;
            case Event.ScreenStalled _ -> SCREEN_STALLED;
            case Event.ScreenAnswered _ -> SCREEN_ANSWERED;
            case Event.ProgramStood _ -> PROGRAM_STOOD;
            case Event.RecordPurged _ -> RECORD_PURGED;
            case Event.RecordShortened _ -> RECORD_SHORTENED;
            case Event.KeyRenewed _ -> KEY_RENEWED;
            case Event.RecordCutOff _ -> RECORD_CUT_OFF;
            case Event.RecordingFailed _ -> RECORDING_FAILED;
            case Event.RecordInDanger _ -> RECORD_IN_DANGER;
            case Event.RecordingRestored _ -> RECORDING_RESTORED;
            case Event.PumpSaid(var said) -> of(said);
            case Event.SessionOpened _ -> SESSION_OPENED;
            case Event.PatientCorrected _ -> PATIENT_CORRECTED;
            case Event.WeightConfirmed _ -> WEIGHT_CONFIRMED;
            case Event.SolutionConfirmed _ -> SOLUTION_CONFIRMED;
            case Event.LineConfirmed _ -> LINE_CONFIRMED;
            case Event.AssessmentRecorded _ -> ASSESSMENT_RECORDED;
            case Event.RateOrdered _ -> RATE_ORDERED;
            case Event.PumpBound _ -> PUMP_BOUND;
            case Event.ObservationsCharted _ -> OBSERVATIONS_CHARTED;
            case Event.ObservationsAmended _ -> OBSERVATIONS_AMENDED;
            case Event.EntryVoided _ -> ENTRY_VOIDED;
            case Event.ReviewDone _ -> REVIEW_DONE;
            case Event.StopExplained _ -> STOP_EXPLAINED;
            case Event.CessationDecided _ -> CESSATION_DECIDED;
            case Event.DischargePlanned _ -> DISCHARGE_PLANNED;
            case Event.Signed _ -> SIGNED;
            case Event.SettingChanged _ -> SETTING_CHANGED;
            case Event.NoteAdded _ -> NOTE_ADDED;
            case Event.ConditionAcknowledged _ -> CONDITION_ACKNOWLEDGED;
            case Event.AudioPaused _ -> AUDIO_PAUSED;
            case Event.AudioResumed _ -> AUDIO_RESUMED;
            case Event.SoundReported _ -> SOUND_REPORTED;
            case Event.SoundTestAsked _ -> SOUND_TEST_ASKED;
            case Event.SoundChecked _ -> SOUND_CHECKED;
            case Event.OpioidRegimenRecorded _ -> OPIOID_REGIMEN_RECORDED;
            case Event.OutcomesScored _ -> OUTCOMES_SCORED;
            case Event.ReferenceChosen _ -> REFERENCE_CHOSEN;
            case Event.PlasmaChosen _ -> PLASMA_CHOSEN;
            case Event.PumpChecked _ -> PUMP_CHECKED;
            case Event.ChartedPumpBound _ -> CHARTED_PUMP_BOUND;
            case Event.AdmissionRecorded _ -> ADMISSION_RECORDED;
            case Event.WeightMeasured _ -> WEIGHT_MEASURED;
            case Event.SolutionEntered _ -> SOLUTION_ENTERED;
            case Event.PurgeRecorded _ -> PURGE_RECORDED;
            case Event.DeliveryExplained _ -> DELIVERY_EXPLAINED;
            case Event.OfCare entry -> of(entry);
            case PeopleEvent entry -> of(entry);
        };
    }

    private static EventType of(Event.OfCare entry) {
        return switch (entry) {
            case Event.PauseAssessed _ -> PAUSE_ASSESSED;
            case Event.PhysicianDirected _ -> PHYSICIAN_DIRECTED;
            case Event.OverrideRecorded _ -> OVERRIDE_RECORDED;
            case Event.PatientAway _ -> PATIENT_AWAY;
            case Event.PatientBack _ -> PATIENT_BACK;
            case Event.ConcernRaised _ -> CONCERN_RAISED;
            case Event.ConcernEnded _ -> CONCERN_ENDED;
            case Event.ReviewPlanned _ -> REVIEW_PLANNED;
            case Event.PromptClosed _ -> PROMPT_CLOSED;
            case Event.DailyItemDone _ -> DAILY_ITEM_DONE;
        };
    }

    private static EventType of(PeopleEvent entry) {
        return switch (entry) {
            case PeopleEvent.UserAdded _ -> USER_ADDED;
            case PeopleEvent.RoleChanged _ -> ROLE_CHANGED;
            case PeopleEvent.PinSet _ -> PIN_SET;
            case PeopleEvent.AccessChanged _ -> ACCESS_CHANGED;
            case PeopleEvent.SignedIn _ -> SIGNED_IN;
            case PeopleEvent.SignInFailed _ -> SIGN_IN_FAILED;
            case PeopleEvent.ConsoleLeft _ -> CONSOLE_LEFT;
            case PeopleEvent.AdministratorRecovered _ -> ADMINISTRATOR_RECOVERED;
            case PeopleEvent.RecoveryRefused _ -> RECOVERY_REFUSED;
        };
    }

    private static EventType of(PumpEvent said) {
        return switch (said) {
            case PumpEvent.Reading _ -> READING;
            case PumpEvent.AlarmStarted _ -> ALARM_STARTED;
            case PumpEvent.AlarmEnded _ -> ALARM_ENDED;
            case PumpEvent.LinkChanged _ -> LINK_CHANGED;
            case PumpEvent.SlotChanged _ -> SLOT_CHANGED;
            case PumpEvent.Rejected _ -> REJECTED;
        };
    }

    private static Reader said(PumpReader reader) {
        return (at, in) -> new Event.PumpSaid(reader.read(at, in));
    }

    private static Duration stood(JsonIn in) {
        return in.secondsIfAny("stood").orElseThrow(() -> new IllegalArgumentException("stood is missing"));
    }

    private static Event sessionOpened(Moment at, JsonIn in) {
        return new Event.SessionOpened(
                at,
                new SessionId(in.text("session")),
                SetUpCodec.patient(in.object("patient")),
                ZoneId.of(in.text("zone")),
                by(in));
    }

    private static Event weightConfirmed(Moment at, JsonIn in) {
        return new Event.WeightConfirmed(at, SetUpCodec.weight(in), by(in), SetUpCodec.staffIfAny("secondChecker", in));
    }

    private static Event solutionConfirmed(Moment at, JsonIn in) {
        return new Event.SolutionConfirmed(at, SetUpCodec.solution(in), by(in), SetUpCodec.staff("secondChecker", in));
    }

    private static Event soundReported(Moment at, JsonIn in) {
        return new Event.SoundReported(at, in.wordIfAny("problem", SoundProblem.class));
    }

    private static Event cessationDecided(Moment at, JsonIn in) {
        return new Event.CessationDecided(at, in.word("reason", CessationReason.class), in.text("decidedBy"), by(in));
    }

    private static Event settingChanged(Moment at, JsonIn in) {
        return new Event.SettingChanged(at, in.text("setting"), in.text("before"), in.text("after"), by(in));
    }

    private static Event purged(Moment at, JsonIn in) {
        return new Event.RecordPurged(
                at,
                in.longNumber("lastEntry"),
                in.text("chainHash"),
                in.number("sessions"),
                in.text("by"),
                in.text("reason"),
                in.longIfAny("keptFrom"));
    }

    private static Event shortened(Moment at, JsonIn in) {
        return new Event.RecordShortened(
                at,
                in.secondsIfAny("elapsed").orElseThrow(() -> new IllegalArgumentException("elapsed is missing")),
                in.longNumber("entries"),
                in.longNumber("lastEntry"),
                in.text("chainHash"));
    }

    private static Event stopExplained(Moment at, JsonIn in) {
        StopReason reason = in.word("reason", StopReason.class);
        return new Event.StopExplained(at, reason, in.text("note"), in.secondsIfAny("plannedS"), by(in));
    }

    private static Event amended(Moment at, JsonIn in) {
        return new Event.ObservationsAmended(
                at, Instant.parse(in.text("charted")), ObservationCodec.read(in), in.text("reason"), by(in));
    }

    private static Event voided(Moment at, JsonIn in) {
        return new Event.EntryVoided(
                at, Instant.parse(in.text("entered")), in.word("kind", EntryKind.class), in.text("reason"), by(in));
    }

    private static Event signed(Moment at, JsonIn in) {
        return new Event.Signed(at, in.word("meaning", SignatureMeaning.class), in.text("contentHash"), by(in));
    }

    private static Staff by(JsonIn in) {
        return SetUpCodec.staff("by", in);
    }
}
