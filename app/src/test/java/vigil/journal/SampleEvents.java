package vigil.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
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
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.session.Admission;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.session.CessationReason;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.DeliveryCause;
import vigil.session.Direction;
import vigil.session.DischargePlan;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.ObservationSet;
import vigil.session.OutcomeScores;
import vigil.session.Overridable;
import vigil.session.Patient;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.PlasmaChoice;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Solution;
import vigil.session.SoundProblem;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.session.WeightEntry;

/** Events of every kind with every field now present, now absent, from a seed. The same seed gives the same events. */
final class SampleEvents {
    /** Texts that have broken other programs: quotes, controls, half a surrogate pair, right-to-left marks, formulas. */
    static final List<String> HOSTILE = List.of(
            "",
            "O'Brien \"the\" \\ ;DROP TABLE session;--",
            "\u0000\u0001\r\n\t\u007f\u0085\u2028",
            "\ud83d\ude00 \u05d0\u05d1 \u202eevil\u202c \u0644\u0627",
            "half \ud83d pair",
            "=cmd|' /C calc'!A0",
            "x".repeat(10_000),
            "\u0007".repeat(10_000));

    private final Random random;
    private Moment now = new Moment(Instant.parse("2026-03-02T09:00:00.123456789Z"), 5_000, 7_000);

    SampleEvents(long seed) {
        random = new Random(seed);
    }

    /** One event of every kind, in no particular sense as a course. */
    List<Event> everyKind() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.ConsoleStarted(next(), text(), text(), flag()));
        events.add(new Event.Tick(next()));
        events.add(new Event.EventsLost(next(), random.nextInt(1_000)));
        events.add(new Event.BackupMade(next(), random.nextLong(1, Long.MAX_VALUE)));
        events.add(new Event.BackupFailed(next(), text()));
        events.add(new Event.RecordPurged(
                next(), random.nextLong(1, Long.MAX_VALUE), text(), random.nextInt(99), text(), text()));
        events.add(new Event.RecordPurged(next(), 9, text(), 2, text(), text(), Optional.of(5L)));
        events.add(new Event.RecordShortened(next(), Duration.ofNanos(random.nextLong()), 3, 9, text()));
        events.add(new Event.KeyRenewed(next(), text(), text(), text(), text()));
        events.add(new Event.RecordCutOff(next(), 2, random.nextLong(3, Long.MAX_VALUE)));
        events.add(new Event.RecordingFailed(next(), text()));
        events.add(new Event.RecordInDanger(next(), text()));
        events.add(new Event.RecordingRestored(next(), next().utc()));
        pumpEvents().forEach(said -> events.add(new Event.PumpSaid(said)));
        events.add(new Event.SessionOpened(
                next(), new SessionId("s-" + random.nextInt(10_000, 99_999)), patient(), zone(), staff()));
        events.add(new Event.PatientCorrected(next(), patient(), staff()));
        events.add(new Event.WeightConfirmed(next(), weight(), staff(), maybe(this::staff)));
        events.add(new Event.SolutionConfirmed(next(), solution(), staff(), staff()));
        events.add(new Event.LineConfirmed(
                next(), new InfusionLine(any(InfusionLine.Route.class), flag(), text()), staff()));
        events.add(new Event.AssessmentRecorded(next(), assessment(), staff()));
        events.add(new Event.RateOrdered(next(), order(), staff()));
        events.add(new Event.PumpBound(next(), text(), text(), staff()));
        events.add(new Event.ObservationsCharted(next(), observations(), staff()));
        events.add(new Event.ObservationsAmended(
                next(), Instant.ofEpochSecond(random.nextInt(), 7), observations(), text(), staff()));
        events.add(new Event.EntryVoided(
                next(), Instant.ofEpochSecond(random.nextInt(), 7), any(EntryKind.class), text(), staff()));
        events.add(new Event.ReviewDone(next(), staff()));
        events.add(new Event.StopExplained(next(), any(StopReason.class), text(), maybe(this::duration), staff()));
        events.add(new Event.CessationDecided(next(), any(CessationReason.class), text(), staff()));
        events.add(
                new Event.DischargePlanned(next(), new DischargePlan(flag(), flag(), flag(), flag(), flag()), staff()));
        events.add(new Event.Signed(next(), any(SignatureMeaning.class), "ab".repeat(32), staff()));
        events.add(new Event.NoteAdded(next(), text(), staff()));
        events.add(new Event.SettingChanged(next(), text(), text(), text(), staff()));
        events.add(new Event.ConditionAcknowledged(next(), text(), staff()));
        events.add(new Event.AudioPaused(next(), staff()));
        events.add(new Event.AudioResumed(next(), staff()));
        events.addAll(people());
        events.add(new Event.ScreenStalled(next()));
        events.add(new Event.ScreenAnswered(next(), Duration.ofMillis(random.nextInt(1, 60_000))));
        events.add(new Event.ProgramStood(next(), Duration.ofMillis(random.nextInt(1, 60_000))));
        events.add(new Event.SoundReported(next(), maybe(() -> any(SoundProblem.class))));
        events.add(new Event.SoundTestAsked(next(), staff()));
        events.add(new Event.SoundChecked(next(), flag(), staff()));
        events.addAll(care());
        supervision(events);
        background(events);
        return events;
    }

    private List<Event> people() {
        return List.of(
                new PeopleEvent.UserAdded(next(), staff(), new PinHash(text()), staff()),
                new PeopleEvent.RoleChanged(next(), text(), any(Staff.Role.class), staff()),
                new PeopleEvent.PinSet(next(), text(), new PinHash(text()), staff()),
                new PeopleEvent.AccessChanged(next(), text(), flag(), text(), staff()),
                new PeopleEvent.SignedIn(next(), staff()),
                new PeopleEvent.SignInFailed(next(), maybe(this::text)),
                new PeopleEvent.ConsoleLeft(next(), staff(), any(PeopleEvent.Leaving.class)),
                new PeopleEvent.AdministratorRecovered(next(), text(), new PinHash(text())),
                new PeopleEvent.RecoveryRefused(next(), text()));
    }

    private List<Event> care() {
        Direction direction = new Direction(text(), Instant.ofEpochSecond(random.nextInt(), 5), text());
        return List.of(
                new Event.PauseAssessed(next(), flag(), staff()),
                new Event.PhysicianDirected(next(), direction, staff()),
                new Event.OverrideRecorded(next(), any(Overridable.class), text(), text(), staff()),
                new Event.PatientAway(next(), text(), staff()),
                new Event.PatientBack(next(), staff()),
                new Event.ConcernRaised(next(), any(Concern.class), text(), staff()),
                new Event.ConcernEnded(next(), text(), staff()),
                new Event.ReviewPlanned(
                        next(), maybe(() -> LocalDate.ofEpochDay(random.nextInt(20_000))), text(), staff()),
                new Event.PromptClosed(next(), text(), text(), staff()),
                new Event.DailyItemDone(next(), any(DailyItem.class), text(), staff()));
    }

    private void supervision(List<Event> events) {
        Map<SiteSetting, BigDecimal> chosen = flag() ? Map.of() : Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.40"));
        events.add(new Event.DraftKept(next(), text(), flag() ? Map.of() : Map.of(text() + "1", text(), "b", text())));
        events.add(new Event.SiteSettingsInForce(next(), new SiteSettings(chosen)));
        events.add(new Event.PumpChecked(next(), check(), staff(), maybe(this::staff)));
        events.add(new Event.ChartedPumpBound(next(), text(), text(), staff()));
        Admission admission =
                new Admission(flag(), flag(), text(), new Admission.WeanPlan(maybe(() -> 12 + random.nextInt(13))));
        events.add(new Event.AdmissionRecorded(next(), admission, staff()));
        events.add(new Event.WeightMeasured(next(), weight(), staff()));
        events.add(new Event.SolutionEntered(next(), solution(), staff()));
        events.add(new Event.PurgeRecorded(next(), new Volume(decimal(9)), staff()));
        events.add(new Event.DeliveryExplained(next(), any(DeliveryCause.class), text(), staff()));
    }

    private PumpCheck check() {
        return new PumpCheck(
                any(PumpCheck.Occasion.class),
                someOf(PumpCheck.Item.class),
                maybe(() -> new PumpCheck.Figures(
                        flag(),
                        new FlowRate(decimal(90)),
                        new Volume(decimal(60)),
                        maybe(() -> new Volume(decimal(60))),
                        maybe(() -> random.nextInt(101)))),
                new PumpCheck.Syringe(text(), maybe(() -> Instant.ofEpochSecond(random.nextInt()))),
                text(),
                text());
    }

    private void background(List<Event> events) {
        events.add(new Event.OpioidRegimenRecorded(next(), regimen(), staff()));
        events.add(new Event.OutcomesScored(next(), scores(), staff()));
        events.add(new Event.ReferenceChosen(next(), maybe(this::text), staff()));
        events.add(new Event.PlasmaChosen(next(), plasma(), staff()));
    }

    private OpioidRegimen regimen() {
        OpioidDose dose = new OpioidDose(
                "oxycodone",
                any(OpioidDose.Route.class),
                new BigDecimal(random.nextInt(1, 10_000)).movePointLeft(2),
                any(OpioidDose.Unit.class),
                flag());
        return new OpioidRegimen(
                any(OpioidRegimen.Occasion.class),
                LocalDate.of(2026, 3, random.nextInt(1, 28)),
                flag() ? List.of(dose) : List.of(),
                text());
    }

    private OutcomeScores scores() {
        return new OutcomeScores(
                any(OutcomeScores.Occasion.class),
                LocalDate.of(2026, 3, random.nextInt(1, 28)),
                maybe(() -> new BigDecimal("6.5")),
                maybe(() -> BigDecimal.TEN),
                maybe(() -> random.nextInt(61)),
                text(),
                "no time");
    }

    private PlasmaChoice plasma() {
        return new PlasmaChoice(
                flag(),
                flag() ? EnumSet.allOf(PlasmaChoice.Exclusion.class) : EnumSet.noneOf(PlasmaChoice.Exclusion.class));
    }

    private List<PumpEvent> pumpEvents() {
        List<PumpEvent> said = new ArrayList<>();
        said.add(new PumpEvent.Reading(reading()));
        said.add(new PumpEvent.AlarmStarted(next(), pump(), alarm()));
        said.add(new PumpEvent.AlarmEnded(next(), pump(), alarm()));
        said.add(new PumpEvent.SlotChanged(next(), pump(), flag()));
        said.add(new PumpEvent.Rejected(next(), text(), "02ff", random.nextInt(1_000), 1 + random.nextInt(300)));
        for (LinkState state : List.of(
                new LinkState.Closed(),
                new LinkState.Connecting(text()),
                new LinkState.Unreachable(text()),
                new LinkState.Silent(),
                new LinkState.Garbled(),
                new LinkState.Refused(text()),
                new LinkState.Live())) {
            said.add(new PumpEvent.LinkChanged(next(), state));
        }
        return said;
    }

    private PumpReading reading() {
        return new PumpReading(
                next(),
                pump(),
                any(DeliveryStatus.class),
                maybe(() -> new FlowRate(decimal(9_000))),
                maybe(() -> new Volume(decimal(90_000))),
                maybe(() -> new Volume(decimal(60))),
                maybe(this::duration),
                maybe(() -> decimal(100)),
                maybe(() -> decimal(900).negate()),
                flag(),
                setting(),
                maybe(() -> (long) random.nextInt()),
                flag() ? List.of() : List.of(remark(), remark()));
    }

    private PumpReading.Setting setting() {
        return new PumpReading.Setting(
                maybe(() -> new Volume(decimal(60))),
                maybe(this::text),
                maybe(() -> new Concentration(decimal(900).add(BigDecimal.ONE))),
                maybe(this::text),
                maybe(() -> new Volume(decimal(60))),
                maybe(this::duration),
                maybe(this::flag),
                maybe(this::flag));
    }

    private Remark remark() {
        return new Remark(text(), any(Quality.class), text());
    }

    private PumpIdentity pump() {
        return new PumpIdentity(text(), maybe(this::text), text());
    }

    private PumpAlarm alarm() {
        return new PumpAlarm(any(AlarmClass.class), text(), text());
    }

    private Patient patient() {
        return new Patient(text(), text(), text(), LocalDate.ofEpochDay(random.nextInt(20_000)), text(), text());
    }

    private WeightEntry weight() {
        Optional<BodySize> size = random.nextBoolean() ? Optional.of(size()) : Optional.empty();
        BigDecimal kg = size.map(BodySize::dosedKg).orElseGet(this::kg);
        return new WeightEntry(
                new DosingWeight(kg),
                any(WeightEntry.Basis.class),
                text(),
                LocalDate.ofEpochDay(random.nextInt(20_000)),
                size);
    }

    private BigDecimal kg() {
        return decimal(200).add(new BigDecimal("20"));
    }

    private BodySize size() {
        BigDecimal heightCm = decimal(100).add(new BigDecimal("120"));
        return new BodySize(heightCm, new DosingWeight(kg()), any(BodySize.DosedOn.class), "reason " + text());
    }

    private Solution solution() {
        return new Solution(text(), new Concentration(decimal(900).add(BigDecimal.ONE)), text());
    }

    private Assessment assessment() {
        return new Assessment(
                someOf(Assessment.Purpose.class),
                flag(),
                someOf(Assessment.OpioidReason.class),
                flag(),
                any(Assessment.OpioidPlan.class));
    }

    private RateOrder order() {
        return new RateOrder(
                new FlowRate(decimal(100)),
                DoseLimit.INDUCTION_LOW,
                DoseLimit.MAXIMUM,
                any(RateOrder.Kind.class),
                text());
    }

    private ObservationSet observations() {
        return new ObservationSet(
                any(ObservationSet.Kind.class),
                random.nextInt(4),
                vitals(),
                maybe(() -> new ObservationSet.Pain(random.nextInt(11), random.nextInt(11))),
                maybe(() -> random.nextInt(4)),
                maybe(() -> random.nextInt(5)),
                someBy(ObservationSet.SideEffectItem.class, () -> random.nextInt(4)),
                someBy(ObservationSet.DissociationItem.class, () -> any(ObservationSet.Answer.class)),
                maybe(() -> new ObservationSet.Orientation(flag(), flag(), flag(), random.nextInt(4))),
                text(),
                someOf(ObservationSet.Circumstance.class));
    }

    private ObservationSet.Vitals vitals() {
        return new ObservationSet.Vitals(
                maybe(() -> random.nextInt(60)),
                maybe(() -> random.nextInt(101)),
                maybe(() -> new BigDecimal("2.0")),
                maybe(() -> random.nextInt(300)),
                maybe(() -> random.nextInt(300)),
                maybe(() -> random.nextInt(200)),
                maybe(() -> new BigDecimal("4E+1")),
                maybe(() -> any(ObservationSet.Consciousness.class)));
    }

    private Staff staff() {
        return new Staff(text(), text(), any(Staff.Role.class));
    }

    private ZoneId zone() {
        return flag() ? ZoneId.of("Australia/Brisbane") : ZoneId.of("+05:30");
    }

    private Moment next() {
        now = now.plus(Duration.ofNanos(random.nextLong(2_000_000_000L)));
        return flag() ? now : new Moment(Instant.ofEpochSecond(-random.nextInt(), 1), -1, Long.MIN_VALUE);
    }

    private Duration duration() {
        return Duration.ofNanos(random.nextLong(500_000_000_000_000L));
    }

    private BigDecimal decimal(int most) {
        return BigDecimal.valueOf(random.nextLong(most * 1_000L), 3);
    }

    private String text() {
        return flag() ? "t" + random.nextInt() : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    private <E extends Enum<E>> E any(Class<E> words) {
        E[] all = words.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    private <E extends Enum<E>> Set<E> someOf(Class<E> words) {
        Set<E> some = EnumSet.allOf(words);
        some.removeIf(_ -> flag());
        return some;
    }

    private <E extends Enum<E>, V> Map<E, V> someBy(Class<E> words, Supplier<V> value) {
        Map<E, V> some = new EnumMap<>(words);
        someOf(words).forEach(word -> some.put(word, value.get()));
        return some;
    }
}
